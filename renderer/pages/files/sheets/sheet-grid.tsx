import { useEffect, useMemo } from 'react';
import { columnEdges, columnName, NUMBERS, ROW } from '#renderer/pages/files/sheets/grid-layout.ts';
import type { CellPlace, SheetShape } from '#renderer/pages/files/sheets/messages.ts';
import css from '#renderer/pages/files/sheets/sheets.module.css';
import { ROWS } from '#renderer/pages/files/sheets/use-sheets.ts';
import { useFrame } from '#renderer/pages/files/viewer/use-frame.ts';
import type { SheetCell, SheetRow } from '#shared/formats/sheets/read-sheet.ts';

/** Rows above and below the sight that are drawn beforehand. */
const AHEAD = 12;

/** The cells of one sheet that are in sight, however many there are. */
export function SheetGrid(props: {
  shape: SheetShape;
  label: string;
  block: (block: number) => readonly SheetRow[];
  places: readonly CellPlace[];
  now: CellPlace | null;
}) {
  const { shape, now } = props;
  const { frame, top, left, width, height } = useFrame(true);
  const edges = useMemo(() => columnEdges(shape), [shape]);
  const marked = useMemo(
    () => new Set(props.places.filter((one) => one.sheet === shape.sheet).map((one) => `${one.row}/${one.column}`)),
    [props.places, shape.sheet],
  );
  const merged = useMemo(() => new Map(shape.merged.map((one) => [`${one.row}/${one.column}`, one])), [shape.merged]);
  useEffect(() => {
    const target = frame.current;
    if (!now || !target) return;
    const [from, to] = [now.row * ROW, edges[now.column] ?? 0];
    if (from < target.scrollTop || from > target.scrollTop + target.clientHeight - 3 * ROW)
      target.scrollTop = from - target.clientHeight / 3;
    if (to < target.scrollLeft + NUMBERS || to > target.scrollLeft + target.clientWidth - 80)
      target.scrollLeft = to - target.clientWidth / 3;
  }, [now, edges, frame]);

  const first = Math.max(0, Math.floor(top / ROW) - AHEAD);
  const last = Math.min(shape.rows, Math.ceil((top + height) / ROW) + AHEAD);
  const rows: SheetRow[] = [];
  for (let block = Math.floor(first / ROWS); block * ROWS < last; block += 1)
    rows.push(...props.block(block).filter(({ row }) => row >= first && row < last));
  const isInSight = (column: number): boolean =>
    (edges[column + 1] ?? 0) > left - 400 && (edges[column] ?? 0) < left + width + 200;
  const columns = Array.from({ length: shape.columns }, (_, column) => column).filter(isInSight);

  /** As wide as its cells, or as far as the next cell with something in it lets a text go. */
  const roomOf = (cells: readonly SheetCell[], index: number, row: number): { width: number; height: number } => {
    const cell = cells[index] as SheetCell;
    const one = merged.get(`${row}/${cell.column}`);
    const begin = edges[cell.column] ?? 0;
    if (one)
      return {
        width: (edges[Math.min(one.lastColumn, shape.columns - 1) + 1] ?? 0) - begin,
        height: (one.lastRow - row + 1) * ROW,
      };
    const next = cells[index + 1]?.column ?? shape.columns;
    const end = cell.number ? cell.column + 1 : next;
    return { width: (edges[end] ?? 0) - begin, height: ROW };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable with the keyboard
    <section ref={frame} className={css['frame']} tabIndex={0} aria-label={props.label} data-rows={shape.rows}>
      <div className={css['grid']} style={{ width: edges.at(-1) ?? 0, height: (shape.rows + 1) * ROW }}>
        <div className={css['head']}>
          <span className={css['corner']} style={{ width: NUMBERS }} />
          {columns.map((column) => (
            <span
              key={column}
              className={css['name']}
              style={{ left: edges[column] ?? 0, width: (edges[column + 1] ?? 0) - (edges[column] ?? 0) }}
            >
              {columnName(column)}
            </span>
          ))}
        </div>
        {Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index).map((row) => (
          <div key={row} className={css['line']} style={{ top: (row + 1) * ROW, width: edges.at(-1) ?? 0 }}>
            <span className={css['number']}>{row + 1}</span>
          </div>
        ))}
        {rows.map(({ row, cells }) =>
          cells.map((cell, index) => {
            const room = roomOf(cells, index, row);
            if (room.width === 0) return null;
            return (
              <span
                key={`${row}/${cell.column}`}
                className={css['cell']}
                data-number={cell.number || undefined}
                data-bold={cell.bold || undefined}
                data-wrap={room.height > ROW || undefined}
                data-found={marked.has(`${row}/${cell.column}`) || undefined}
                data-now={(now?.row === row && now.column === cell.column) || undefined}
                style={{ top: (row + 1) * ROW, left: edges[cell.column] ?? 0, ...room }}
                title={cell.text.length * 7 > room.width ? cell.text : undefined}
              >
                {cell.text}
              </span>
            );
          }),
        )}
      </div>
    </section>
  );
}
