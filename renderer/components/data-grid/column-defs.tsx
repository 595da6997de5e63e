import type {
  ColDef,
  ICellRendererParams,
  IHeaderParams,
  SuppressKeyboardEventParams,
  ValueGetterParams,
} from 'ag-grid-community';
import css from '#renderer/components/data-grid/data-grid.module.css';
import { HeaderCell } from '#renderer/components/data-grid/header-cell.tsx';
import { SelectCell, SelectHeader } from '#renderer/components/data-grid/select-cell.tsx';
import type { GridColumn, GridContext } from '#renderer/components/data-grid/types.ts';

/** Keys that the register itself understands must not reach the library. */
const ours = new Set(['Space', 'Enter', 'NumpadEnter', 'KeyA', 'KeyX', 'KeyJ', 'KeyK', 'Tab', 'Delete', 'Backspace']);
const suppressKeyboardEvent = ({ event }: SuppressKeyboardEventParams) => ours.has(event.code);

/** Our columns in the library's terms; the first is the invisible checkbox. */
export function toColumnDefs<Row extends { id: string }>(columns: readonly GridColumn<Row>[]): ColDef<Row>[] {
  const own = columns
    .filter((column) => !column.hidden)
    .map((column): ColDef<Row> => {
      const drawn = ({ data }: ICellRendererParams<Row>) =>
        data ? <span className={css['parts']}>{column.render?.(data)}</span> : null;
      const size =
        column.width === undefined
          ? { flex: column.flex ?? 1, minWidth: column.minWidth ?? 80 }
          : { width: column.width };
      return {
        colId: column.id,
        headerName: column.header,
        ...size,
        resizable: column.resizable ?? true,
        sortable: false,
        suppressMovable: true,
        suppressKeyboardEvent,
        headerComponent: (params: IHeaderParams<Row, GridContext>) => (
          <HeaderCell {...params.context.header(column.id)} />
        ),
        // Words are handed over as they are: a component for each would cost a far jump most of its time.
        ...(column.render
          ? { cellRenderer: drawn }
          : {
              valueGetter: ({ data }: ValueGetterParams<Row>) => (data ? (column.text?.(data) ?? '') : undefined),
            }),
        cellClass: [
          column.render ? (css['drawn'] ?? '') : (css['words'] ?? ''),
          column.align === 'end' ? (css['end'] ?? '') : '',
        ].filter(Boolean),
      };
    });
  return [
    {
      colId: 'select',
      width: 32,
      resizable: false,
      sortable: false,
      suppressMovable: true,
      suppressKeyboardEvent,
      headerComponent: SelectHeader,
      cellRenderer: SelectCell,
      cellClass: css['selectCell'] ?? '',
    },
    ...own,
  ];
}
