import type { GridApi, ICellRendererParams, RowClickedEvent } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { toColumnDefs } from '#renderer/components/data-grid/column-defs.tsx';
import css from '#renderer/components/data-grid/data-grid.module.css';
import { doublePress } from '#renderer/components/data-grid/double-press.ts';
import { handIsBusy } from '#renderer/components/data-grid/hand-is-busy.ts';
import { joinedSource } from '#renderer/components/data-grid/joined-source.ts';
import { registerGridModules } from '#renderer/components/data-grid/modules.ts';
import { selectionTools } from '#renderer/components/data-grid/selection.ts';
import {
  type DataGridProps,
  type GridContext,
  type GridHandle,
  rowHeights,
} from '#renderer/components/data-grid/types.ts';
import { gridKeyHandler } from '#renderer/components/data-grid/use-grid-keys.ts';
import { useGridWords } from '#renderer/components/data-grid/use-grid-words.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { gridTheme } from '#renderer/theme/grid-theme.ts';
import { getStyleNonce } from '#renderer/theme/nonce.ts';

registerGridModules();

const BLOCK = 100;
/** Lines drawn above and below those in view: two turns of a wheel; every one of them is drawn by a far jump too. */
const ROWS_AROUND = 5;

/** A register of any length: rows come by windows, the keyboard cursor is a bar, the selection is a tint. */
export function DataGrid<Row extends { id: string }>(props: DataGridProps<Row> & { ref?: Ref<GridHandle> }) {
  const { columns, getWindow, total, version = 0, density = 'normal' } = props;
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  // The list whose rows are there: until it is the one that is asked for, the grid is busy.
  const [painted, setPainted] = useState<DataGridProps<Row>['getWindow'] | null>(null);
  const latest = useRef(props);
  latest.current = props;

  const tools = useMemo(
    () =>
      selectionTools<Row>(
        () => latest.current,
        () => api,
      ),
    [api],
  );
  const definitions = useMemo(() => toColumnDefs(columns), [columns]);
  const context = useMemo<GridContext>(
    () => ({
      toggle: tools.toggle,
      toggleAll: () => latest.current.onSelectAll?.(),
      band: (row) => latest.current.band?.(row as Row),
      header: (columnId) => headerOf(latest.current, columnId),
    }),
    [tools],
  );

  const datasource = useMemo(() => joinedSource(getWindow, () => setPainted(() => getWindow)), [getWindow]);

  // The same list with other contents: what is in view is read again, and stays until the new rows are there.
  const seen = useRef({ version, total });
  useEffect(() => {
    if (!api || (seen.current.version === version && seen.current.total === total)) return;
    if (seen.current.total !== total) api.setRowCount(total, true);
    seen.current = { version, total };
    api.refreshInfiniteCache();
  }, [api, version, total]);

  useEffect(() => {
    if (api) tools.show(props.selection);
  }, [api, tools, props.selection]);

  // Headers are drawn by us and must follow the order and the language; drawn anew for less, a header would lose the press it is under.
  const sorted = `${props.sort?.column} ${props.sort?.descending}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sort is read when headers are drawn
  useEffect(() => api?.refreshHeader(), [api, columns, sorted]);

  const cursor = useCallback(() => api?.getFocusedCell()?.rowIndex ?? null, [api]);
  // The page may ask before the library is there.
  const wanted = useRef<number | null>(null);
  const goTo = useCallback(
    (index: number) => {
      if (!api) wanted.current = index;
      if (!api || latest.current.total === 0) return;
      wanted.current = null;
      const row = Math.max(0, Math.min(latest.current.total - 1, index));
      const column = api.getFocusedCell()?.column ?? 'select';
      api.ensureIndexVisible(row);
      api.setFocusedCell(row, column);
    },
    [api],
  );
  useEffect(() => {
    if (api && wanted.current !== null && !handIsBusy()) goTo(wanted.current);
  }, [api, goTo]);
  const move = useCallback((by: number) => goTo((cursor() ?? -1) + by), [goTo, cursor]);
  useImperativeHandle(
    props.ref,
    () => ({ goTo, move, refresh: () => api?.refreshInfiniteCache(), focus: () => goTo(cursor() ?? 0) }),
    [api, goTo, move, cursor],
  );

  // Told once per row object: when the cursor moves, when its row arrives late, and when its row was read again.
  const told = useRef<Row | undefined>(undefined);
  const tell = (grid: GridApi<Row>) => {
    const index = grid.getFocusedCell()?.rowIndex;
    const row = index === undefined ? undefined : grid.getDisplayedRowAtIndex(index)?.data;
    if (!row || index === undefined || row === told.current) return;
    told.current = row;
    latest.current.onCursor?.(row, index);
  };
  const rowUnderCursor = () => {
    const index = cursor();
    return index === null ? undefined : api?.getDisplayedRowAtIndex(index)?.data;
  };
  const bandUnderCursor = () => {
    const row = rowUnderCursor();
    return row && props.isBand?.(row) ? row : undefined;
  };
  const keys = gridKeyHandler({
    move,
    band: (open) => {
      const row = bandUnderCursor();
      if (row) props.onBand?.(row, open);
      return row !== undefined;
    },
    open: (newWindow) => {
      const row = rowUnderCursor();
      if (row) props.onOpen?.(row, newWindow);
    },
    preview: () => props.onPreview?.(),
    toggle: (upTo) => {
      const row = rowUnderCursor();
      const index = cursor();
      if (row && index !== null && !bandUnderCursor()) tools.toggle(row.id, index, upTo);
    },
    selectAll: () => props.onSelectAll?.(),
    clear: () => {
      if (props.selection.size === 0) return false;
      props.onSelect(new Set());
      return true;
    },
  });

  const press = useMemo(
    () =>
      doublePress<Row>(
        (id) => api?.getRowNode(id)?.data,
        (row) => {
          if (!latest.current.isBand?.(row)) latest.current.onOpen?.(row, false);
        },
      ),
    [api],
  );
  const click = ({ data, event, rowIndex }: RowClickedEvent<Row>) => {
    if (!data || !(event instanceof MouseEvent)) return;
    if (props.isBand?.(data)) return props.onBand?.(data, undefined);
    if (event.shiftKey || event.ctrlKey || event.metaKey) tools.toggle(data.id, rowIndex ?? 0, event.shiftKey);
    else tools.only(data.id, rowIndex ?? 0);
  };

  const waiting = useDelayed(painted === null && total > 0, 300);
  const words = useGridWords(props.label);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the role and the focus; keys bubble up from it
    <div
      className={css['wrap']}
      onKeyDown={keys}
      {...press}
      data-area="list"
      aria-busy={props.current === false || painted !== getWindow}
    >
      <AgGridReact<Row>
        theme={gridTheme}
        styleNonce={getStyleNonce()}
        rowModelType="infinite"
        columnDefs={definitions}
        datasource={datasource}
        context={context}
        getRowId={({ data }) => data.id}
        isFullWidthRow={({ rowNode: { data } }) => data === undefined || latest.current.isBand?.(data) === true}
        fullWidthCellRenderer={WholeLine}
        onColumnResized={({ column, finished, source }) => {
          if (finished && column && source === 'uiColumnResized')
            latest.current.onResize?.(column.getColId(), Math.round(column.getActualWidth()));
        }}
        cacheBlockSize={BLOCK}
        maxBlocksInCache={20}
        infiniteInitialRowCount={Math.max(1, total)}
        rowHeight={rowHeights[density]}
        headerHeight={32}
        scrollbarWidth={8}
        rowSelection={{ mode: 'multiRow', checkboxes: false, headerCheckbox: false, enableClickSelection: false }}
        suppressCellFocus={false}
        suppressMultiSort
        suppressDragLeaveHidesColumns
        suppressNoRowsOverlay
        animateRows={false}
        rowBuffer={ROWS_AROUND}
        localeText={words}
        onGridReady={({ api }) => setApi(api)}
        onModelUpdated={({ api }) => {
          tools.show(latest.current.selection);
          tell(api);
        }}
        onCellFocused={({ api }) => tell(api)}
        onRowClicked={click}
      />
      {waiting && (
        <div className={css['cover']}>
          <SkeletonRows rows={12} />
        </div>
      )}
      {total === 0 && <div className={css['cover']}>{props.empty}</div>}
    </div>
  );
}

/**
 * A line over the whole width: a band, drawn by the page, or one whose row has not come yet. That one keeps its number; cells of its own
 * would double what a far jump draws.
 */
function WholeLine({ data, node, context }: ICellRendererParams<{ id: string }, unknown, GridContext>) {
  if (data) return context.band(data);
  return (
    <div className={css['waitingLine']}>
      <span className={css['waitingNumber']}>{(node.rowIndex ?? 0) + 1}</span>
    </div>
  );
}

function headerOf<Row extends { id: string }>(props: DataGridProps<Row>, columnId: string) {
  const column = props.columns.find((one) => one.id === columnId);
  const sorted =
    props.sort?.column === columnId ? (props.sort.descending ? ('descending' as const) : ('ascending' as const)) : null;
  return {
    label: column?.header ?? '',
    sortable: column?.sortable ?? false,
    end: column?.align === 'end',
    silent: column?.silentHeader ?? false,
    sorted,
    onSort: () => props.onSort({ column: columnId, descending: sorted === 'ascending' }),
  };
}
