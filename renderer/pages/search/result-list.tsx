import { type Ref, useEffect } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { type LineListHandle, useLineList } from '#renderer/components/use-line-list.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ResultRow, resultId } from '#renderer/pages/search/result-row.tsx';
import css from '#renderer/pages/search/results.module.css';
import { BLOCK, type Results } from '#renderer/pages/search/use-results.ts';

/** Height of a result in pixels: the list is laid out by arithmetic, so its length costs nothing. */
const ROW = 74;
/** Rows drawn beyond the edges. */
const BEYOND = 6;

/** What was found, of which only what is in sight is drawn. */
export function ResultList(props: {
  results: Results;
  /** Index of the result under the cursor. */
  cursor: number;
  onStand: (index: number) => void;
  onOpen: (index: number, newWindow: boolean) => void;
  onPreview: () => void;
  ref?: Ref<LineListHandle>;
}) {
  const { cursor } = props;
  const { total, rowAt, want } = props.results;
  const t = useWords('search');
  const { box, from, seen } = useLineList({ ...props, count: total, top: cursor * ROW, lineHeight: ROW });
  const first = Math.max(0, Math.floor(from / ROW) - BEYOND);
  const last = Math.min(total, Math.ceil((from + seen) / ROW) + BEYOND);
  const shown = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
  const blocks = [...new Set(shown.map((index) => Math.floor(index / BLOCK)))].join(' ');
  useEffect(() => want(blocks === '' ? [] : blocks.split(' ').map(Number)), [blocks, want]);

  const current = rowAt(cursor);
  return (
    <div
      {...box}
      // Only the rows in sight are there, so a list of links would tell a wrong length.
      role="listbox"
      tabIndex={0}
      className={lines['list']}
      aria-label={t('results')}
      aria-activedescendant={current ? resultId(current.id) : undefined}
    >
      <div className={lines['lines']} style={{ height: total * ROW }} role="presentation">
        {shown.map((index) => {
          const row = rowAt(index);
          return row ? (
            <ResultRow
              key={row.id}
              row={row}
              index={index}
              total={total}
              top={index * ROW}
              cursor={index === cursor}
              onStand={props.onStand}
              onOpen={props.onOpen}
            />
          ) : (
            <div
              key={`wait-${index}`}
              className={`${lines['line']} ${css['waiting']}`}
              aria-hidden="true"
              style={{ transform: `translateY(${index * ROW}px)` }}
            />
          );
        })}
      </div>
    </div>
  );
}
