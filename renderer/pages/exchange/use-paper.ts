import { useEffect, useState } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { ListRef } from '#renderer/pages/exchange/list-handle.ts';
import { outboxTable } from '#renderer/pages/exchange/outbox-table.ts';
import type { LineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { usePrint } from '#renderer/pages/exchange/use-print.ts';
import { wholeList } from '#renderer/pages/exchange/whole-list.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

type Lists = Parameters<typeof wholeList>[0];

/** Lets the page's tools print the whole list of a tab and save it as a file. Returns the lines that go to paper. */
export function usePaper(
  handle: ListRef,
  given: {
    title: string;
    shown: readonly OutboxLine[];
    lists: Lists;
    words: (line: OutboxLine) => LineWords;
  },
): readonly OutboxLine[] | null {
  const t = useWords('exchange');
  const clock = useClock();
  const paper = usePrint(given.shown);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    const load = () => wholeList(given.lists);
    handle.current = {
      print: () => void load().then(paper.print, setFailed),
      table: async () => {
        const head = [t('number'), t('columnTime'), t('columnDecided'), t('columnAction'), t('record')];
        const rest = [t('columnWhat'), t('columnState'), t('reason')];
        const named = { title: given.title, head: [...head, ...rest], moment: clock.moment };
        return outboxTable(await load(), given.words, named);
      },
    };
    return () => {
      handle.current = null;
    };
  });
  if (failed) throw failed;
  return paper.shown;
}
