import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/registration/registration.module.css';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Takes a registration back, with the reason that the register of gaps will tell. */
export function VoidDialog({ row, onClose }: { row: RowOf<'registration'>; onClose: () => void }) {
  const t = useWords('registration');
  const common = useWords('common');
  const words = useErrorWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('registration.void');
  const number = row.number ?? '';
  const send = async (fields: HTMLFormElement) => {
    setTried(true);
    if (!reason.trim()) {
      requestAnimationFrame(() => fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (!(await command.run({ id: row.id, documentId: row.documentId, reason: reason.trim() }))) return;
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('voidDone'), object: number });
    onClose();
  };
  return (
    <Dialog opened title={t('voidTitle', { number })} onClose={onClose} width={460}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <p className={css['lead']}>{t('voidText')}</p>
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          error={tried && !reason.trim() ? t('reasonEmpty') : undefined}
          maxLength={2_000}
          rows={2}
          autoFocus
          required
        />
        {command.error && <Note tone="red" title={words(command.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant="danger" busy={command.busy}>
            {t('void')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
