import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import { instantAfter, piecesOf, type TimeSpan, workedBefore } from '#shared/domain/service/clocks-time.ts';
import type { PinnedTime, TicketSla } from '#shared/domain/service/ticket.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';
import type { CalendarDay, CalendarYear } from '#shared/lib/working-time/working-time.ts';

/** What was promised about a ticket, in working time that can be counted in. */
export interface Promised {
  response: number | null;
  resolution: number | null;
  spans: readonly TimeSpan[];
}

/**
 * Working times of tickets, by their pins: tickets of a branch carry the same pins, so one list of spans and one table of days serve
 * thousands of them. The same text of promises is read once.
 */
export class PinnedTimes {
  readonly #days: ReadonlyMap<string, CalendarYear>;
  readonly #promised = new Map<string, Promised>();
  readonly #spans = new Map<string, readonly TimeSpan[]>();
  readonly #single = new Map<string, TimeSpan>();
  readonly #rest = new WeakMap<readonly TimeSpan[], { minute: number; resumesAt: number | null }>();

  constructor(days: ReadonlyMap<string, CalendarYear>) {
    this.#days = days;
  }

  /** `text`: the column `sla` of a ticket. */
  read(text: string | null): Promised {
    const key = text ?? 'null';
    const known = this.#promised.get(key);
    if (known) return known;
    const sla = JSON.parse(key) as TicketSla | null;
    const made = {
      response: sla?.response ?? null,
      resolution: sla?.resolution ?? null,
      spans: this.spansOf(sla?.times ?? []),
    };
    this.#promised.set(key, made);
    return made;
  }

  spansOf(times: readonly PinnedTime[]): readonly TimeSpan[] {
    const key = JSON.stringify(times);
    const known = this.#spans.get(key);
    if (known) return known;
    const made = times.map((pinned) => ({ ...this.#spanOf(pinned), from: pinned.from }));
    this.#spans.set(key, made);
    return made;
  }

  /** When work goes on that stands now because nobody works; null: somebody works. Looked up once a minute. */
  resumesAt(spans: readonly TimeSpan[], now: number): number | null {
    const minute = Math.floor(now / minuteLength);
    const known = this.#rest.get(spans);
    if (known?.minute === minute) return known.resumesAt;
    const pieces = piecesOf(spans);
    const works = workedBefore(pieces, now + minuteLength) > workedBefore(pieces, now);
    const resumesAt = works ? null : instantAfter(spans, now, minuteLength) - minuteLength;
    this.#rest.set(spans, { minute, resumesAt });
    return resumesAt;
  }

  /** Tables of days are remembered by the list of years: equal calendars and schedules share theirs. */
  #spanOf(pinned: PinnedTime): TimeSpan {
    const { from: _from, ...pins } = pinned;
    const key = JSON.stringify(pins);
    const known = this.#single.get(key);
    if (known) return known;
    const calendar = pins.calendars.flatMap((id) => this.#days.get(id) ?? []);
    const made = { from: null, time: { offsets: pins.offsets, schedule: pins.schedule, calendar } };
    this.#single.set(key, made);
    return made;
  }
}

/** Whole working minutes between two instants, negative when `to` is earlier. */
export function minutesBetween(spans: readonly TimeSpan[], from: number, to: number): number {
  const pieces = piecesOf(spans);
  const worked = Math.trunc((workedBefore(pieces, to) - workedBefore(pieces, from)) / minuteLength);
  return worked === 0 ? 0 : worked;
}

const keptFor = new WeakMap<Readable, Latest<PinnedTimes>>();

/** The working times of this workstation's tickets, made anew only when a calendar has changed. */
export function pinnedTimes(db: Readable, deps: QueryDeps): PinnedTimes {
  const kept = keptFor.get(db) ?? new Latest<PinnedTimes>();
  keptFor.set(db, kept);
  const versions = (['calendar_version', 'working_calendar'] as const).map((entity) => deps.versions(entity));
  return kept.get(versions.join('/'), () => {
    const sql = (table: string): string => `SELECT id, year, days FROM ${table}`;
    const rows = [
      ...prepared(db, sql('working_calendar')).raw().all(),
      ...prepared(db, sql('calendar_version')).raw().all(),
    ];
    return new PinnedTimes(
      new Map(
        (rows as [string, number, string][]).map(([id, year, days]) => [
          id,
          { year, days: JSON.parse(days) as CalendarDay[] },
        ]),
      ),
    );
  });
}
