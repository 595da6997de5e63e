import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { blocksOf, ROW_HEIGHT, topOf, within } from '#renderer/pages/queues/queue-layout.ts';
import css from '#renderer/pages/queues/queue-list.module.css';
import { cell, QueueRow, type QueueRowProps, rowId } from '#renderer/pages/queues/queue-row.tsx';
import type { QueueRows } from '#renderer/pages/queues/use-queue-rows.ts';
import type { Urgency } from '#shared/queries/ticket.ts';

export interface QueueListHandle {
  focus: () => void;
}

/** One colour has one meaning: late, near, as it should be; the others wait for somebody else. */
const tones: Record<Urgency, string> = {
  late: 'red',
  soon: 'amber',
  work: 'green',
  waiting: 'gray',
  approval: 'ink',
  resolved: 'teal',
  ended: 'gray',
};

const columns = ['number', 'ticket', 'requester', 'response', 'resolution', 'holder'] as const;

/** The tickets of a desk under headings of urgency, of which only those in sight are drawn. The list has the focus, the cursor is told. */
export function QueueList(
  props: Pick<QueueRowProps, 'onStand' | 'onToggle' | 'onOpen' | 'onTake'> & {
    rows: QueueRows;
    /** Index of the row under the cursor; -1: none. */
    cursor: number;
    /** Pixels at the bottom that something lies over. */
    covered: number;
    selected: (id: string) => boolean;
    onPreview: () => void;
    ref?: Ref<QueueListHandle>;
  },
) {
  const { rows, cursor, covered } = props;
  const { layout, rowAt, want } = rows;
  const t = useWords('queues');
  const { ref: sized, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement | null>(null);
  const [from, setFrom] = useState(0);
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);
  const top = topOf(layout, Math.max(0, cursor));
  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor < 0) return;
    // The header stays over the rows; the first row is shown with the heading above it.
    const seen = element.clientHeight - HEADER - covered;
    if (cursor === 0) element.scrollTop = 0;
    else if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + seen) element.scrollTop = top + ROW_HEIGHT - seen;
  }, [cursor, top, covered]);

  const shown = within(layout, from, height || 800);
  const blocks = blocksOf(shown.rows).join(' ');
  useEffect(() => want(blocks === '' ? [] : blocks.split(' ').map(Number)), [blocks, want]);
  const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 2);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const command = event.ctrlKey || event.metaKey;
    const act: Record<string, () => void> = {
      ArrowDown: () => props.onStand(cursor + 1),
      ArrowUp: () => props.onStand(cursor - 1),
      PageDown: () => props.onStand(cursor + page),
      PageUp: () => props.onStand(cursor - page),
      Home: () => props.onStand(0),
      End: () => props.onStand(layout.total - 1),
      Enter: () => props.onOpen(cursor, command),
      NumpadEnter: () => props.onOpen(cursor, command),
      Space: props.onPreview,
    };
    const found = act[event.code];
    if (!found) return;
    event.preventDefault();
    found();
  };
  const current = rowAt(cursor);
  /** The header is the first row; each heading above a row counts as one. */
  const place = (index: number) => 2 + index + layout.groups.filter((group) => group.first <= index).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in sight
    <div
      ref={(element) => {
        scroller.current = element;
        sized(element);
      }}
      role="grid"
      tabIndex={0}
      className={lines['list']}
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-rowcount={layout.total + layout.groups.length + 1}
      aria-activedescendant={current ? rowId(current.id) : undefined}
      data-area="list"
      onKeyDown={onKeyDown}
      onScroll={(event) => setFrom(event.currentTarget.scrollTop)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={css['headGroup']}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
        <div role="row" className={css['header']} aria-rowindex={1}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
          <span role="columnheader">
            <span className="op-hidden">{t('column_service')}</span>
          </span>
          {columns.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
            <span key={column} role="columnheader">
              {t(`column_${column}`)}
            </span>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={lines['lines']} style={{ height: layout.height + covered }}>
        {shown.groups.map((group) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={group.urgency}
            role="row"
            className={lines['group']}
            aria-rowindex={place(group.first) - 1}
            style={{ transform: `translateY(${group.top}px)` }}
          >
            <span {...cell}>
              <span className={css['mark']} data-tone={tones[group.urgency]} aria-hidden="true" />
              <b>{t(`group_${group.urgency}`)}</b> <span className={css['count']}>{formatCount(group.count)}</span>
            </span>
          </div>
        ))}
        {shown.rows.map(({ index, top: at }) => {
          const row = rowAt(index);
          return row ? (
            <QueueRow
              key={row.id}
              row={row}
              index={index}
              rowIndex={place(index)}
              top={at}
              cursor={index === cursor}
              selected={props.selected(row.id)}
              onStand={props.onStand}
              onToggle={props.onToggle}
              onOpen={props.onOpen}
              onTake={props.onTake}
            />
          ) : (
            <div
              key={`wait-${index}`}
              className={`${lines['line']} ${css['waiting']}`}
              aria-hidden="true"
              style={{ transform: `translateY(${at}px)` }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Height of the names of the columns, in pixels. */
const HEADER = 32;
