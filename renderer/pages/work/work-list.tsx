import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import lines from '#renderer/components/line-list.module.css';
import { useWords } from '#renderer/i18n/words.ts';
import { ITEM_HEIGHT, type ListRow, rowsWithin } from '#renderer/pages/work/list-rows.ts';
import css from '#renderer/pages/work/work-list.module.css';
import { cell, rowId, WorkRow, type WorkRowProps } from '#renderer/pages/work/work-row.tsx';

export interface WorkListHandle {
  focus: () => void;
}

/** The list of «Мои дела»: headings and items, of which only those in sight are drawn. The list has the focus, the cursor is told. */
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
    onMove: (to: number) => void;
    onPreview: () => void;
    ref?: Ref<WorkListHandle>;
  },
) {
  const { rows, cursor, covered } = props;
  const t = useWords('work');
  const { ref: sized, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement | null>(null);
  const [from, setFrom] = useState(0);
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);

  const current = rows.find((row) => row.kind === 'item' && row.index === cursor);
  const top = current?.top ?? 0;
  // The cursor is kept in sight; the first item with the heading above it.
  useEffect(() => {
    const element = scroller.current;
    if (!element || cursor < 0) return;
    if (cursor === 0) element.scrollTop = 0;
    else if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ITEM_HEIGHT > element.scrollTop + element.clientHeight - covered)
      element.scrollTop = top + ITEM_HEIGHT - element.clientHeight + covered;
  }, [cursor, top, covered]);

  const page = Math.max(1, Math.floor(height / ITEM_HEIGHT) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return;
    const command = event.ctrlKey || event.metaKey;
    const act: Record<string, () => void> = {
      ArrowDown: () => props.onMove(cursor + 1),
      ArrowUp: () => props.onMove(cursor - 1),
      PageDown: () => props.onMove(cursor + page),
      PageUp: () => props.onMove(cursor - page),
      Home: () => props.onMove(0),
      End: () => props.onMove(props.count - 1),
      Enter: () => props.onOpen(cursor, command),
      NumpadEnter: () => props.onOpen(cursor, command),
      Space: props.onPreview,
    };
    const found = act[event.code];
    if (!found) return;
    event.preventDefault();
    found();
  };
  const shown = rowsWithin(rows, from, height || 800);
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
      aria-rowcount={rows.length}
      aria-activedescendant={current?.kind === 'item' ? rowId(current.item.item) : undefined}
      data-area="list"
      onKeyDown={onKeyDown}
      onScroll={(event) => setFrom(event.currentTarget.scrollTop)}
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
