import { beforeAll, describe, expect, it } from 'vitest';
import { castOf } from '#build/company/contracts/cast.ts';
import { setUp } from '#build/company/contracts/setting-up.ts';
import { Stage } from '#build/company/contracts/stage.ts';
import { generateCompany } from '#build/company/generate.ts';
import { type LivingPortal, livingPortal } from '#build/company/portal/living-portal.ts';
import { tales } from '#build/company/portal/story/tales.ts';
import { checkDefinition } from '#shared/commands/service/publish-faults.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import { openStates } from '#shared/domain/service/ticket.ts';

const minute = 60_000;

function told(now: number, past = { count: 0, days: 120 }) {
  const today = new Date(now + 180 * minute).toISOString().slice(0, 10);
  const founding = [...generateCompany({ seed: 1, documents: 60, today, now })].filter((one) =>
    ['organization', 'branch', 'employee', 'counterparty', 'bank_account'].includes(one.entity),
  );
  const stage = new Stage(founding, 1);
  const cast = castOf(stage, now, '');
  setUp(stage, cast);
  const living = livingPortal(stage, cast, { seed: 1, now, past });
  return { stage, cast, living };
}

describe('the portal of the demo', () => {
  const now = Date.UTC(2026, 10, 23, 6, 6);
  let stage: Stage;
  let living: LivingPortal;
  let cast: ReturnType<typeof castOf>;
  beforeAll(() => {
    ({ stage, cast, living } = told(now));
  });
  const ticketOf = (key: string) => stage.get('ticket', living.tickets.get(key) ?? '');

  it('publishes services that the product itself would let through', () => {
    const versions = stage.of('service_version');
    expect(versions.length).toBe(living.portal.services.size);
    for (const { definition } of versions) {
      const steps = checkDefinition(new Transaction(stage.newId(now), 'centre'), definition);
      let step = steps.next();
      while (!step.done) step = steps.next(stage.answer(step.value));
    }
  });

  it('has every request where its tale says', () => {
    const states = Object.fromEntries(tales.map(({ key }) => [key, ticketOf(key).state]));
    expect(states).toEqual(Object.fromEntries(tales.map(({ key, ends }) => [key, ends])));
    expect(tales.length).toBeGreaterThanOrEqual(60);
  });

  it('numbers requests as they were made', () => {
    const made = stage.of('ticket').sort((one, other) => (one.receivedAt ?? 0) - (other.receivedAt ?? 0));
    const numbers = made.map((one) => one.number);
    expect(numbers).toEqual([...numbers].sort());
    expect(numbers[0]).toBe('З-00001');
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has what nearly breaks, what is broken, and what only the link broke', () => {
    expect(ticketOf('printer').responseDueAt).toBeGreaterThan(now);
    expect((ticketOf('printer').responseDueAt ?? 0) - now).toBeLessThan(30 * minute);
    expect(ticketOf('bank-file').responseDueAt).toBeLessThan(now);
    expect(ticketOf('racks-late').resolutionDueAt).toBeLessThan(now);
    expect(ticketOf('sick-without-link')).toMatchObject({ responseLate: 'link', resolutionLate: null });
    expect(ticketOf('monitor-off').reopened).toBe(1);
    expect(ticketOf('reports-folder-too').mergedIntoId).toBe(ticketOf('reports-folder').id);
  });

  it('lets the substitution of an approved vacation be in force', () => {
    const substitution = stage.of('substitution').find((one) => one.employeeId === cast.person('golubeva'));
    expect(substitution).toMatchObject({ substituteId: cast.person('krylova'), cancelledAt: null });
    expect(substitution?.begunAt).not.toBeNull();
    const office = living.portal.desks.office;
    expect(stage.get('employee', cast.person('golubeva')).queueIds).toContain(office);
    expect(stage.of('vacation').map((one) => one.state)).toEqual(
      expect.arrayContaining(['planned', 'requested', 'approved', 'cancelled', 'rejected']),
    );
  });

  it('has an обходной лист half done, in order', () => {
    const tasks = stage.of('ticket_task').filter((one) => one.ticketId === ticketOf('leaver').id);
    expect(Object.fromEntries(tasks.map((one) => [one.key, one.state]))).toEqual({
      order: 'done',
      affairs: 'done',
      powers: 'done',
      debts: 'open',
      goods: 'open',
      equipment: 'done',
      accounts: 'open',
      pass: 'waiting',
      settlement: 'waiting',
    });
  });

  it('leaves nothing due that the centre would do at its first look', () => {
    const due = stage.of('ticket').filter((one) => one.checkAt !== null && one.checkAt < now - 10_000);
    expect(due.map((one) => one.number)).toEqual([]);
    const last = Math.max(...stage.of('ticket_event').map((one) => one.receivedAt ?? 0));
    expect(last).toBeLessThanOrEqual(now);
    expect(stage.of('ticket').some((one) => openStates.some((state) => state === one.state))).toBe(true);
  });
});

it.each([
  ['a Monday morning', Date.UTC(2026, 10, 23, 6, 6)],
  ['a night', Date.UTC(2026, 2, 4, 23, 40)],
  ['a Sunday', Date.UTC(2026, 6, 19, 12)],
  ['the holidays of January', Date.UTC(2026, 0, 4, 9)],
  ['a Friday evening before a holiday', Date.UTC(2026, 4, 8, 16, 30)],
  ['the end of the year', Date.UTC(2026, 11, 31, 9, 15)],
])('is told the same way twice on %s', (_, now) => {
  const [one, other] = [told(now), told(now)];
  expect([...one.stage.all()]).toEqual([...other.stage.all()]);
  const states = tales.map(({ key }) => one.stage.get('ticket', one.living.tickets.get(key) ?? '').state);
  expect(states).toEqual(tales.map(({ ends }) => ends));
});
