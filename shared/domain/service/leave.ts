import { addDays, type DateText, dateOf, dayNumber, yearOf } from '#shared/lib/dates/dates.ts';

/** planned: in the schedule; requested: waits for approval; approved, taken: uses days; cancelled, rejected: gives them back. */
export type LeaveState = 'planned' | 'requested' | 'approved' | 'taken' | 'cancelled' | 'rejected';

/** An absence, both days included. */
export interface Leave {
  readonly from: DateText;
  readonly to: DateText;
  readonly state: LeaveState;
}

/** Days earned for a working year that begins on `from`; they may be taken from then on (ст. 122 ТК РФ). May be a negative correction. */
export interface LeaveGrant {
  readonly from: DateText;
  readonly days: number;
}

/** Calendar days of vacation; `available` is what is left when everything requested is approved, below zero when overdrawn. */
export interface LeaveBalance {
  readonly granted: number;
  readonly used: number;
  readonly planned: number;
  readonly available: number;
}

/** Non-working holidays (ст. 112 ТК РФ); days off moved to other dates are none of these. */
const holidays: readonly string[] = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
];

/** Calendar days of a vacation, both days included, without non-working holidays (ст. 120 ТК РФ); 0 when `to` is earlier. */
export function leaveDays(from: DateText, to: DateText): number {
  return Math.max(0, dayNumber(to) - dayNumber(from) + 1 - holidaysBetween(from, to));
}

/** The last day of a vacation of `days` days: the first one on which it has them; without days, the day before `from`. */
export function lastDay(from: DateText, days: number): DateText {
  let to = addDays(from, Math.max(0, days) - 1);
  // Every holiday inside moves the end on, where the next one may lie.
  for (let missing = days - leaveDays(from, to); missing > 0; missing = days - leaveDays(from, to)) {
    to = addDays(to, missing);
  }
  return to;
}

/**
 * The balance on a day: what has been granted by then, less every approved and requested vacation, those to come included, so that no
 * day is promised twice. `leaves` are those that use granted days: unpaid and study leave do not.
 */
export function leaveBalance(grants: readonly LeaveGrant[], leaves: readonly Leave[], on: DateText): LeaveBalance {
  const granted = sum(grants.filter(({ from }) => from <= on).map(({ days }) => days));
  const daysOf = (...states: LeaveState[]): number =>
    sum(leaves.filter(({ state }) => states.includes(state)).map(({ from, to }) => leaveDays(from, to)));
  const used = daysOf('approved', 'taken');
  const planned = daysOf('requested');
  return { granted, used, planned, available: granted - used - planned };
}

/** The leaves that share a day with a period, in the order given; cancelled and rejected ones share none. */
export function overlapping<T extends Leave>(leaves: readonly T[], from: DateText, to: DateText): T[] {
  if (from > to) return [];
  return leaves.filter((leave) => counts(leave) && leave.from <= to && leave.to >= from && leave.from <= leave.to);
}

/** Days of a period on which more than one of the employees is away, in order, with their ids; `leaves` are those of one department. */
export function parallelAbsences(
  leaves: readonly (Leave & { readonly employeeId: string })[],
  from: DateText,
  to: DateText,
): { date: DateText; employeeIds: string[] }[] {
  const away = new Map<number, Set<string>>();
  for (const leave of overlapping(leaves, from, to)) {
    const last = dayNumber(leave.to < to ? leave.to : to);
    for (let day = dayNumber(leave.from > from ? leave.from : from); day <= last; day += 1) {
      away.set(day, (away.get(day) ?? new Set()).add(leave.employeeId));
    }
  }
  return [...away]
    .filter(([, employees]) => employees.size > 1)
    .sort(([left], [right]) => left - right)
    .map(([day, employees]) => ({ date: dateOf(day), employeeIds: [...employees].sort() }));
}

function counts({ state }: Leave): boolean {
  return state !== 'cancelled' && state !== 'rejected';
}

function holidaysBetween(from: DateText, to: DateText): number {
  let count = 0;
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const prefix = String(year).padStart(4, '0');
    for (const holiday of holidays) {
      const date = `${prefix}-${holiday}`;
      if (from <= date && date <= to) count += 1;
    }
  }
  return count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}
