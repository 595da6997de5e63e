import { dayLength, minuteLength, stretchesOf } from '#shared/lib/dates/local-time.ts';
import { type DayTable, dayTable } from '#shared/lib/working-time/day-table.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

// Working time is what really passes while the branch's wall clock shows working hours: an hour that a change of the clocks
// skips is not worked, one that comes twice is worked twice.

/**
 * The instant at which `minutes` of the branch's working time have passed since `from` (UTC milliseconds): the deadline.
 * The earliest such instant, so eight hours from 9:00 end at 18:00 and not at 9:00 of the next day; nothing to pass is `from`.
 */
export function addWorkingMinutes(time: WorkingTime, from: number, minutes: number): number {
  if (minutes <= 0) return from;
  const table = dayTable(time);
  let remaining = minutes * minuteLength;
  let at = from;
  for (const { end, shift } of stretchesOf(time.offsets)) {
    if (end <= at) continue;
    const passed = workedUntil(table, at + shift);
    const available = end === Number.POSITIVE_INFINITY ? end : workedUntil(table, end + shift) - passed;
    if (remaining <= available) return momentOf(table, passed + remaining, at + shift) - shift;
    remaining -= available;
    at = end;
  }
  return at;
}

/** Whole minutes of the branch's working time between two instants; 0 when `to` is not later. */
export function workingMinutesBetween(time: WorkingTime, from: number, to: number): number {
  if (to <= from) return 0;
  const table = dayTable(time);
  let worked = 0;
  for (const { start, end, shift } of stretchesOf(time.offsets)) {
    const first = Math.max(from, start);
    const last = Math.min(to, end);
    if (first < last) worked += workedUntil(table, last + shift) - workedUntil(table, first + shift);
  }
  return Math.floor(worked / minuteLength);
}

/** Milliseconds of working time before a local time; only differences mean anything. */
function workedUntil(table: DayTable, local: number): number {
  const day = Math.floor(local / dayLength);
  const ofDay = local - day * dayLength;
  let worked = table.minutesBefore(day) * minuteLength;
  for (const [start, end] of table.intervalsOf(day)) {
    worked += Math.max(0, Math.min(ofDay, end * minuteLength) - start * minuteLength);
  }
  return worked;
}

/** The first local time at which `worked` milliseconds have been worked, not before `local`, where fewer have. */
function momentOf(table: DayTable, worked: number, local: number): number {
  const minutes = Math.ceil(worked / minuteLength);
  // The last day whose beginning still has too little: doubled steps, then halves.
  let low = Math.floor(local / dayLength);
  let step = 1;
  while (table.minutesBefore(low + step) < minutes) {
    low += step;
    step *= 2;
  }
  while (step > 1) {
    step /= 2;
    if (table.minutesBefore(low + step) < minutes) low += step;
  }
  let left = worked - table.minutesBefore(low) * minuteLength;
  let moment = low * dayLength;
  for (const [start, end] of table.intervalsOf(low)) {
    if (left <= 0) break;
    const length = (end - start) * minuteLength;
    moment = low * dayLength + start * minuteLength + Math.min(left, length);
    left -= length;
  }
  return moment;
}
