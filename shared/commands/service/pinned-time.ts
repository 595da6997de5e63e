import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TimeSpan } from '#shared/domain/service/clocks.ts';
import type { PinnedTime } from '#shared/domain/service/ticket.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import { yearOf } from '#shared/lib/dates/dates.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';
import { type CalendarYear, defaultSchedule, type Schedule } from '#shared/lib/working-time/working-time.ts';

const roundTheClock: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], intervals: [[0, 1440]] };

type Pins = Omit<PinnedTime, 'from'>;

/** In which working time the clocks of a ticket run now: that of the requester's branch, of the desk, or day and night. */
export function* pinnedNow(
  tx: Transaction,
  calendar: RowOf<'sla_policy'>['calendar'],
  place: { branchId: string; queue: RowOf<'queue'> | null; madeAt: number },
  at: number,
): Reading<{ pins: Pins; future: string[] }> {
  const desk = calendar === 'queue' ? place.queue : null;
  const branch = yield* tx.existing('branch', desk?.branchId ?? place.branchId);
  const { offsets } = branch;
  if (calendar === 'always') return { pins: { offsets, schedule: plain(roundTheClock), calendars: [] }, future: [] };
  const pins: Pins = { offsets, schedule: plain(desk?.schedule ?? branch.schedule ?? defaultSchedule), calendars: [] };
  const future: string[] = [];
  const year = yearOf(localDate(offsets, at));
  if (desk?.holidays === 'none') return { pins, future };
  for (let wanted = yearOf(localDate(offsets, place.madeAt)); wanted <= year + 1; wanted += 1) {
    const [kept] = yield* tx.list('calendar_version', 'year', String(wanted), 1, true);
    const found = kept ?? (yield* tx.byKey('working_calendar', 'year', String(wanted)));
    if (found) pins.calendars.push(found.id);
    if (found && wanted > year) future.push(found.id);
  }
  return { pins, future };
}

const plain = (schedule: Schedule): PinnedTime['schedule'] => ({
  days: [...schedule.days],
  intervals: schedule.intervals.map(([start, end]) => [start, end]),
});

/**
 * The same spans with a new one from now on, when the working time has changed; `isNews` is false when only a year that has not begun
 * has got its calendar. null: nothing has changed.
 */
export function repinned(
  times: readonly PinnedTime[],
  { pins, future }: { pins: Pins; future: readonly string[] },
  at: number,
): { times: PinnedTime[]; isNews: boolean } | null {
  const last = times.at(-1);
  if (!last) return { times: [{ ...pins, from: null }], isNews: false };
  const { from, ...before } = last;
  if (sameValue(before, pins)) return null;
  const past = pins.calendars.filter((id) => !future.includes(id) || before.calendars.includes(id));
  const isNews = !sameValue(before, { ...pins, calendars: past });
  return isNews
    ? { times: [...times, { ...pins, from: at }], isNews }
    : { times: [...times.slice(0, -1), { ...pins, from }], isNews };
}

/** Spans by what they say. The engine remembers what it has worked out by the object, and many tickets are pinned to the same time. */
const known = new Map<string, readonly TimeSpan[]>();
const knownLimit = 500;

/** The spans with the days of their calendars, as the engine takes them. Years no calendar is pinned for follow the plain week. */
export function* spansOf(tx: Transaction, times: readonly PinnedTime[]): Reading<readonly TimeSpan[]> {
  const spans: TimeSpan[] = [];
  for (const { from, offsets, schedule, calendars } of times) {
    const calendar: CalendarYear[] = [];
    for (const id of calendars) {
      const kept = yield* tx.get('calendar_version', id);
      const found = typeof kept === 'string' ? yield* tx.get('working_calendar', id) : kept;
      if (typeof found !== 'string') calendar.push({ year: found.year, days: found.days });
    }
    spans.push({ from, time: { offsets, schedule, calendar } });
  }
  return shared(spans);
}

function shared(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const text = JSON.stringify(spans);
  const before = known.get(text);
  if (before) return before;
  if (known.size >= knownLimit) known.clear();
  known.set(text, spans);
  return spans;
}
