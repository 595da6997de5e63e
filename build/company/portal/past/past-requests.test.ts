import { beforeAll, expect, it } from 'vitest';
import { castOf } from '#build/company/contracts/cast.ts';
import { setUp } from '#build/company/contracts/setting-up.ts';
import { Stage } from '#build/company/contracts/stage.ts';
import type { Emitted } from '#build/company/emitted.ts';
import { generateCompany } from '#build/company/generate.ts';
import { livingPortal } from '#build/company/portal/living-portal.ts';
import type { Context } from '#shared/commands/command.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import { contentOf } from '#shared/domain/approval/content-hash.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import { entityOf, type RowOf } from '#shared/domain/registry.ts';

const now = Date.UTC(2026, 10, 23, 6, 6);
const count = 1_500;
let stage: Stage;
let rows: Emitted[];
let services: number;

function make(): { stage: Stage; rows: Emitted[]; services: number } {
  const founding = [...generateCompany({ seed: 1, documents: 60, today: '2026-11-23', now })].filter((one) =>
    ['organization', 'branch', 'employee', 'counterparty', 'bank_account'].includes(one.entity),
  );
  const made = new Stage(founding, 1);
  const cast = castOf(made, now, '');
  setUp(made, cast);
  const { past, portal } = livingPortal(made, cast, { seed: 1, now, past: { count, days: 365 } });
  return { stage: made, rows: [...past], services: portal.services.size };
}

beforeAll(() => {
  ({ stage, rows, services } = make());
  for (const { entity, row } of rows) stage.put(entity, row as never);
});

const of = <E extends Emitted['entity']>(entity: E) =>
  rows.filter((one) => one.entity === entity).map((one) => one.row as unknown as RowOf<E>);

it('makes the same rows twice, as many requests as asked for', () => {
  expect(of('ticket')).toHaveLength(count);
  expect(make().rows).toEqual(rows);
});

it('writes rows that the entities know, with values that the forms take', () => {
  const definitions = new Map(stage.of('service_version').map((one) => [one.serviceId, one.definition]));
  for (const { entity, row } of rows) expect(entityOf(entity)?.schema.safeParse(row).error, entity).toBeUndefined();
  for (const { serviceId, values } of of('ticket')) {
    const form = definitions.get(serviceId)?.form;
    expect(form && valueProblems(form, values), JSON.stringify(values)).toEqual([]);
  }
});

it('says of every clock what the product works out from the log', () => {
  for (const ticket of of('ticket')) {
    const at = ticket.closedAt ?? now;
    const tx = new Transaction(stage.newId(at), 'centre');
    const context: Context = {
      commandId: stage.newId(at),
      userId: 'centre',
      actor: null,
      deviceName: null,
      occurredAt: at,
      receivedAt: at,
      where: 'centre',
      client: null,
      sees: () => true,
    };
    const steps = settleTicket(tx, context, ticket.id);
    let step = steps.next();
    while (!step.done) step = steps.next(stage.answer(step.value));
    expect(tx.changes, ticket.number ?? '').toEqual([]);
  }
});

it('goes on in order: nothing happens before what it follows, nothing after now', () => {
  for (const ticket of of('ticket').slice(0, 400)) {
    const log = of('ticket_event').filter((one) => one.ticketId === ticket.id);
    const heard = log.map((one) => one.receivedAt ?? 0);
    expect(heard).toEqual([...heard].sort((one, other) => one - other));
    expect(heard.at(-1)).toBeLessThanOrEqual(now);
    expect(ticket.closedAt).toBe(heard.at(-1));
  }
});

it('has rounds whose decisions are about what the paper says', () => {
  const papers = new Map(of('document').map((one) => [one.id, one]));
  const files = of('attachment');
  expect(of('approval').length).toBeGreaterThan(100);
  for (const round of of('approval')) {
    const paper = papers.get(round.documentId);
    expect(paper?.approvalId).toBe(round.id);
    const own = files.filter((one) => one.documentId === round.documentId);
    expect(paper && contentOf(paper, own).hash).toBe(round.hash);
  }
  for (const one of of('decision')) expect(one.receivedAt).toBeLessThanOrEqual(now);
});

it('tells everybody how long a service usually takes', () => {
  const services = new Map(stage.of('service').map((one) => [one.id, one.name]));
  const measures = new Map(stage.of('service_measure').map((one) => [services.get(one.serviceId), one.minutes]));
  const minutes = measures.get('Справка о доходах')?.toSorted((one, other) => one - other) ?? [];
  expect(minutes).toHaveLength(50);
  expect(minutes[25]).toBeGreaterThan(120);
  expect(minutes[25]).toBeLessThan(480);
});

it('spreads over services, branches, outcomes and ratings', () => {
  const tickets = of('ticket');
  expect(new Set(tickets.map((one) => one.serviceId)).size).toBeGreaterThanOrEqual(services - 3);
  expect(new Set(tickets.map((one) => one.branchId)).size).toBe(5);
  expect(new Set(tickets.map((one) => one.state))).toEqual(new Set(['closed', 'cancelled', 'declined', 'rejected']));
  expect(new Set(tickets.map((one) => one.rating))).toEqual(new Set([null, 1, 2, 3, 4, 5]));
  expect(new Set(tickets.map((one) => one.responseLate))).toEqual(new Set([null, 'own', 'link']));
  const lived = tickets.map((one) => (one.resolutionLived ?? 0) - (one.resolutionSpent ?? 0));
  expect(Math.max(...lived)).toBeGreaterThan(60);
  const met = tickets.filter((one) => one.state === 'closed' && one.resolutionLate === null).length;
  expect(met / tickets.length).toBeGreaterThan(0.75);
  const all = [...tickets, ...stage.of('ticket')].map((one) => one.number);
  expect(new Set(all).size).toBe(stage.of('ticket').length);
});
