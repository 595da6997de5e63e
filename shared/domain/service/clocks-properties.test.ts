import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldClocks, type TimeSpan } from '#shared/domain/service/clocks.ts';
import { clocksByTheMinute } from '#tests/fixtures/service/clock-reference.ts';
import { clockScenario, schedules } from '#tests/fixtures/service/clock-scenarios.ts';

const minute = 60_000;

describe('the clocks of a ticket, whatever happens', () => {
  it('are what passes minute by minute', { timeout: 180_000 }, () => {
    fc.assert(
      fc.property(clockScenario, ({ events, terms, times, now }) => {
        expect(foldClocks(events, terms, times, now)).toEqual(clocksByTheMinute(events, terms, times, now));
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order in which the log is read', () => {
    fc.assert(
      fc.property(clockScenario, fc.infiniteStream(fc.nat()), ({ events, terms, times, now }, chance) => {
        const shuffled = events
          .map((event) => [chance.next().value ?? 0, event] as const)
          .toSorted(([left], [right]) => left - right)
          .map(([, event]) => event);
        expect(foldClocks(shuffled, terms, times, now)).toEqual(foldClocks(events, terms, times, now));
      }),
    );
  });

  it('keep the past when working time changes later', () => {
    fc.assert(
      fc.property(
        clockScenario,
        fc.constantFrom(...Object.values(schedules)),
        ({ begin, events, terms, times, now }, next) => {
          const from =
            Math.max(now, ...events.map((event) => Math.max(event.occurredAt, event.receivedAt ?? begin))) + minute;
          const time = { ...(times.at(-1) as TimeSpan).time, schedule: next };
          const changed = [...times, { from, time }];
          const { response, resolution, ...before } = foldClocks(events, terms, times, now);
          const after = foldClocks(events, terms, changed, now);
          expect(after).toMatchObject(before);
          expect([after.response.spent, after.response.lived]).toEqual([response.spent, response.lived]);
          expect([after.resolution.spent, after.resolution.late]).toEqual([resolution.spent, resolution.late]);
        },
      ),
    );
  });

  it('reach the target of a running clock exactly when it is due', () => {
    fc.assert(
      fc.property(clockScenario, ({ events, terms, times, now }) => {
        const { resolution } = foldClocks(events, terms, times, now);
        if (resolution.dueAt === null || resolution.dueAt <= now) return;
        const last = Math.max(...events.map((event) => Math.max(event.occurredAt, event.receivedAt ?? 0)));
        if (resolution.dueAt <= last) return;
        expect(foldClocks(events, terms, times, resolution.dueAt).resolution.spent).toBe(resolution.target);
        expect(foldClocks(events, terms, times, resolution.dueAt - 1).resolution.spent).toBe(
          (resolution.target ?? 0) - 1,
        );
      }),
    );
  });
});
