import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import {
  accountant,
  boss,
  ContractOffice,
  day,
  deputy,
  lawyer,
  minute,
  morning,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { idAt, person } from '#electron/core/app/queries/fixture/small-office.ts';
import { slaOf, ticketRow } from '#electron/core/app/queries/fixture/ticket-rows.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Spread } from '#shared/queries/analytics.ts';
import { anyTicket, type TicketFilter } from '#shared/queries/ticket.ts';

const [services, queues, people] = [
  [idAt(60), idAt(61)],
  [idAt(70), idAt(71)],
  [lawyer, accountant],
];
const from = '2026-11-02';
const to = '2026-11-15';
/** The period in the branch of the person, seven hours ahead. */
const start = Date.UTC(2026, 10, 1, 17);
const end = Date.UTC(2026, 10, 15, 17);
const length = end - start;

const late = fc.constantFrom(null, null, 'own' as const, 'link' as const);
const minutes = fc.nat({ max: 600 });
const spec = fc.record({
  state: fc.constantFrom<RowOf<'ticket'>['state'][]>(
    'open',
    'working',
    'waiting',
    'resolved',
    'closed',
    'closed',
    'closed',
    'cancelled',
    'declined',
  ),
  made: fc.integer({ min: start - 1.5 * length, max: end + day }),
  took: fc.nat({ max: 20 * day }),
  service: fc.nat({ max: 1 }),
  queue: fc.nat({ max: 1 }),
  person: fc.option(fc.nat({ max: 1 })),
  times: fc.tuple(minutes, minutes, minutes, minutes),
  late: fc.tuple(late, late),
  promised: fc.boolean(),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  reopened: fc.nat({ max: 2 }),
  logged: fc.nat({ max: 90 }),
});
type Spec = typeof spec extends fc.Arbitrary<infer T> ? T : never;

/** A ticket as the centre would have measured it. */
function rowOf(one: Spec, n: number): RowOf<'ticket'> {
  const settled = one.state === 'resolved' || one.state === 'closed';
  const over = settled || one.state === 'cancelled' || one.state === 'declined';
  const [approvalMinutes, queueMinutes, workMinutes, waitingMinutes] = one.times;
  const at = one.made + one.took;
  return ticketRow(n, {
    state: one.state,
    serviceId: services[one.service] as string,
    queueId: queues[one.queue] as string,
    assigneeId: one.person === null ? null : (people[one.person] as string),
    occurredAt: one.made,
    receivedAt: one.made,
    resolvedAt: settled ? at : null,
    closedAt: over && one.state !== 'resolved' ? at + day : null,
    approvalMinutes,
    queueMinutes,
    workMinutes,
    waitingMinutes,
    stageMinutes: { 0: { queue: queueMinutes, work: workMinutes, waiting: waitingMinutes } },
    sla: one.promised ? slaOf(60, 600) : slaOf(null, null),
    responseLate: one.promised ? one.late[0] : null,
    resolutionLate: one.promised ? one.late[1] : null,
    rating: over ? one.rating : null,
    reopened: one.reopened,
    loggedMinutes: one.logged,
  });
}

/** The same figures by filtering again and again. */
function reference(rows: readonly RowOf<'ticket'>[], since: number, until: number) {
  const within = (at: number | null) => at !== null && since <= at && at < until;
  const open = rows.filter((row) => ['approval', 'open', 'working', 'waiting'].includes(row.state));
  const ended = rows.filter((row) => !open.includes(row) && within(row.resolvedAt ?? row.closedAt));
  const resolved = ended.filter((row) => ['resolved', 'closed'].includes(row.state));
  const promised = resolved.filter((row) => row.sla?.response !== null || row.sla?.resolution !== null);
  const own = (row: RowOf<'ticket'>) => row.responseLate === 'own' || row.resolutionLate === 'own';
  const link = (row: RowOf<'ticket'>) => !own(row) && (row.responseLate === 'link' || row.resolutionLate === 'link');
  const rated = ended.filter((row) => row.rating !== null).map((row) => row.rating as number);
  const [queue, work] = [(row: RowOf<'ticket'>) => row.queueMinutes, (row: RowOf<'ticket'>) => row.workMinutes];
  return {
    made: rows.filter((row) => within(row.occurredAt)).length,
    ended: ended.length,
    open: open.length,
    overdue: { total: open.filter((row) => own(row) || link(row)).length, link: open.filter(link).length },
    lead: naive(resolved.map((row) => row.approvalMinutes + queue(row) + work(row) + row.waitingMinutes)),
    cycle: naive(resolved.map((row) => queue(row) + work(row))),
    onTime: {
      met: promised.filter((row) => !own(row)).length,
      of: promised.length,
      link: promised.filter(link).length,
    },
    reopened: {
      tickets: ended.filter((row) => row.reopened > 0).length,
      times: ended.reduce((sum, row) => sum + row.reopened, 0),
    },
    ratings: {
      average: rated.length === 0 ? null : mean(rated),
      counts: [1, 2, 3, 4, 5].map((one) => rated.filter((rating) => rating === one).length),
    },
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** p90: the smallest value that at least nine of ten do not exceed. */
function naive(values: readonly number[]): Spread {
  if (values.length === 0) return { count: 0, mean: null, median: null, p90: null };
  const rank = (one: number, share: number) => values.filter((other) => other <= one).length >= share * values.length;
  const least = (share: number) => Math.min(...values.filter((one) => rank(one, share)));
  const above = values.filter((one) => values.filter((other) => other < one).length * 2 <= values.length);
  const median = values.length % 2 === 1 ? least(0.5) : (least(0.5) + Math.max(...above)) / 2;
  return { count: values.length, mean: mean(values), median, p90: least(0.9) };
}

test('figures of generated tickets are those of a naive count, for any condition', () => {
  const office = new ContractOffice();
  office.now = end + day;
  const condition = fc.constantFrom<Partial<TicketFilter>[]>(
    {},
    { serviceIds: [services[0] as string] },
    { queueIds: [queues[1] as string] },
    { assigneeIds: ['none'] },
    { states: ['closed'] },
  );
  fc.assert(
    fc.property(fc.array(spec, { maxLength: 40 }), condition, (specs, given) => {
      office.writer.prepare('DELETE FROM ticket').run();
      office.raise('ticket');
      const rows = specs.map(rowOf);
      for (const row of rows) office.put('ticket', row);
      const found = office.query('ticket.analytics', { filter: { ...anyTicket, ...given }, from, to });
      const chosen = rows.filter(
        (row) =>
          (given.serviceIds?.includes(row.serviceId) ?? true) &&
          (given.queueIds?.includes(row.queueId ?? '') ?? true) &&
          (given.assigneeIds === undefined || row.assigneeId === null) &&
          (given.states === undefined || row.state === 'closed'),
      );
      const wanted = reference(chosen, start, end);
      expect(found).toMatchObject(wanted);
      const { lead, cycle, onTime, reopened } = reference(chosen, start - length, start);
      expect(found.before).toEqual({
        lead,
        cycle,
        onTime: { met: onTime.met, of: onTime.of },
        reopened: reopened.tickets,
      });
      for (const [groups, of] of [
        [found.byService, 'serviceId'],
        [found.byQueue, 'queueId'],
      ] as const)
        for (const group of groups) {
          const own = reference(
            chosen.filter((row) => row[of] === group.id),
            start,
            end,
          );
          const {
            made,
            ended,
            lead: ownLead,
            onTime: { met, of: promised },
          } = own;
          expect(group).toMatchObject({ made, ended, lead: ownLead, met, of: promised });
        }
      expect(found.byService.reduce((sum, one) => sum + one.made, 0)).toBe(wanted.made);
      expect(found.weeks.map((one) => one.from)).toEqual(['2026-11-02', '2026-11-09']);
      expect(found.weeks.reduce((sum, one) => sum + one.ended, 0)).toBe(wanted.lead.count);
      const spent = found.weeks.reduce(
        (sum, one) => sum + one.ended * (one.queue + one.work + one.waiting + one.approval),
        0,
      );
      expect(spent).toBeCloseTo((wanted.lead.mean ?? 0) * wanted.lead.count, 6);
      expect(found.load.reduce((sum, one) => sum + one.resolved, 0)).toBeLessThanOrEqual(wanted.lead.count);
      const stage = found.stages.find((one) => one.type === 'work');
      expect(stage?.spread.count ?? 0).toBe(wanted.lead.count);
      if (stage) {
        const { queue, work, waiting } = stage.split;
        expect(queue + work + waiting).toBeCloseTo(stage.spread.mean ?? 0, 6);
        expect(stage.slowest).toHaveLength(Math.ceil(wanted.lead.count / 10));
      }
      expect(found.holders.reduce((sum, one) => sum + one.total, 0)).toBe(wanted.open);
    }),
    { numRuns: 60 },
  );
  office.close();
});

describe('ticket.analytics', () => {
  let office: ServiceOffice;
  beforeEach(() => {
    office = new ServiceOffice();
  });
  afterEach(() => office.close());

  const report = (given: Partial<TicketFilter> = {}) =>
    office.query('ticket.analytics', { filter: { ...anyTicket, ...given }, from: '2026-11-16', to: '2026-11-30' });

  it('names the slowest stage, with its cases and how much of it is waiting for somebody to begin', () => {
    const period = { from: '2026-12-14', to: '2026-12-20' };
    const id = office.ask(office.vacation, { values: { period, substitute: null } });
    office.now = morning + 2 * 60 * minute;
    office.decides(boss, id);
    // Half an hour until somebody takes it, five hours and a half until it is done.
    const other = office.ask(office.certificate);
    office.now += 30 * minute;
    office.centre('ticket.take', { id: other }, accountant);
    office.now = morning + 8 * 60 * minute;
    office.centre('ticket.resolve', { id: other, solution: null }, accountant);
    const assignee = office.query('ticket.card', { id })?.ticket.assigneeId ?? '';
    office.centre('ticket.resolve', { id, solution: null }, assignee);
    const found = report();
    expect(found.stages).toMatchObject([
      { key: 'approval/Руководитель', type: 'approval', name: 'Руководитель', spread: { count: 1, mean: 120 } },
      { key: 'stage/В работе', type: 'work', spread: { count: 2, mean: 300, median: 300, p90: 300 } },
    ]);
    expect(found.stages[1]?.split).toEqual({ queue: 15, work: 285, waiting: 0 });
    expect(found.bottleneck).toMatchObject({ key: 'stage/В работе', p90: 300, median: 300, queueShare: 0.05 });
    expect(found.lead).toMatchObject({ count: 2, mean: 360 });
    expect(found.cycle).toMatchObject({ count: 2, mean: 300 });
    expect(report({ serviceIds: [office.vacation] }).stages.map((one) => one.spread.count)).toEqual([1, 1]);
  });

  it('does not call slow what only one request has passed through, while others tell more', () => {
    const slow = office.service(office.card('Редкое'), { stages: ['Поиск'] });
    const [rare, ...usual] = [slow, office.certificate, office.certificate, office.certificate].map((id) =>
      office.ask(id),
    );
    office.now += 60 * minute;
    for (const id of usual) office.centre('ticket.resolve', { id, solution: null }, accountant);
    office.now += 120 * minute;
    office.centre('ticket.resolve', { id: rare ?? '', solution: null }, accountant);
    expect(report().bottleneck).toMatchObject({ key: 'stage/В работе', p90: 60 });
    expect(report({ serviceIds: [slow] }).bottleneck).toMatchObject({ key: 'stage/Поиск', p90: 180 });
  });

  it('says who has the ball: who agrees, who works, the desk, the requesters', () => {
    const period = { from: '2026-12-14', to: '2026-12-20' };
    office.ask(office.vacation, { values: { period, substitute: null } });
    office.ask(office.access);
    office.ask(office.certificate);
    const asked = office.ask(office.certificate);
    office.centre('ticket.reply', { id: asked, text: 'Что?', next: 'ask', options: [] }, deputy);
    const holders = (): unknown =>
      report().holders.map((one) => [one.type, one.fullName, one.onTime, one.soon, one.late]);
    const all = new Set([
      ['person', 'Власов Игорь Олегович', 1, 0, 0],
      ['person', 'Юрин Олег Петрович', 1, 0, 0],
      ['desk', 'Кадры', 1, 0, 0],
      ['requester', null, 1, 0, 0],
    ]);
    expect(new Set(holders() as unknown[])).toEqual(all);
    expect(report().holders.find((one) => one.employeeId === boss)?.branchCity).toBe('Новосибирск');
    office.now += 2 * day;
    const late = report().holders;
    expect(late.map((one) => one.late)).toEqual([1, 1, 1, 0]);
    expect(report()).toMatchObject({ open: 4, overdue: { total: 2, link: 0 } });
  });

  it('tells how fresh the data of each branch is, and what came late', () => {
    office.ask(office.certificate);
    office.now += 60 * minute;
    const id = office.ask(office.certificate, { requesterId: accountant });
    const [event] = office.query('ticket.card', { id })?.talk ?? [];
    office.writer.prepare('UPDATE ticket_event SET occurredAt = occurredAt - 7200000 WHERE id = ?').run(event?.id);
    office.raise('ticket_event');
    expect(report().knownUntil).toBe(null);
    const fresh = Object.fromEntries(report().freshness.map((one) => [one.branchCity, one]));
    expect(fresh['Новосибирск']).toMatchObject({ delayed: 0 });
    expect(fresh['Владивосток']).toMatchObject({ delayed: 1, lastAt: office.now });
  });
});

test('a report of nobody has nothing in it', () => {
  const office = new ContractOffice();
  const found = office.query('ticket.analytics', { filter: { ...anyTicket, requesterId: person }, from, to });
  expect(found).toMatchObject({
    seen: 0,
    made: 0,
    lead: { count: 0, p90: null },
    stages: [],
    bottleneck: null,
    holders: [],
  });
  office.close();
});
