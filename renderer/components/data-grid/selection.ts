import type { GridApi } from 'ag-grid-community';
import type { DataGridProps } from '#renderer/components/data-grid/types.ts';

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
    if (rows.every((row) => row !== undefined)) return rows.map((row) => row.id);
    return (await props().getWindow(start, end + 1)).rows.map((row) => row.id);
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
