import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import css from '#renderer/components/data-grid/data-grid.module.css';
import type { HeaderProps } from '#renderer/components/data-grid/types.ts';

/** A column's name; pressing it sorts, pressing again turns the order. */
export function HeaderCell({ label, sortable, end, silent, sorted, onSort }: HeaderProps) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The library owns the header's element but not the order, which is ours.
    const cell = ref.current?.closest('[role="columnheader"]');
    if (sorted) cell?.setAttribute('aria-sort', sorted);
    else cell?.removeAttribute('aria-sort');
  }, [sorted]);
  const Arrow = sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <span ref={ref} className={css['header']} data-end={end || undefined}>
      {silent ? (
        <span className="op-hidden">{label}</span>
      ) : sortable ? (
        <button type="button" className={css['sort']} data-sorted={sorted ?? undefined} onClick={onSort}>
          <span className="op-ellipsis">{label}</span>
          {sorted && <Arrow size={14} stroke={1.8} aria-hidden="true" />}
        </button>
      ) : (
        <span className="op-ellipsis">{label}</span>
      )}
    </span>
  );
}
