import { expect, test } from 'vitest';
import { Clock, type ClockDeps } from '#server/jobs/clock.ts';
import { escalateOverdue } from '#server/jobs/escalation.ts';
import type { Job } from '#server/jobs/job.ts';
import { Lanes } from '#server/sync/lane.ts';
import { Wakes } from '#server/sync/wakes.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { commit, document, idAt, put } from '#tests/conformance/samples.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

const hour = 60 * 60_000;

async function centre(organizations: string[], jobs: Job[], more: Partial<ClockDeps> = {}) {
  const store = createMemoryStore();
  for (const org of organizations) await store.createOrganization(org, 'epoch');
  const time = { now: hour };
  const now = (): number => time.now;
  let chance = 0;
  const random = (bytes: number): Uint8Array => {
    chance += 1;
    return Uint8Array.from({ length: bytes }, (_, n) => (chance >> (8 * (bytes - 1 - n))) & 255);
  };
  const lanes = new Lanes({ store, wakes: new Wakes(), now, random });
  const [orders, troubles]: [string[], (string | null)[]] = [[], []];
  const issue: Lanes['issue'] = async (org, order) => {
    orders.push(`${org} ${order.name}`);
    return lanes.issue(org, order);
  };
  const clock = new Clock({
    organizations: async () => organizations,
    store,
    lanes: { issue },
    now,
    jobs,
    every: 1,
    onTrouble: (_trouble, org) => troubles.push(org),
    ...more,
  });
  return { store, clock, time, orders, troubles };
}

const order = { name: 'attachment.verify', v: 1, args: { sha256: 'ab', size: 1 } };

test('trouble in one organization is told, keeps nothing of the others, and is tried again at the next tick', async () => {
  let broken = true;
  const job: Job = async (tx, _now, isNew) => {
    if (!isNew('key')) return [];
    if (broken && (await tx.head()).seq === 0) throw new Error('no link');
    return [order];
  };
  const { store, clock, orders, troubles } = await centre(['a', 'b'], [job]);
  await commit(store, 'b', () => ({}));
  await clock.tick();
  expect([orders, troubles]).toEqual([['b attachment.verify'], ['a']]);
  broken = false;
  await clock.tick();
  expect(orders).toEqual(['b attachment.verify', 'a attachment.verify']);
});

test('no list of organizations is trouble of its own, not the end of the clock', async () => {
  const { clock, troubles } = await centre([], [], { organizations: () => Promise.reject(new Error('no link')) });
  await clock.tick();
  await clock.tick();
  expect(troubles).toEqual([null, null]);
});

test('an order that is refused is told with its code', async () => {
  const told: string[] = [];
  const { clock } = await centre(['a'], [async () => [{ ...order, name: 'nobody.knows' }]], {
    onTrouble: (trouble) => told.push((trouble as Error).message),
  });
  await clock.tick();
  expect(told).toEqual(['nobody.knows: UNKNOWN_COMMAND']);
});

test('a task that cannot be escalated is ordered about once an hour, not at every tick', async () => {
  const { store, clock, time, orders, troubles } = await centre(['a'], [escalateOverdue]);
  const nobody = { type: 'employee', employeeId: idAt(404) };
  const round = {
    id: idAt(1),
    documentId: idAt(3),
    state: 'running',
    steps: [{ escalateTo: nobody }, { escalateTo: null }],
  };
  const task = { approvalId: idAt(1), documentId: idAt(3), state: 'active', dueAt: 5, escalatedToId: null };
  const rows = [
    put('document', document(3), 1, []),
    put('approval', round as AnyRow, 1, []),
    put('approval_task', { ...task, id: idAt(2), step: 0 } as AnyRow, 1, []),
    put('approval_task', { ...task, id: idAt(4), step: 1 } as AnyRow, 1, []),
    put('approval_task', { ...task, id: idAt(5), step: 0, dueAt: 10 * hour } as AnyRow, 1, []),
  ];
  await commit(store, 'a', () => ({ rows }));
  for (const minutes of [0, 1, 59, 60, 61]) {
    time.now = hour + minutes * 60_000;
    await clock.tick();
  }
  expect([orders, troubles]).toEqual([['a approval.escalate', 'a approval.escalate'], []]);
});

test('more overdue tasks than a page and a batch are all found', async () => {
  const { store, clock, orders, troubles } = await centre(['a'], [escalateOverdue]);
  const nobody = { type: 'employee', employeeId: idAt(404) };
  const round = { id: idAt(1), documentId: idAt(3), state: 'running', steps: [{ escalateTo: nobody }] };
  const task = { approvalId: idAt(1), documentId: idAt(3), step: 0, state: 'active', dueAt: 5, escalatedToId: null };
  const tasks = Array.from({ length: 1_001 }, (_, n) =>
    put('approval_task', { ...task, id: idAt(n + 10) } as AnyRow, 1, []),
  );
  await commit(store, 'a', () => ({
    rows: [put('document', document(3), 1, []), put('approval', round as AnyRow, 1, []), ...tasks],
  }));
  await clock.tick();
  expect(orders).toHaveLength(1_001);
  expect(troubles).toEqual([]);
});

test('a stop waits for the tick under way and lets no other begin', async () => {
  let finish = (): void => undefined;
  let looks = 0;
  const job: Job = async () => {
    looks += 1;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return [order];
  };
  const { clock, orders } = await centre(['a', 'b'], [job]);
  clock.start();
  await expect.poll(() => looks).toBe(1);
  let stopped = false;
  const stopping = clock.stop().then(() => {
    stopped = true;
  });
  await Promise.resolve();
  expect(stopped).toBe(false);
  finish();
  await stopping;
  clock.start();
  expect([looks, orders]).toEqual([1, ['a attachment.verify']]);
});
