import type { GridApi } from 'ag-grid-community';
import type { DataGridProps, GetWindow } from '#renderer/components/data-grid/types.ts';

/** Rows that one answer carries; a longer range is asked for in parts. */
const AT_ONCE = 4_000;

async function windows<Row>(getWindow: GetWindow<Row>, start: number, end: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = start; from < end; from += AT_ONCE)
    rows.push(...(await getWindow(from, Math.min(end, from + AT_ONCE))).rows);
  return rows;
}

/**
 * The selection is the page's set of ids, so that it may hold rows that were never loaded («весь отбор»).
 * The grid only shows it. `props` and `api` are read when a tool is used.
 */
export function selectionTools<Row extends { id: string }>(
  props: () => DataGridProps<Row>,
  api: () => GridApi<Row> | null,
) {
  let anchor = 0;

  /** Ids from one place to another; windows that are not loaded are asked for. */
  const between = async (from: number, to: number): Promise<string[]> => {
    const [start, end] = from < to ? [from, to] : [to, from];
    const rows = Array.from(
      { length: end - start + 1 },
      (_, step) => api()?.getDisplayedRowAtIndex(start + step)?.data,
    );
    const known = rows.filter((row) => row !== undefined);
    const all = known.length === rows.length ? known : await windows(props().getWindow, start, end + 1);
    return all.filter((row) => !props().isBand?.(row)).map((row) => row.id);
  };

  return {
    /** Adds or takes away one row; `upTo` adds everything from the last chosen place to this one. */
    toggle(id: string, index: number, upTo: boolean) {
      const { selection, onSelect } = props();
      if (upTo) {
        void between(anchor, index).then((ids) => onSelect(new Set([...props().selection, ...ids])));
        return;
      }
      anchor = index;
      const next = new Set(selection);
      if (!next.delete(id)) next.add(id);
      onSelect(next);
    },
    /** Leaves this row alone selected. */
    only(id: string, index: number) {
      anchor = index;
      props().onSelect(new Set([id]));
    },
    /** Paints the set onto the rows that are loaded. */
    show(selection: ReadonlySet<string>) {
      api()?.forEachNode((node) => {
        if (!node.data) return;
        const wanted = selection.has(node.data.id);
        if (node.isSelected() !== wanted) node.setSelected(wanted);
      });
    },
  };
}
