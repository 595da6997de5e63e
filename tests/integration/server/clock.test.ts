import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, director, documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await startCentre({ clockEvery: 20 });
});
afterAll(() => centre?.close());

/** Moscow's wall clock, three hours ahead of UTC. 15.01.2027 is a Friday; 2027 has no calendar: the plain week. */
const moscowTime = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+03:00`);

/** Two more looks at what is due have ended: whatever was due when the test began to wait has been ordered. */
async function twoTicks(): Promise<void> {
  const ticks = async (): Promise<number> => {
    const text = await (await centre.get('/metrics')).text();
    return Number(/^opora_clock_ticks_total (\d+)$/m.exec(text)?.[1]);
  };
  const before = await ticks();
  await expect.poll(ticks).toBeGreaterThanOrEqual(before + 2);
}

/** What the centre has accepted of its own commands of this name. */
async function orders(name: string): Promise<unknown[]> {
  const sql = `SELECT command FROM command_log WHERE org_id = 'one' AND user_id = 'centre' AND seq IS NOT NULL ORDER BY seq`;
  const found = await centre.pool.query<{ command: string }>(sql);
  const all = found.rows.map((row) => JSON.parse(row.command) as { name: string; args: unknown });
  return all.filter((command) => command.name === name).map((command) => command.args);
}

async function rowsOf<E extends EntityName>(entity: E, key: string, value: string): Promise<RowOf<E>[]> {
  const read = createPostgresStore(centre.pool).read('one', (tx) => tx.byKey(entity, key, value, 100, false));
  return (await read).map((one) => one.row as RowOf<E>);
}

const step = (employeeId: string, escalateTo: string | null) => ({
  key: 'step',
  name: 'Виза',
  kind: 'approve',
  mode: 'all',
  quorum: null,
  members: [{ type: 'employee', employeeId }],
  conditions: [],
  deadlineMinutes: 60,
  escalateTo: escalateTo === null ? null : { type: 'employee', employeeId: escalateTo },
});

let clients = 0;
async function say(name: string, args: unknown): Promise<unknown> {
  clients += 1;
  const desk = new Workstation(centre.url, `clock-${clients}`);
  await desk.hello((await centre.login('director-one')).access);
  const [verdict] = (await desk.push([{ name, args }])).verdicts;
  desk.close();
  return verdict?.code ?? verdict?.status;
}

const submit = (n: number, steps: unknown[]): Promise<unknown> =>
  say('approval.submit', { documentId: documentId(n), routeId: null, steps, note: null });

test('a deadline in working time is escalated when it has passed: once, and not again after a restart', async () => {
  centre.clock.now = moscowTime('2027-01-15 17:30');
  expect(await submit(2, [step(clerk, director)])).toBe('accepted');
  expect(await submit(4, [step(clerk, null)])).toBe('accepted');
  const [task] = await rowsOf('approval_task', 'document', documentId(2));
  expect(task).toMatchObject({ state: 'active', dueAt: moscowTime('2027-01-18 09:30'), escalatedToId: null });

  // Saturday, and the last minute: nobody is late yet.
  for (const moment of ['2027-01-16 12:00', '2027-01-18 09:29']) {
    centre.clock.now = moscowTime(moment);
    await twoTicks();
    expect(await orders('approval.escalate')).toEqual([]);
  }

  centre.clock.now = moscowTime('2027-01-18 09:30');
  await expect
    .poll(async () => (await rowsOf('approval_task', 'document', documentId(2)))[0]?.escalatedToId)
    .toBe(director);
  await twoTicks();
  await centre.restart();
  await twoTicks();
  centre.clock.now = moscowTime('2027-01-20 12:00');
  await twoTicks();
  // The round whose step names nobody is as late, and nothing is ordered about it.
  expect(await orders('approval.escalate')).toEqual([{ taskId: task?.id }]);
  const [untouched] = await rowsOf('approval_task', 'document', documentId(4));
  expect(untouched).toMatchObject({ state: 'active', escalatedToId: null });
});

test('what became due while the server was down is escalated by its first look', async () => {
  centre.clock.now = moscowTime('2027-01-21 09:00');
  expect(await submit(6, [step(clerk, director)])).toBe('accepted');
  const restarted = centre.restart();
  centre.clock.now = moscowTime('2027-01-21 10:00');
  await restarted;
  await expect
    .poll(async () => (await rowsOf('approval_task', 'document', documentId(6)))[0]?.escalatedToId)
    .toBe(director);
});

test('a substitution begins with its first day where the absent person works, and lets the substitute see what waits', async () => {
  centre.clock.now = moscowTime('2027-01-22 11:00');
  expect(await submit(1, [step(director, null)])).toBe('accepted');
  const period = { from: '2027-01-25', to: '2027-01-29' };
  const who = { employeeId: director, substituteId: clerk, kinds: ['approval'], reason: null };
  expect(await say('substitution.create', { ...who, ...period })).toBe('accepted');
  const seen = async (): Promise<string[]> => {
    const found = await createPostgresStore(centre.pool).read('one', (tx) => tx.getMany('document', [documentId(1)]));
    return found.get(documentId(1))?.scopes ?? [];
  };

  centre.clock.now = moscowTime('2027-01-25 00:00') - 1;
  await twoTicks();
  expect(await seen()).not.toContain(`user:${clerk}`);

  centre.clock.now = moscowTime('2027-01-25 00:00');
  await expect.poll(seen).toContain(`user:${clerk}`);
  const begun = await rowsOf('substitution', 'employee', director);
  expect(begun).toMatchObject([{ begunAt: moscowTime('2027-01-25 00:00'), cancelledAt: null }]);
  await centre.restart();
  await twoTicks();
  expect(await orders('substitution.begin')).toEqual([{ id: begun[0]?.id }]);
});
