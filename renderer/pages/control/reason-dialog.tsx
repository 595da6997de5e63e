import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ControlDialog } from '#renderer/pages/control/control-dialog.tsx';

/** What is done only with a reason; `run` answers undefined when it was refused. */
export function ReasonDialog(props: {
  title: string;
  lead: string;
  action: string;
  danger?: boolean;
  command: { busy: boolean; error: CoreError | null };
  run: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}) {
  const t = useWords('control');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!reason.trim() || (await props.run(reason.trim())) === undefined) return false;
    props.onDone();
    return true;
  };
  const { command, title, lead, action, danger = false, onClose } = props;
  return (
    <ControlDialog {...command} {...{ title, lead, action, danger, onClose, send }}>
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
    </ControlDialog>
  );
}
