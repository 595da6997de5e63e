import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ReasonDialog } from '#renderer/pages/control/reason-dialog.tsx';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Takes a registration back, with the reason that the register of gaps will tell. */
export function VoidDialog({ row, onClose }: { row: RowOf<'registration'>; onClose: () => void }) {
  const t = useWords('registration');
  const command = useCommand('registration.void');
  const number = row.number ?? '';
  return (
    <ReasonDialog
      title={t('voidTitle', { number })}
      lead={t('voidText')}
      action={t('void')}
      danger
      empty={t('reasonEmpty')}
      command={command}
      run={(reason) => command.run({ id: row.id, documentId: row.documentId, reason })}
      onDone={() =>
        useToasts.getState().show({ tone: isAway() ? 'offline' : 'done', title: t('voidDone'), object: number })
      }
      onClose={onClose}
    />
  );
}
