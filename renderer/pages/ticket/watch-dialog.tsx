import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { PersonPicker } from '#renderer/pages/approval/people-picker.tsx';
import css from '#renderer/pages/ticket/dialogs.module.css';

/** A colleague who shall follow the ticket. */
export function WatchDialog(props: {
  without: readonly string[];
  busy: boolean;
  error: string | null;
  onDone: (employeeId: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useWords('queues');
  const common = useWords('common');
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (employeeId && (await props.onDone(employeeId))) props.onClose();
  };
  return (
    <Dialog opened title={t('watchTitle')} onClose={props.onClose} width={420}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={css['lead']}>{t('watchLead')}</p>
        <PersonPicker
          label={t('watchWho')}
          value={employeeId}
          onChange={setEmployeeId}
          without={props.without}
          error={tried && !employeeId ? t('taskPersonNeeded') : undefined}
          autoFocus
        />
        {props.error && <Note tone="red" title={props.error} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant="filled" busy={props.busy}>
            {t('watchAdd')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
