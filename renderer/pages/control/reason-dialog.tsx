import { useState } from 'react';
import type { CoreError } from '#renderer/data/core-error.ts';
import { ControlDialog } from '#renderer/pages/control/control-dialog.tsx';
import { ReasonField } from '#renderer/pages/control/reason-field.tsx';

/** What is done only with a reason; `run` answers undefined when it was refused. */
export function ReasonDialog(props: {
  title: string;
  lead: string;
  action: string;
  danger?: boolean;
  /** What to say when no reason is given, instead of the usual sentence. */
  empty?: string;
  command: { busy: boolean; error: CoreError | null };
  run: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!reason.trim() || (await props.run(reason.trim())) === undefined) return false;
    props.onDone();
    return true;
  };
  const { command, title, lead, action, danger = false, empty, onClose } = props;
  return (
    <ControlDialog {...command} {...{ title, lead, action, danger, onClose, send }}>
      <ReasonField value={reason} onChange={setReason} tried={tried} empty={empty} autoFocus />
    </ControlDialog>
  );
}
