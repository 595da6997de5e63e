import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import { type ClockEvent, type ClockTerms, foldClocks, type TimeSpan } from '#shared/domain/service/clocks.ts';
import type { TicketEventKind } from '#shared/domain/service/ticket-event.ts';
import { defaultSchedule, type Schedule } from '#shared/lib/working-time/working-time.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { load } from './support-load.ts';
import { percentile, rounded } from './support-rows.ts';

const goal = { milliseconds: 1_000 };
const [tickets, rounds] = [100_000, 5];
const minute = 60_000;
const now = Date.UTC(2026, 10, 20, 12);

/** What has happened to tickets that are still open: five entries each, one of them the reason why a clock is hard. */
const courses: readonly (readonly TicketEventKind[])[] = [
  ['created', 'queued', 'taken', 'replied', 'stage_moved'],
  ['created', 'approval_started', 'approved', 'queued', 'edited'],
  ['created', 'taken', 'asked', 'answered', 'edited'],
  ['created', 'taken', 'resolved', 'reopened', 'assigned'],
  ['created', 'queued', 'prioritized', 'clock_changed', 'transferred'],
  ['created', 'queued', 'taken', 'asked', 'edited'],
];

/** The clocks of 100,000 open tickets, two each, worked out anew from their logs on one core. */
export async function run({ say }: BenchOptions): Promise<BenchResult> {
  const branches = [180, 240, 420, 600].map(workingTimeOf);
  const logs = Array.from({ length: tickets }, (_, n) => logOf(n));
  const terms: ClockTerms = { responseMinutes: 60, resolutionMinutes: 960 };
  const times: number[] = [];
  const processor: number[] = [];
  let late = 0;
  let running = 0;
  for (let round = 0; round < rounds; round += 1) {
    [late, running] = [0, 0];
    const began = performance.now();
    const before = process.cpuUsage();
    for (const [n, events] of logs.entries()) {
      const { response, resolution } = foldClocks(events, terms, branches[n % branches.length] as TimeSpan[], now);
      if (resolution.late !== null || response.late !== null) late += 1;
      if (resolution.dueAt !== null) running += 1;
    }
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1_000);
    say(`${Math.round(times.at(-1) ?? 0)} ms`);
  }
  // The first round is the cold one: the middle one is what a sweep of the centre takes. Beside it what the processor did, since a
  // busy machine lets every round wait.
  const value = { milliseconds: rounded(percentile(times, 0.5)), processor: rounded(percentile(processor, 0.5)) };
  const first = rounded(times[0] ?? Number.NaN);
  const ok = value.milliseconds <= goal.milliseconds;
  return { name: 'clocks', goal, value, ok, first, tickets, running, late, load: load() };
}

/** A branch that has changed its hours in July: half of the open tickets lie over that border. */
function workingTimeOf(minutes: number): TimeSpan[] {
  const offsets = [{ from: null, minutes }];
  const longer: Schedule = { days: [1, 2, 3, 4, 5, 6], intervals: [[480, 1_200]] };
  return [
    { from: null, time: { offsets, schedule: defaultSchedule, calendar: shippedCalendars } },
    { from: Date.UTC(2026, 6, 1), time: { offsets, schedule: longer, calendar: shippedCalendars } },
  ];
}

/** Tickets of the last ten months; every third entry waited for a link, and what came after it was known after it. */
function logOf(n: number): ClockEvent[] {
  const kinds = courses[n % courses.length] ?? [];
  const begin = now - ((n * 7_919) % 430_000) * minute - 3_000 * minute;
  let known = 0;
  return kinds.map((kind, m) => {
    const occurredAt = begin + m * ((n % 500) + 20) * minute + ((n * 13 + m) % 60_000);
    const receivedAt = Math.max(known, occurredAt + ((n + m) % 3 === 0 ? (n % 900) * minute : 40));
    known = receivedAt;
    const data = kind === 'clock_changed' ? { resolutionMinutes: 480 } : {};
    return { id: `${n}-${m}`, kind, occurredAt, receivedAt, data };
  });
}
