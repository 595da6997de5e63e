import { problemList } from '#shared/formats/problem.ts';
import type { CalendarProblem, CalendarProblemCode } from '#shared/formats/working-calendar/problems.ts';
import { attribute, child, childrenOf, parseXml, type XmlElement } from '#shared/formats/xml/tree.ts';
import { isDate } from '#shared/lib/dates/dates.ts';
import type { CalendarDay, CalendarDayKind, CalendarYear } from '#shared/lib/working-time/working-time.ts';

/** A calendar, or why there is none: one of the two is always empty. */
export interface WorkingCalendarFile {
  readonly calendar: CalendarYear | null;
  readonly problems: readonly CalendarProblem[];
}

type Report = (code: CalendarProblemCode, line: number, params?: CalendarProblem['params']) => void;

const kinds: ReadonlyMap<string, CalendarDayKind> = new Map([
  ['1', 'holiday'],
  ['2', 'short'],
  ['3', 'working'],
]);

/** More days than a working calendar keeps (domain/company): real ones differ from the plain week in about thirty. */
const mostDays = 200;
/** A file wrong in every line says so a few times. */
const problemLimit = 50;

/**
 * Parses a production calendar in the XML of xmlcalendar.ru: `<day d="мм.дд" t="1 day off | 2 short | 3 working" f="moved from">`
 * under `<calendar year>`. `expectedYear`: the year the user asked for. Never throws; anything wrong refuses the whole file.
 */
export function parseWorkingCalendar(text: string, expectedYear?: number): WorkingCalendarFile {
  const list = problemList();
  const root = parseXml(text, list);
  const problems: CalendarProblem[] = list.finish().map(({ code, line, params }) => ({ code, line, params }));
  const report: Report = (code, line, params = {}) => {
    if (problems.length < problemLimit) problems.push({ code, line, params: shortened(params) });
  };
  const calendar = root ? readCalendar(root, expectedYear, report) : null;
  return { calendar: problems.length === 0 ? calendar : null, problems };
}

function readCalendar(root: XmlElement, expectedYear: number | undefined, report: Report): CalendarYear | null {
  const days = child(root, 'days');
  if (root.name !== 'calendar' || !days) {
    report('NOT_A_CALENDAR', root.line, { root: root.name });
    return null;
  }
  const written = attribute(root, 'year') ?? '';
  if (!/^(19|20)\d{2}$/.test(written)) {
    report('CALENDAR_YEAR_UNREADABLE', root.line, { year: written });
    return null;
  }
  const year = Number(written);
  if (expectedYear !== undefined && year !== expectedYear)
    report('CALENDAR_YEAR_DIFFERS', root.line, { year, expected: expectedYear });
  return { year, days: readDays(days, written, report) };
}

function readDays(parent: XmlElement, year: string, report: Report): CalendarDay[] {
  const elements = childrenOf(parent, 'day');
  if (elements.length === 0) report('CALENDAR_EMPTY', parent.line);
  if (elements.length > mostDays) report('CALENDAR_TOO_MANY_DAYS', parent.line, { days: elements.length });
  const byDate = new Map<string, CalendarDay>();
  for (const element of elements.slice(0, mostDays)) {
    const day = readDay(element, year, report);
    if (!day) continue;
    if (byDate.has(day.date)) report('CALENDAR_DATE_REPEATED', element.line, { date: day.date });
    byDate.set(day.date, day);
  }
  return [...byDate.values()].sort((left, right) => (left.date < right.date ? -1 : 1));
}

function readDay(element: XmlElement, year: string, report: Report): CalendarDay | null {
  const written = attribute(element, 'd') ?? '';
  const type = attribute(element, 't') ?? '';
  const from = attribute(element, 'f');
  const date = readMonthDay(year, written);
  const kind = kinds.get(type);
  const movedFrom = from === null ? null : readMonthDay(year, from);
  if (date === null) report('CALENDAR_DATE_UNREADABLE', element.line, { value: written });
  if (kind === undefined) report('CALENDAR_KIND_UNKNOWN', element.line, { value: type });
  if (from !== null && movedFrom === null) report('CALENDAR_MOVE_UNREADABLE', element.line, { value: from });
  if (date === null || kind === undefined) return null;
  return { date, kind, ...(movedFrom === null ? {} : { movedFrom }) };
}

/** `мм.дд` of a year → `yyyy-mm-dd`; null when that year has no such day. */
function readMonthDay(year: string, written: string): string | null {
  const match = /^(\d{2})\.(\d{2})$/.exec(written);
  const date = match ? `${year}-${match[1]}-${match[2]}` : '';
  return isDate(date) ? date : null;
}

/** A value of megabytes must not travel inside its own complaint. */
function shortened(params: CalendarProblem['params']): CalendarProblem['params'] {
  const entries = Object.entries(params);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 60) : value]),
  );
}
