import type { ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';

/** A dialog about one document that goes away when all was well, which `send` answers. */
export function ControlDialog(props: {
  title: string;
  lead?: string;
  action: string;
  danger?: boolean;
  busy: boolean;
  error: CoreError | null;
  send: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}) {
  const words = useErrorWords();
  const { title, lead, action, danger, busy, error, onClose, children } = props;
  const send = async () => {
    const done = await props.send();
    if (done) onClose();
    return done;
  };
  return (
    <FormDialog {...{ title, lead, action, danger, busy, send, onClose }} width={460} error={error && words(error)}>
      {children}
    </FormDialog>
  );
}
