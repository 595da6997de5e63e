import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/dialogs.module.css';
import { parseMinutes } from '#renderer/pages/ticket/parse-minutes.ts';

const offered = [5, 15, 30, 60, 120] as const;

/** How long somebody worked on it: typed as «1 ч 20», «1:20», «45», or chosen. */
export function TimeDialog(props: {
  logged: string;
  busy: boolean;
  error: string | null;
  lengthOf: (minutes: number) => string;
  onDone: (minutes: number, note: string | null) => Promise<boolean>;
  onClose: () => void;
}) {
  const t = useWords('queues');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = parseMinutes(typed);
  const send = async (length: number | null) => {
    setTried(true);
    if (length !== null && (await props.onDone(length, note.trim() || null))) props.onClose();
  };
  return (
    <FormDialog
      title={t('timeTitle')}
      width={420}
      lead={props.logged}
      action={t('timeSave')}
      busy={props.busy}
      error={props.error}
      send={() => send(minutes)}
      onClose={props.onClose}
    >
      <div className={css['quick']}>
        {offered.map((length) => (
          <ActionButton key={length} size="xs" onClick={() => setTyped(props.lengthOf(length))}>
            {props.lengthOf(length)}
          </ActionButton>
        ))}
      </div>
      <TextField
        label={t('timeLength')}
        value={typed}
        onChange={setTyped}
        hint={minutes === null ? t('timeHint') : props.lengthOf(minutes)}
        error={tried && minutes === null ? t('timeUnread') : undefined}
        autoFocus
      />
      <TextField label={t('timeNote')} value={note} onChange={setNote} maxLength={500} />
    </FormDialog>
  );
}
