import { describe, expect, it } from 'vitest';
import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import { type ClockEvent, type ClockTerms, foldClocks, type TimeSpan } from '#shared/domain/service/clocks.ts';
import type { TicketEventKind } from '#shared/domain/service/ticket-event.ts';
import { defaultSchedule, type Schedule } from '#shared/lib/working-time/working-time.ts';

const minute = 60_000;
/** Moscow time: `2026-06-01 10:32`. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+03:00`);
const shown = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant + 180 * minute).toISOString().slice(0, 16).replace('T', ' ');

const inMoscow = (schedule: Schedule, from: string | null = null): TimeSpan => ({
  from: from === null ? null : at(from),
  time: { offsets: [{ from: null, minutes: 180 }], schedule, calendar: shippedCalendars },
});
const office = [inMoscow(defaultSchedule)];
const noLunch = [inMoscow({ days: [1, 2, 3, 4, 5], intervals: [[540, 1_080]] })];
const roundTheClock = [inMoscow({ days: [1, 2, 3, 4, 5, 6, 7], intervals: [[0, 1_440]] })];

/** `kind when [known when]`; without the second the centre learned of it at once. */
function log(
  ...entries: readonly (readonly [TicketEventKind, string, { known?: string | null; data?: ClockEvent['data'] }?])[]
) {
  return entries.map(([kind, when, { known, data } = {}], n): ClockEvent => {
    const receivedAt = known === null ? null : at(known ?? when);
    return { id: String(n).padStart(2, '0'), kind, occurredAt: at(when), receivedAt, data: data ?? {} };
  });
}

const none: ClockTerms = { responseMinutes: null, resolutionMinutes: null };
const respond = (minutes: number): ClockTerms => ({ ...none, responseMinutes: minutes });
const resolve = (minutes: number): ClockTerms => ({ ...none, resolutionMinutes: minutes });

describe('whose delay it was', () => {
  const late = log(['created', '2026-06-01 10:32', { known: '2026-06-01 13:49' }], ['replied', '2026-06-01 14:01']);

  it('twelve minutes of the desk after three hours without a link: late because of the link', () => {
    const { response } = foldClocks(late, respond(60), noLunch, at('2026-06-01 17:00'));
    expect(response).toMatchObject({ state: 'stopped', spent: 12, lived: 209, late: 'link', dueAt: null });
    expect([shown(response.startedAt), shown(response.stoppedAt)]).toEqual(['2026-06-01 13:49', '2026-06-01 14:01']);
  });

  it('in time for everybody with four hours, and the desk itself late with ten minutes', () => {
    const now = at('2026-06-01 17:00');
    expect(foldClocks(late, respond(240), noLunch, now).response.late).toBeNull();
    expect(foldClocks(late, respond(10), noLunch, now).response.late).toBe('own');
  });

  it('a desk that answered without a link answered when it did, and the requester saw it later', () => {
    const events = log(['created', '2026-06-01 10:00'], ['replied', '2026-06-01 10:20', { known: '2026-06-01 12:00' }]);
    expect(foldClocks(events, respond(60), noLunch, at('2026-06-01 17:00')).response).toMatchObject({
      spent: 20,
      lived: 120,
      late: 'link',
    });
  });

  it('the same person registers and resolves a call without a link: no time of the desk', () => {
    const known = { known: '2026-06-01 16:00' };
    const events = log(
      ['created', '2026-06-01 10:00', known],
      ['taken', '2026-06-01 10:01', known],
      ['resolved', '2026-06-01 10:30', known],
    );
    const clocks = foldClocks(events, { responseMinutes: 30, resolutionMinutes: 30 }, noLunch, at('2026-06-02 12:00'));
    expect(clocks).toMatchObject({
      phase: 'ended',
      response: { spent: 0 },
      resolution: { spent: 0, state: 'stopped' },
    });
    expect(shown(clocks.since)).toBe('2026-06-01 16:00');
  });

  it('a clock that is ten minutes slow takes a ticket before it was approved: it is taken when it could be', () => {
    const events = log(
      ['created', '2026-06-01 10:00', { data: { approval: true } }],
      ['approved', '2026-06-01 11:30'],
      ['taken', '2026-06-01 11:21', { known: '2026-06-01 11:31' }],
    );
    const clocks = foldClocks(events, none, noLunch, at('2026-06-01 12:00'));
    expect(clocks.minutes).toEqual({ approval: 90, queue: 0, work: 30, waiting: 0 });
  });

  it('a slow clock resolves what was just reopened', () => {
    const events = log(
      ['created', '2026-06-01 09:00'],
      ['resolved', '2026-06-01 10:00'],
      ['reopened', '2026-06-01 11:30'],
      ['resolved', '2026-06-01 11:00', { known: '2026-06-01 12:00' }],
    );
    expect(foldClocks(events, none, noLunch, at('2026-06-01 17:00')).phase).toBe('ended');
  });

  it('a slow clock that the centre has not heard of yet takes what it knows to be approved', () => {
    const events = log(
      ['created', '2026-06-01 10:00', { data: { approval: true } }],
      ['approved', '2026-06-01 11:30'],
      ['taken', '2026-06-01 11:21', { known: null }],
    );
    expect(foldClocks(events, none, noLunch, at('2026-06-01 11:25')).phase).toBe('work');
  });

  it('a stale deed that the centre learned of before the ticket was reopened does nothing to it', () => {
    const events = log(
      ['created', '2026-06-01 09:00'],
      ['resolved', '2026-06-01 10:00'],
      ['declined', '2026-06-01 10:10', { known: '2026-06-01 11:00' }],
      ['reopened', '2026-06-01 11:30'],
    );
    expect(foldClocks(events, none, noLunch, at('2026-06-01 17:00')).phase).toBe('work');
  });

  it('a desk that works before an approval is known to it begins with the approval', () => {
    const events = log(
      ['created', '2026-06-01 09:00', { data: { approval: true } }],
      ['resolved', '2026-06-01 10:00', { known: '2026-06-01 13:00', data: { byRoute: true } }],
      ['approved', '2026-06-01 10:00', { known: '2026-06-01 13:00' }],
    );
    const { phase, minutes } = foldClocks(events, none, noLunch, at('2026-06-01 17:00'));
    expect([phase, minutes.approval]).toEqual(['ended', 240]);
  });

  it('entries of one command count in whatever order their ids stand', () => {
    const instant = at('2026-06-01 10:00');
    const entry = (id: string, kind: TicketEventKind, data: ClockEvent['data'] = {}): ClockEvent => ({
      id,
      kind,
      occurredAt: instant,
      receivedAt: instant + 40,
      data,
    });
    for (const [first, second] of ['ab', 'ba'] as const) {
      const events = [entry(first as string, 'created'), entry(second as string, 'queued', { assigneeId: 'кадры' })];
      expect(foldClocks(events, none, noLunch, instant + 30 * minute)).toMatchObject({
        phase: 'work',
        minutes: { queue: 0, work: 29 },
      });
    }
  });

  it('what came too early may wait for something else that did', () => {
    const instant = at('2026-06-01 10:00');
    const kinds = ['answered', 'asked', 'created'] as const;
    const events = kinds.map((kind, n) => ({
      id: String(n),
      kind,
      occurredAt: instant,
      receivedAt: instant,
      data: {},
    }));
    expect(foldClocks(events, none, noLunch, instant).phase).toBe('queue');
  });

  it.each([
    ['a month back counts as a week', '2026-05-01 10:00', 5 * 540],
    ['in the future counts as now', '2027-01-01 10:00', 0],
  ])('a clock %s', (_name, occurred, lived) => {
    const events = log(['created', occurred, { known: '2026-06-08 10:00' }]);
    const { response } = foldClocks(events, respond(60), noLunch, at('2026-06-08 10:00'));
    expect(response).toMatchObject({ spent: 0, lived });
  });
});

describe('working time of a ticket', () => {
  const created = (when: string) => log(['created', when]);

  it.each([
    ['lunch', '2026-06-01 12:30', 60, '2026-06-01 14:30'],
    ['a short day before a holiday', '2026-04-30 16:30', 60, '2026-05-04 09:30'],
    ['a day off given back', '2026-05-08 16:30', 60, '2026-05-12 09:30'],
    ['a working Saturday', '2024-11-01 17:30', 60, '2024-11-02 09:30'],
    ['New Year', '2025-12-30 17:30', 60, '2026-01-12 09:30'],
    ['set at night', '2026-06-01 23:15', 60, '2026-06-02 10:00'],
  ])('%s', (_name, from, target, due) => {
    const { resolution } = foldClocks(created(from), resolve(target), office, at(from));
    expect([resolution.state, shown(resolution.dueAt), resolution.late]).toEqual(['running', due, null]);
    const after = foldClocks(created(from), resolve(target), office, at(due) + minute).resolution;
    expect([after.spent, shown(after.dueAt), after.late]).toEqual([target + 1, due, 'own']);
  });

  it('waiting for the requester over a night stops the clock', () => {
    const events = log(
      ['created', '2026-06-01 10:00', { data: { assigneeId: 'кадры' } }],
      ['asked', '2026-06-01 17:00'],
      ['answered', '2026-06-02 11:00'],
    );
    const waiting = foldClocks(events.slice(0, 2), resolve(480), office, at('2026-06-02 10:00'));
    expect(waiting.phase).toBe('waiting');
    expect(waiting.resolution).toMatchObject({ state: 'paused', spent: 360, dueAt: null });
    expect(waiting.response.state).toBe('none');
    const answered = foldClocks(events, resolve(480), office, at('2026-06-02 11:00'));
    expect(answered).toMatchObject({ phase: 'work', minutes: { approval: 0, queue: 0, work: 360, waiting: 180 } });
    expect(shown(answered.resolution.dueAt)).toBe('2026-06-02 13:00');
  });

  it('a target met to the minute is met, and was reached before the pause that followed', () => {
    const events = log(
      ['created', '2026-06-01 10:00'],
      ['asked', '2026-06-01 11:00'],
      ['answered', '2026-06-01 12:00'],
    );
    const met = foldClocks(events, resolve(60), office, at('2026-06-01 12:00')).resolution;
    expect([met.state, met.spent, met.late, shown(met.dueAt)]).toEqual(['running', 60, null, '2026-06-01 11:00']);
    const missed = foldClocks(events, resolve(60), office, at('2026-06-01 12:01')).resolution;
    expect([missed.spent, missed.late, shown(missed.dueAt)]).toEqual([61, 'own', '2026-06-01 11:00']);
  });

  it('a reopened ticket goes on with what was spent', () => {
    const events = log(
      ['created', '2026-06-01 10:00'],
      ['taken', '2026-06-01 10:30'],
      ['resolved', '2026-06-01 12:00'],
      ['confirmed', '2026-06-01 12:05'],
      ['reopened', '2026-06-03 09:00'],
    );
    const closed = foldClocks(events.slice(0, 4), resolve(180), office, at('2026-06-02 12:00'));
    expect(closed).toMatchObject({ phase: 'ended', resolution: { state: 'stopped', spent: 120 } });
    expect(shown(closed.resolution.stoppedAt)).toBe('2026-06-01 12:00');
    const reopened = foldClocks(events, resolve(180), office, at('2026-06-03 09:30'));
    expect(reopened).toMatchObject({ phase: 'work', resolution: { state: 'running', spent: 150, stoppedAt: null } });
    expect(shown(reopened.resolution.dueAt)).toBe('2026-06-03 10:00');
  });

  it('minutes stand by stage, split by who had the ball', () => {
    const events = log(
      ['created', '2026-06-01 09:00'],
      ['taken', '2026-06-01 09:10'],
      ['stage_moved', '2026-06-01 10:00', { data: { stage: 1 } }],
      ['asked', '2026-06-01 10:30'],
      ['answered', '2026-06-01 11:00'],
    );
    const { stage, stages, response } = foldClocks(events, respond(30), office, at('2026-06-01 11:15'));
    expect(stage).toBe(1);
    expect(stages).toEqual({ 0: { queue: 10, work: 50, waiting: 0 }, 1: { queue: 0, work: 45, waiting: 30 } });
    expect(response).toMatchObject({ state: 'stopped', spent: 60, late: 'own' });
  });

  it('seconds of many short pauses are not lost', () => {
    const start = at('2026-06-01 10:00');
    const events = Array.from({ length: 21 }, (_, n): ClockEvent => {
      const kind = n === 0 ? 'created' : n % 2 === 1 ? 'asked' : 'answered';
      const instant = start + n * 30_000;
      return { id: String(n).padStart(2, '0'), kind, occurredAt: instant, receivedAt: instant, data: {} };
    });
    const { minutes } = foldClocks(events, none, office, start + 20 * 30_000);
    expect([minutes.queue, minutes.waiting]).toEqual([5, 5]);
  });

  it('what ends without a word of the desk has no response', () => {
    const events = log(['created', '2026-06-01 10:00'], ['cancelled', '2026-06-01 10:20']);
    expect(foldClocks(events, respond(60), office, at('2026-06-05 10:00')).response).toMatchObject({
      state: 'stopped',
      spent: 20,
      stoppedAt: null,
      late: null,
    });
  });
});

describe('impossible transitions', () => {
  it.each<[string, readonly TicketEventKind[], string]>([
    ['an answer when nothing was asked', ['created', 'taken', 'answered'], 'work'],
    ['taken after it ended', ['created', 'cancelled', 'taken'], 'ended'],
    ['reopened while open', ['created', 'reopened'], 'queue'],
    ['anything before it is there', ['taken'], 'queue'],
    ['a second question keeps waiting, one answer ends it', ['created', 'asked', 'asked', 'answered'], 'queue'],
    ['given to somebody while waiting: remembered', ['created', 'asked', 'assigned', 'answered'], 'work'],
    ['handed over while waiting: remembered', ['created', 'taken', 'asked', 'transferred', 'answered'], 'queue'],
    ['handed over: back in a queue', ['created', 'taken', 'transferred'], 'queue'],
    ['sent back and in a new round', ['created', 'approval_started', 'returned', 'approval_started'], 'approval'],
    ['sent back waits for the requester', ['created', 'approval_started', 'returned'], 'waiting'],
    ['sent back and answered', ['created', 'approval_started', 'returned', 'answered'], 'approval'],
    ['agreed', ['created', 'approval_started', 'approved'], 'queue'],
    ['refused by an approver', ['created', 'approval_started', 'rejected', 'approved'], 'ended'],
    ['reopened goes to who resolved it', ['created', 'resolved', 'confirmed', 'reopened'], 'work'],
    ['reopened without anybody', ['created', 'cancelled', 'reopened'], 'queue'],
  ])('%s', (_name, kinds, phase) => {
    const events = log(...kinds.map((kind, n) => [kind, `2026-06-01 1${n}:00`] as const));
    expect(foldClocks(events, none, noLunch, at('2026-06-01 17:00')).phase).toBe(phase);
  });
});

describe('what changes later', () => {
  const changed = (minutes: number | null) =>
    log(
      ['created', '2026-06-01 10:00'],
      ['clock_changed', '2026-06-01 12:00', { data: { resolutionMinutes: minutes } }],
    );

  it('a shorter target counts for the whole clock from then on', () => {
    const before = foldClocks(changed(60).slice(0, 1), resolve(240), roundTheClock, at('2026-06-01 12:00')).resolution;
    expect([before.spent, before.late]).toEqual([120, null]);
    const after = foldClocks(changed(60), resolve(240), roundTheClock, at('2026-06-01 12:00')).resolution;
    expect([after.target, after.spent, shown(after.dueAt), after.late]).toEqual([60, 120, '2026-06-01 11:00', 'own']);
  });

  it('a target taken away leaves no clock', () => {
    const { resolution } = foldClocks(changed(null), resolve(60), roundTheClock, at('2026-06-01 13:00'));
    expect(resolution).toMatchObject({ state: 'none', target: null, late: null, dueAt: null });
  });

  it('what was answered in time stays in time', () => {
    const events = log(
      ['created', '2026-06-01 10:00'],
      ['replied', '2026-06-01 10:40'],
      ['clock_changed', '2026-06-01 11:00', { data: { responseMinutes: 15 } }],
    );
    const { response } = foldClocks(events, respond(60), roundTheClock, at('2026-06-01 12:00'));
    expect(response).toMatchObject({ target: 60, spent: 40, late: null });
  });

  it('a schedule without lunch from noon on counts only what comes after', () => {
    const times = [inMoscow(defaultSchedule), { ...(noLunch[0] as TimeSpan), from: at('2026-06-02 12:00') }];
    const events = log(['created', '2026-06-01 09:00']);
    const { resolution } = foldClocks(events, resolve(1_020), times, at('2026-06-01 09:00'));
    expect(shown(resolution.dueAt)).toBe('2026-06-02 18:00');
    expect(foldClocks(events, none, times, at('2026-06-01 18:00')).minutes.queue).toBe(480);
    expect(foldClocks(events, none, times, at('2026-06-02 18:00')).minutes.queue).toBe(1_020);
  });

  it('no working time at all is the usual forty hours', () => {
    const events = log(['created', '2026-06-01 12:00']);
    expect(foldClocks(events, none, [], at('2026-06-01 18:00')).minutes.queue).toBe(300);
  });
});
