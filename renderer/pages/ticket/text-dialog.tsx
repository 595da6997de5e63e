import { useEffect, useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useDraft } from '#renderer/data/use-draft.ts';

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
    <FormDialog
      title={props.title}
      width={480}
      lead={props.lead}
      action={props.action}
      danger={props.danger}
      withKeys
      busy={props.busy}
      error={props.error}
      send={send}
      onClose={props.onClose}
    >
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
    </FormDialog>
  );
}
