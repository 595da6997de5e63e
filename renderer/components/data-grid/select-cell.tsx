import { IconCheck } from '@tabler/icons-react';
import type { ICellRendererParams, IHeaderParams } from 'ag-grid-community';
import { useEffect, useState } from 'react';
import css from '#renderer/components/data-grid/data-grid.module.css';
import type { GridContext } from '#renderer/components/data-grid/types.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** The row's checkbox: there when the row is hovered, under the cursor or selected. */
export function SelectCell({ node, context }: ICellRendererParams<{ id: string }, unknown, GridContext>) {
  const t = useWords('grid');
  const [selected, setSelected] = useState(node.isSelected() === true);
  useEffect(() => {
    const follow = () => setSelected(node.isSelected() === true);
    follow();
    node.addEventListener('rowSelected', follow);
    return () => node.removeEventListener('rowSelected', follow);
  }, [node]);
  const id = node.data?.id;
  if (id === undefined) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native checkbox cannot be drawn by the tokens in both schemes
    <span
      role="checkbox"
      aria-checked={selected}
      aria-label={t('selectRow')}
      tabIndex={-1}
      className={css['box']}
      data-checked={selected || undefined}
      onKeyDown={() => undefined}
      onClick={(event) => {
        event.stopPropagation();
        context.toggle(id, node.rowIndex ?? 0, event.shiftKey);
      }}
    >
      {selected && <IconCheck size={12} stroke={3} aria-hidden="true" />}
    </span>
  );
}

/** The column needs a name for those who do not see it. */
export function SelectHeader(_: IHeaderParams) {
  const t = useWords('grid');
  return <span className="op-hidden">{t('selectRow')}</span>;
}
