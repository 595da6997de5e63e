import { useEffect, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/dialogs.module.css';

/** Words that an action needs, or may have: the reason of a refusal, the solution, why it is opened again. Kept while they are typed. */
export function TextDialog(props: {
  title: string;
  /** What it will cause. */
  lead?: string;
  label: string;
  action: string;
  /** Said when nothing is typed; absent: the words may be left out. */
  demanded?: string;
  danger?: boolean;
  /** Names the draft. */
  draft: string;
  maxLength?: number;
  busy: boolean;
  error: string | null;
  /** True when it was done. */
  onDone: (text: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const common = useWords('common');
  const stored = useDraft<string>(props.draft);
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { found } = stored;
  useEffect(() => {
    if (found) setTyped((before) => before ?? found.value);
  }, [found]);
  const text = typed ?? '';
  const missing = props.demanded !== undefined && text.trim() === '';
  const send = async () => {
    setTried(true);
    if (missing || !(await props.onDone(text.trim()))) return;
    await stored.drop();
    props.onClose();
  };
  return (
    <Dialog opened title={props.title} onClose={props.onClose} width={480}>
      <form
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      >
        {props.lead && <p className={css['lead']}>{props.lead}</p>}
        <TextField
          label={props.label}
          value={text}
          rows={3}
          maxLength={props.maxLength ?? 2_000}
          required={props.demanded !== undefined}
          error={tried && missing ? props.demanded : undefined}
          autoFocus
          onChange={(next) => {
            setTyped(next);
            stored.keep(next);
          }}
        />
        {props.error && <Note tone="red" title={props.error} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={props.onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton
            type="submit"
            variant={props.danger ? 'danger' : 'filled'}
            keys={['Ctrl', '↵']}
            busy={props.busy}
          >
            {props.action}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
