import type { KeyDateLine } from '#shared/queries/contract.ts';

/** How a term is told: both ends known, one of them, none. */
export function termForm(from: string | null | undefined, to: string | null | undefined) {
  if (from && to) return 'term_between';
  if (from) return 'term_from';
  return to ? 'term_until' : 'term_endless';
}

/** Reminders as they are told: «за 30, за 14» before the last one, and whether there is one on the day itself. */
export function reminderParts(days: readonly number[]): { before: number[]; last: number | null; onDay: boolean } {
  const ahead = [...new Set(days)].filter((day) => day > 0).sort((a, b) => b - a);
  return { before: ahead.slice(0, -1), last: ahead.at(-1) ?? null, onDay: days.includes(0) };
}

/** The limits of the domain: how many reminders a date has, and how long before it. */
const MOST = 10;
const LONGEST = 730;

/** «30, 7, 0» → days, the longest first; null when it is no list of days. An empty line is no reminders. */
export function readReminders(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > LONGEST)) return null;
  const days = [...new Set(parts.map(Number))].sort((a, b) => b - a);
  return days.length > MOST ? null : days;
}

/** The rate of VAT a sum contains, when it is one that the law knows; null otherwise. Kopecks; a rouble may be lost by rounding. */
export function vatRate(amount: number, vat: number): number | null {
  const known = [22, 20, 18, 10, 7, 5];
  return known.find((rate) => Math.abs(Math.round((amount * rate) / (100 + rate)) - vat) <= 100) ?? null;
}

/** Where a key date stands for the person who looks at it. */
export function keyDateStanding(line: KeyDateLine): 'planned' | 'done' | 'passed' | 'late' | 'due' | 'ahead' {
  if (line.id === null) return 'planned';
  if (line.doneAt !== null) return 'done';
  // That a contract has taken effect asks nothing of anybody.
  if (line.daysLeft < 0) return line.kind === 'effective' ? 'passed' : 'late';
  return line.due ? 'due' : 'ahead';
}

/** A whole percentage of a sum; never 100 before the whole is reached, never 0 once something is there. */
export function shareOf(part: number, whole: number): number {
  if (whole <= 0) return 0;
  const share = Math.round((part * 100) / whole);
  if (share >= 100 && part < whole) return 99;
  return share === 0 && part > 0 ? 1 : share;
}
