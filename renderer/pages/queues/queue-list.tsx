import { type Ref, useEffect } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { type LineListHandle, useLineList } from '#renderer/components/use-line-list.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { blocksOf, ROW_HEIGHT, topOf, within } from '#renderer/pages/queues/queue-layout.ts';
import css from '#renderer/pages/queues/queue-list.module.css';
import { cell, QueueRow, type QueueRowProps, rowId } from '#renderer/pages/queues/queue-row.tsx';
import type { QueueRows } from '#renderer/pages/queues/use-queue-rows.ts';
import type { Urgency } from '#shared/queries/ticket.ts';

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

/** The tickets of a desk under headings of urgency, of which only those in sight are drawn. */
export function QueueList(
  props: Pick<QueueRowProps, 'onStand' | 'onToggle' | 'onOpen' | 'onTake'> & {
    rows: QueueRows;
    /** Index of the row under the cursor; -1: none. */
    cursor: number;
    /** Pixels at the bottom that something lies over. */
    covered: number;
    selected: (id: string) => boolean;
    onPreview: () => void;
    ref?: Ref<LineListHandle>;
  },
) {
  const { rows, cursor, covered } = props;
  const { layout, rowAt, want } = rows;
  const t = useWords('queues');
  const top = topOf(layout, Math.max(0, cursor));
  const place = { count: layout.total, top, lineHeight: ROW_HEIGHT, header: HEADER };
  const { box, from, seen } = useLineList({ ...props, ...place });

  const shown = within(layout, from, seen);
  const blocks = blocksOf(shown.rows).join(' ');
  useEffect(() => want(blocks === '' ? [] : blocks.split(' ').map(Number)), [blocks, want]);
  const current = rowAt(cursor);
  /** The header is the first row; each heading above a row counts as one. */
  const rowIndexOf = (index: number) => 2 + index + layout.groups.filter((group) => group.first <= index).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in sight
    <div
      {...box}
      role="grid"
      tabIndex={0}
      className={lines['list']}
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-rowcount={layout.total + layout.groups.length + 1}
      aria-activedescendant={current ? rowId(current.id) : undefined}
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
            aria-rowindex={rowIndexOf(group.first) - 1}
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
              rowIndex={rowIndexOf(index)}
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
