import { dayLength, minuteLength, stretchesOf } from '#shared/lib/dates/local-time.ts';
import { type DayTable, dayTable } from '#shared/lib/working-time/day-table.ts';
import { addWorkingMinutes } from '#shared/lib/working-time/working-minutes.ts';
import { defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** The working time in force from an instant on (UTC milliseconds); null: since ever. */
export interface TimeSpan {
  readonly from: number | null;
  readonly time: WorkingTime;
}

/** A stretch with one calendar, one schedule and one offset; `base` makes the count go on from the stretch before. */
export interface Piece {
  readonly start: number;
  readonly shift: number;
  readonly table: DayTable;
  readonly base: number;
}

const plain: readonly TimeSpan[] = [{ from: null, time: { offsets: [], schedule: defaultSchedule, calendar: [] } }];
const known = new WeakMap<readonly TimeSpan[], readonly Piece[]>();

/** Milliseconds of working time before an instant, each piece by what was in force then; only differences mean anything. */
export function workedBefore(pieces: readonly Piece[], at: number): number {
  let n = pieces.length - 1;
  while (n > 0 && (pieces[n] as Piece).start > at) n -= 1;
  const { base, table, shift } = pieces[n] as Piece;
  return base + workedUntil(table, at + shift);
}

/** The first instant at which `worked` milliseconds of working time have passed since `from`, over all borders of `times`. */
export function instantAfter(times: readonly TimeSpan[], from: number, worked: number): number {
  const spans = times.length > 0 ? times : plain;
  const pieces = piecesOf(times);
  let at = from;
  let left = worked;
  for (const [n, { time }] of spans.entries()) {
    const end = spans[n + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (end <= at) continue;
    const reached = Math.round(addWorkingMinutes(time, at, left / minuteLength));
    if (reached <= end) return reached;
    left -= workedBefore(pieces, end) - workedBefore(pieces, at);
    at = end;
  }
  return at;
}

/**
 * The pieces of a list of spans, sorted as it is; before the first span the first one holds, none at all mean the usual forty hours in
 * UTC. Remembered by the list, which the tickets of a branch share: looking an instant up is then a few steps of arithmetic.
 */
export function piecesOf(times: readonly TimeSpan[]): readonly Piece[] {
  const before = known.get(times);
  if (before) return before;
  const spans = times.length > 0 ? times : plain;
  const pieces: Piece[] = [];
  for (const [n, { from, time }] of spans.entries()) {
    const begin = n === 0 || from === null ? Number.NEGATIVE_INFINITY : from;
    const end = spans[n + 1]?.from ?? Number.POSITIVE_INFINITY;
    const table = dayTable(time);
    for (const stretch of stretchesOf(time.offsets)) {
      const start = Math.max(begin, stretch.start);
      if (start < Math.min(end, stretch.end)) pieces.push(following(pieces.at(-1), start, stretch.shift, table));
    }
  }
  known.set(times, pieces);
  return pieces;
}

function following(last: Piece | undefined, start: number, shift: number, table: DayTable): Piece {
  const reached = last ? last.base + workedUntil(last.table, start + last.shift) : 0;
  return { start, shift, table, base: last ? reached - workedUntil(table, start + shift) : 0 };
}

/** Milliseconds worked before a local time: the seconds of every pause are kept, only what is shown is whole minutes. */
function workedUntil(table: DayTable, local: number): number {
  const day = Math.floor(local / dayLength);
  const ofDay = local - day * dayLength;
  let worked = table.minutesBefore(day) * minuteLength;
  for (const [start, end] of table.intervalsOf(day)) {
    worked += Math.max(0, Math.min(ofDay, end * minuteLength) - start * minuteLength);
  }
  return worked;
}
