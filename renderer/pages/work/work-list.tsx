import type { Ref } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { type LineListHandle, useLineList } from '#renderer/components/use-line-list.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ITEM_HEIGHT, type ListRow, rowsWithin } from '#renderer/pages/work/list-rows.ts';
import css from '#renderer/pages/work/work-list.module.css';
import { cell, rowId, WorkRow, type WorkRowProps } from '#renderer/pages/work/work-row.tsx';

/** The list of «Мои дела»: headings and items, of which only those in sight are drawn. */
export function WorkList(
  props: Pick<WorkRowProps, 'onStand' | 'onToggle' | 'onOpen'> & {
    rows: readonly ListRow[];
    height: number;
    /** Index of the item under the cursor; -1: none. */
    cursor: number;
    count: number;
    /** Pixels at the bottom that something lies over. */
    covered: number;
    selected: (item: string) => boolean;
    onPreview: () => void;
    ref?: Ref<LineListHandle>;
  },
) {
  const { rows, cursor, covered } = props;
  const t = useWords('work');
  const current = rows.find((row) => row.kind === 'item' && row.index === cursor);
  const top = current?.top ?? 0;
  const { box, from, seen } = useLineList({ ...props, top, lineHeight: ITEM_HEIGHT });
  const shown = rowsWithin(rows, from, seen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only the rows in sight
    <div
      {...box}
      role="grid"
      tabIndex={0}
      className={lines['list']}
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-activedescendant={current?.kind === 'item' ? rowId(current.item.item) : undefined}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={lines['lines']} style={{ height: props.height + covered }}>
        {shown.map((row) =>
          row.kind === 'group' ? (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={row.group}
              role="row"
              className={lines['group']}
              aria-rowindex={rows.indexOf(row) + 1}
              style={{ transform: `translateY(${row.top}px)` }}
            >
              <span {...cell}>
                <b>{t(`group_${row.group}`)}</b> <span className={css['count']}>{row.count}</span>
              </span>
            </div>
          ) : (
            <WorkRow
              key={row.item.item}
              item={row.item}
              index={row.index}
              rowIndex={rows.indexOf(row) + 1}
              top={row.top}
              cursor={row.index === cursor}
              selected={props.selected(row.item.item)}
              onStand={props.onStand}
              onToggle={props.onToggle}
              onOpen={props.onOpen}
            />
          ),
        )}
      </div>
    </div>
  );
}
