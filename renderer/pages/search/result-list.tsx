import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { useWords } from '#renderer/i18n/words.ts';
import { ResultRow, resultId } from '#renderer/pages/search/result-row.tsx';
import css from '#renderer/pages/search/results.module.css';
import { BLOCK, type Results } from '#renderer/pages/search/use-results.ts';

export interface ResultListHandle {
  focus: () => void;
}

/** Height of a result in pixels: the list is laid out by arithmetic, so its length costs nothing. */
const ROW = 74;
/** Rows drawn beyond the edges. */
const BEYOND = 6;

/** What was found, of which only what is in sight is drawn. The list has the focus, the cursor is told. */
export function ResultList(props: {
  results: Results;
  /** Index of the result under the cursor. */
  cursor: number;
  onStand: (index: number) => void;
  onOpen: (index: number, newWindow: boolean) => void;
  onPreview: () => void;
  ref?: Ref<ResultListHandle>;
}) {
  const { cursor } = props;
  const { total, rowAt, want } = props.results;
  const t = useWords('search');
  const { ref: sized, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement | null>(null);
  const [from, setFrom] = useState(0);
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);
  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor < 0) return;
    const top = cursor * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight;
  }, [cursor]);

  const seen = height || 800;
  const first = Math.max(0, Math.floor(from / ROW) - BEYOND);
  const last = Math.min(total, Math.ceil((from + seen) / ROW) + BEYOND);
  const shown = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
  const blocks = [...new Set(shown.map((index) => Math.floor(index / BLOCK)))].join(' ');
  useEffect(() => want(blocks === '' ? [] : blocks.split(' ').map(Number)), [blocks, want]);

  const page = Math.max(1, Math.floor(seen / ROW) - 1);
  const moves: Record<string, number> = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor - 1,
    PageDown: cursor + page,
    PageUp: cursor - page,
    Home: 0,
    End: total - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const to = moves[event.code];
    if (to !== undefined) props.onStand(Math.max(0, Math.min(total - 1, to)));
    else if (event.code === 'Enter' || event.code === 'NumpadEnter')
      props.onOpen(cursor, event.ctrlKey || event.metaKey);
    else if (event.code === 'Space') props.onPreview();
    else return;
    event.preventDefault();
  };
  const current = rowAt(cursor);
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        sized(element);
      }}
      // Only the rows in sight are there, so a list of links would tell a wrong length.
      role="listbox"
      tabIndex={0}
      className={lines['list']}
      aria-label={t('results')}
      aria-activedescendant={current ? resultId(current.id) : undefined}
      data-area="list"
      onKeyDown={onKeyDown}
      onScroll={(event) => setFrom(event.currentTarget.scrollTop)}
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
