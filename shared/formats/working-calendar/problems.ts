import type { FormatProblem } from '#shared/formats/problem.ts';

/** What can be wrong in a calendar that is sound XML; each refuses the file: a calendar with a hole would move deadlines silently. */
export const calendarProblemCodes = [
  'NOT_A_CALENDAR',
  'CALENDAR_YEAR_UNREADABLE',
  'CALENDAR_YEAR_DIFFERS',
  'CALENDAR_EMPTY',
  'CALENDAR_DATE_UNREADABLE',
  'CALENDAR_DATE_REPEATED',
  'CALENDAR_KIND_UNKNOWN',
  'CALENDAR_MOVE_UNREADABLE',
  'CALENDAR_TOO_MANY_DAYS',
] as const;

export type CalendarProblemCode = (typeof calendarProblemCodes)[number];

/** `line` is 1-based in the file's text, null where no line can be named. */
export interface CalendarProblem {
  readonly code: CalendarProblemCode | FormatProblem['code'];
  readonly line: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}
