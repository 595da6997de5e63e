import type { QueryResult } from '#shared/queries/registry.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

export type BoardColumn = QueryResult<'ticket.board'>['columns'][number];

/**
 * Whether a card may go to a column: what is over or is being approved goes nowhere, nothing goes where it is, and what waits for its
 * requester goes on by their answer alone.
 */
export function movesTo(row: QueueRow, column: BoardColumn): boolean {
  if (row.state === 'waiting') return column.state === 'resolved';
  if (row.state !== 'open' && row.state !== 'working') return false;
  if (row.state !== column.state) return true;
  return column.state === 'working' && row.stage !== column.stage;
}

/** The card beside another: up and down within its column, left and right at the same height in the next column that has cards. */
export function beside(
  columns: readonly BoardColumn[],
  id: string,
  where: 'up' | 'down' | 'left' | 'right',
): QueueRow | null {
  const column = columns.findIndex((one) => one.rows.some((row) => row.id === id));
  const rows = columns[column]?.rows ?? [];
  const place = rows.findIndex((row) => row.id === id);
  if (where === 'up' || where === 'down') return rows[place + (where === 'down' ? 1 : -1)] ?? null;
  const step = where === 'right' ? 1 : -1;
  for (let at = column + step; at >= 0 && at < columns.length; at += step) {
    const there = columns[at]?.rows ?? [];
    if (there.length > 0) return there[Math.min(place, there.length - 1)] ?? null;
  }
  return null;
}
