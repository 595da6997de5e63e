import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deputy, lawyer } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice, vacationForm } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import { addDays } from '#shared/lib/dates/dates.ts';

let office: ServiceOffice;
beforeAll(() => {
  office = new ServiceOffice();
  office.grant(person, '2026-03-01', 14);
  office.grant(person, '2027-03-01', 28);
  office.leave(1, { from: '2026-12-07', to: '2026-12-11' });
  office.leave(2, { from: '2027-02-01', to: '2027-02-05', state: 'planned' });
  office.leave(3, { from: '2027-04-05', to: '2027-04-07', state: 'cancelled' });
  office.leave(4, { employeeId: lawyer, from: '2026-12-28', to: '2027-01-15', state: 'requested' });
});
afterAll(() => office.close());

/** What the command says of the same wish: its refusal, or null. */
function refusal(from: string, to: string, substitute: string): string | null {
  const definition = office.definition({ form: vacationForm, effect: 'vacation' });
  const values = { period: { from, to }, substitute };
  const wish = { serviceId: office.vacation, definition, values, requesterId: person, priority: null };
  return office.query('service.try', wish).refused?.code ?? null;
}

test('the preview sees in the way exactly what the request is refused for', () => {
  const seen = new Set<string | null>();
  const wish = fc.record({
    day: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 0, max: 40 }),
    substitute: fc.constantFrom(lawyer, deputy),
  });
  fc.assert(
    fc.property(wish, ({ day, length, substitute }) => {
      const from = addDays('2026-11-20', day);
      const to = addDays(from, length);
      const preview = office.query('vacation.preview', {
        employeeId: person,
        from,
        to,
        substituteId: substitute,
        ticketId: null,
      });
      const foretold =
        preview.own.length > 0
          ? 'VACATION_OVERLAP'
          : preview.substituteAway
            ? 'SUBSTITUTE_AWAY'
            : (preview.left ?? 0) < 0
              ? 'NO_BALANCE'
              : null;
      seen.add(foretold);
      expect(refusal(from, to, substitute)).toBe(foretold);
    }),
    { numRuns: 150 },
  );
  expect([...seen].sort()).toEqual(['NO_BALANCE', 'SUBSTITUTE_AWAY', 'VACATION_OVERLAP', null].sort());
});
