import { type ReactNode, useRef, useState } from 'react';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridColumn, GridHandle } from '#renderer/components/data-grid/types.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useRowWindows } from '#renderer/pages/registration/use-row-windows.ts';
import { usePanels } from '#renderer/state/panels.ts';

const noOrder = () => {};

/** The grid over a list that is here as a whole, in its own order. */
export function RowGrid<Row extends { id: string }>(props: {
  label: string;
  columns: readonly GridColumn<Row>[];
  /** The same array as long as it says the same. */
  rows: readonly Row[];
  /** What the list is of: another key begins it from the top. */
  of: string;
  onOpen?: (row: Row, newWindow: boolean) => void;
  empty: ReactNode;
  /** Absent: the selection is nobody's concern. */
  selection?: ReadonlySet<string>;
  onSelect?: (selection: ReadonlySet<string>) => void;
}) {
  const { density } = usePanels();
  const own = useRef<GridHandle>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const windows = useRowWindows(props.rows, props.of);
  const { onSelect = setSelection } = props;
  useShortcuts([
    { keys: 'J', run: () => own.current?.move(1) },
    { keys: 'K', run: () => own.current?.move(-1) },
  ]);
  return (
    <DataGrid
      ref={own}
      label={props.label}
      columns={props.columns}
      {...windows}
      density={density}
      sort={null}
      onSort={noOrder}
      selection={props.selection ?? selection}
      onSelect={onSelect}
      onSelectAll={() => onSelect(new Set(props.rows.map((row) => row.id)))}
      {...(props.onOpen ? { onOpen: props.onOpen } : {})}
      empty={props.empty}
    />
  );
}
