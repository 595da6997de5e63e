import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Takes a registration back, with the reason that the register of gaps will tell. */
export function VoidDialog({ row, onClose }: { row: RowOf<'registration'>; onClose: () => void }) {
  const t = useWords('registration');
  const words = useErrorWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand('registration.void');
  const number = row.number ?? '';
  const send = async () => {
    setTried(true);
    if (!reason.trim()) {
      return false;
    }
    if (!(await command.run({ id: row.id, documentId: row.documentId, reason: reason.trim() }))) return true;
    useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('voidDone'), object: number });
    onClose();
    return true;
  };
  return (
    <FormDialog
      title={t('voidTitle', { number })}
      width={460}
      lead={t('voidText')}
      action={t('void')}
      danger
      busy={command.busy}
      error={command.error && words(command.error)}
      send={send}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
