import type { ReactNode } from 'react';

/** One column of a register. `text` for plain words (cut with an ellipsis), `render` for anything with a glyph. */
export interface GridColumn<Row> {
  id: string;
  header: string;
  /** Fixed width in pixels; without it the column shares what is left by `flex`. */
  width?: number | undefined;
  flex?: number;
  minWidth?: number;
  align?: 'end' | undefined;
  sortable?: boolean;
  /** Not shown unless a person asks for it. */
  hidden?: boolean | undefined;
  /** It never gives way. */
  fixed?: boolean;
  resizable?: boolean;
  /** The header's words are only for screen readers: columns of a single glyph. */
  silentHeader?: boolean;
  text?: (row: Row) => string;
  render?: (row: Row) => ReactNode;
}

export interface GridSort {
  column: string;
  descending: boolean;
}

/** What the page may ask of a mounted grid. */
export interface GridHandle {
  /** Moves the cursor to the row and scrolls it into view. */
  goTo(index: number): void;
  /** Moves the cursor by so many rows. */
  move(by: number): void;
  /** Reads the windows in view again; rows stay until the new ones are there. */
  refresh(): void;
  focus(): void;
}

/** Rows are read by windows: indexes from `start` up to, not including, `end`; with each comes the length of the list. */
export type GetWindow<Row> = (start: number, end: number) => Promise<{ rows: readonly Row[]; total: number }>;

export interface DataGridProps<Row extends { id: string }> {
  label: string;
  columns: readonly GridColumn<Row>[];
  /** A new function means another list: the grid starts it from the top. Keep it stable otherwise. */
  getWindow: GetWindow<Row>;
  /** How many rows the list has. */
  total: number;
  /** False while `total` is still that of the former list. */
  current?: boolean;
  /** Bumped when the same list changed: windows in view are read again in place. */
  version?: number;
  sort: GridSort | null;
  onSort: (sort: GridSort) => void;
  selection: ReadonlySet<string>;
  onSelect: (selection: ReadonlySet<string>) => void;
  /** The row the cursor stands on, and its place. */
  onCursor?: (row: Row, index: number) => void;
  onOpen?: (row: Row, newWindow: boolean) => void;
  onPreview?: () => void;
  onSelectAll?: () => void;
  /** Lines between the rows, over the whole width: they are neither selected nor opened. */
  band?: ((row: Row) => ReactNode) | undefined;
  isBand?: ((row: Row) => boolean) | undefined;
  /** A band was asked to show or to hide its rows; undefined: the other way round. */
  onBand?: ((row: Row, open: boolean | undefined) => void) | undefined;
  /** A person gave a column another width, in pixels. */
  onResize?: ((column: string, width: number) => void) | undefined;
  density?: 'compact' | 'normal' | 'roomy';
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
}

export const rowHeights = { compact: 28, normal: 32, roomy: 40 } as const;

/** What a drawn header shows and does. */
export interface HeaderProps {
  label: string;
  sortable: boolean;
  end: boolean;
  silent: boolean;
  sorted: 'ascending' | 'descending' | null;
  onSort: () => void;
}

/** What headers and the checkbox column need from the grid at the time they are used. */
export interface GridContext {
  toggle: (id: string, index: number, upTo: boolean) => void;
  toggleAll: () => void;
  band: (row: { id: string }) => ReactNode;
  header: (columnId: string) => HeaderProps;
}
