import { expect, test } from 'vitest';
import { Asked } from '#server/jobs/asked.ts';
import type { Job, Order } from '#server/jobs/job.ts';
import { endSubstitutions } from '#server/jobs/substitution.ts';
import { checkTickets, recurTickets } from '#server/jobs/tickets.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { commit, idAt, put } from '#tests/conformance/samples.ts';
import { branchRow, clerk, employeeRow, omsk } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

const hour = 60 * 60_000;
/** Midnight of 1 June 2026 in Omsk, where the clerk works. */
const midnight = Date.UTC(2026, 4, 31, 18);

/** Orders of a job at instants, one look after the other. */
async function orders(job: Job, rows: [EntityName, AnyRow][], ...instants: number[]): Promise<Order[][]> {
  const store = createMemoryStore();
  await store.createOrganization('org', 'epoch');
  const branch = { ...branchRow(omsk, 'Омск'), offsets: [{ from: null, minutes: 360 }] };
  const place: [EntityName, AnyRow][] = [
    ['branch', branch],
    ['employee', employeeRow(clerk, { branchId: omsk })],
  ];
  await commit(store, 'org', (seq) => ({
    rows: [...place, ...rows].map(([entity, row]) => put(entity, row, seq, [])),
  }));
  const asked = new Asked();
  const given: Order[][] = [];
  for (const now of instants) given.push(await store.read('org', (tx) => job(tx, now, (key) => asked.isNew(key, now))));
  return given;
}

test('tickets are looked at when their time has come, all of them, and once an hour when nothing follows', async () => {
  const tickets = Array.from({ length: 1_003 }, (_, n): [EntityName, AnyRow] => [
    'ticket',
    sampleRow('ticket', idAt(n + 10), { checkAt: n === 0 ? 2 * hour : n === 1 ? null : hour }),
  ]);
  const given = await orders(checkTickets, tickets, hour - 1, hour, hour + 1, 2 * hour);
  expect(given.map((one) => one.length)).toEqual([0, 1_001, 0, 1_002]);
  expect(given[1]?.[0]).toEqual({ name: 'ticket.check', v: 1, args: { id: idAt(12) } });
});

test('recurring requests come with the day where their requester works, and no more once they are put away', async () => {
  const weekly = sampleRow('recurring_ticket', idAt(10), { requesterId: clerk, nextOn: '2026-06-01' });
  const away = sampleRow('recurring_ticket', idAt(11), { requesterId: clerk, nextOn: '2026-06-01', archivedAt: 1 });
  const nobodys = sampleRow('recurring_ticket', idAt(12), { requesterId: idAt(404), nextOn: '2026-06-01' });
  const rows = [weekly, away, nobodys].map((row): [EntityName, AnyRow] => ['recurring_ticket', row]);
  const given = await orders(recurTickets, rows, midnight - 1, midnight, midnight + 1);
  expect(given).toEqual([[], [{ name: 'ticket.recur', v: 1, args: { id: idAt(10), on: '2026-06-01' } }], []]);
});

test('lent queues are asked back on the day after the last, where the absent person works', async () => {
  const period = { employeeId: clerk, from: '2026-05-20', to: '2026-05-31', begunAt: 1 };
  const rows = [
    { lentQueueIds: [idAt(1)] },
    { lentQueueIds: [] },
    { lentQueueIds: [idAt(1)], endedAt: 5 },
    { lentQueueIds: [idAt(1)], to: '2026-06-01' },
  ].map((given, n): [EntityName, AnyRow] => [
    'substitution',
    sampleRow('substitution', idAt(n + 10), { ...period, ...given }),
  ]);
  const given = await orders(endSubstitutions, rows, midnight - 1, midnight);
  expect(given).toEqual([[], [{ name: 'substitution.end', v: 1, args: { id: idAt(10) } }]]);
});
