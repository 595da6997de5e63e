import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type GapLine, rangeOf, sizeOf } from '#renderer/pages/registration/gap-lines.ts';
import { useGapWords } from '#renderer/pages/registration/use-gap-words.ts';

const glyphs = {
  unexplained: 'late',
  explained: 'done',
  voided: 'void',
  leased: 'wait',
  returned: 'draft',
} as const;

/** Columns of the register of gaps. */
export function useGapColumns(): GridColumn<GapLine>[] {
  const t = useWords('journals');
  const words = useGapWords();
  return useMemo(
    () => [
      {
        ...{ id: 'numbers', header: t('numbers'), width: 130 },
        render: (row) => <span className="op-figures">{rangeOf(row)}</span>,
      },
      {
        ...{ id: 'howMany', header: t('howMany'), width: 90, align: 'end' },
        text: (row) => formatCount(sizeOf(row)),
      },
      {
        ...{ id: 'cause', header: t('cause'), width: 250 },
        render: (row) => (
          <>
            <StatusGlyph status={glyphs[row.cause]} />
            <span>{words(row).cause}</span>
          </>
        ),
      },
      { id: 'detail', header: t('detail'), flex: 1, minWidth: 160, text: (row) => words(row).detail },
      { id: 'since', header: t('since'), width: 150, text: (row) => words(row).when },
    ],
    [t, words],
  );
}
