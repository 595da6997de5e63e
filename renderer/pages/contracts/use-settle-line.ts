import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useLineTitle } from '#renderer/pages/contracts/use-line-title.ts';
import { isAway } from '#renderer/state/link.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { AgendaLine } from '#shared/queries/contract.ts';

/** Marks a line of the agenda as done today; it comes back with an undo. */
export function useSettleLine() {
  const t = useWords('contracts');
  const titleOf = useLineTitle();
  const clock = useClock();
  return useAction(async (line: AgendaLine) => {
    const about = { documentId: line.document.id, id: line.item.slice(line.item.indexOf('/') + 1) };
    const mark = (done: boolean) =>
      line.type === 'key_date'
        ? runCommand('key_date.settle', { ...about, done })
        : runCommand('obligation.settle', {
            ...about,
            state: done ? 'done' : 'planned',
            doneOn: done ? clock.today() : null,
            doneDocumentId: null,
          });
    await mark(true);
    useToasts.getState().show({
      tone: isAway() ? 'offline' : 'done',
      title: t('settled'),
      object: titleOf(line).title,
      undo: () => mark(false),
    });
  });
}
