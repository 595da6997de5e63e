import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** What is done with an obligation in its line: settled today, opened again, taken away; each with an undo. */
export function useObligations(documentId: string) {
  const t = useWords('contract');
  const saved = useSaved();
  const clock = useClock();
  const settle = useAction(async (row: RowOf<'obligation'>) => {
    const about = { documentId, id: row.id };
    const former = { state: row.state, doneOn: row.doneOn, doneDocumentId: row.doneDocumentId };
    const open = row.state === 'planned';
    await runCommand('obligation.settle', {
      ...about,
      state: open ? 'done' : 'planned',
      doneOn: open ? clock.today() : null,
      doneDocumentId: null,
    });
    saved(t(open ? 'settled' : 'reopened'), row.title, () => runCommand('obligation.settle', { ...about, ...former }));
  });
  const archive = useAction(async (row: RowOf<'obligation'>) => {
    await runCommand('obligation.archive', { documentId, id: row.id });
    const { kind, side, title, dueDate, amount, note } = row;
    saved(t('obligationArchived'), title, () =>
      runCommand('obligation.add', { documentId, values: { kind, side, title, dueDate, amount, note } }),
    );
  });
  return {
    settle: (row: RowOf<'obligation'>) => void settle.run(row),
    archive: (row: RowOf<'obligation'>) => void archive.run(row),
    error: settle.error ?? archive.error,
  };
}
