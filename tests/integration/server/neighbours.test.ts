import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { type Centre, type Neighbour, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, director, documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

const hour = 3_600_000;
const note = (document: number, text: string) => ({
  name: 'document.update',
  args: { id: documentId(document), base: { note: null }, patch: { note: text } },
});

/** A workstation that has pulled everything, so that it waits for news with its scopes. */
async function seated(centre: Centre, url: string, client: string): Promise<{ desk: Workstation; cursor: number }> {
  const desk = new Workstation(url, client);
  await desk.hello((await centre.login('director-one')).access);
  const { scopeAdds } = await desk.pull({ limit: 1 });
  return { desk, cursor: (await desk.pull({ scopes: scopeAdds })).toSeq };
}

/** What a workstation gets when it pulls after a wake; its own scopes are all it may see. */
async function news(desk: Workstation, cursor: number): Promise<Record<string, unknown>[]> {
  const { scopeAdds } = await desk.pull({ limit: 1 });
  const { changes } = await desk.pull({ cursor, scopes: scopeAdds });
  return changes.filter((change) => change.e === 'document').map((change) => change.row as Record<string, unknown>);
}

// Polling so rarely that it is not what wakes; and a line that does not exist, so that polling is all there is.
describe.each([
  ['notified', { listen: true, pollEvery: hour }],
  ['by polling alone', { listen: false, pollEvery: 50 }],
])('two server processes on one database, %s', (name, neighbours) => {
  let centre: Centre;
  let other: Neighbour;
  beforeAll(async () => {
    centre = await startCentre({ neighbours });
    other = await centre.neighbour();
  });
  afterAll(async () => {
    await other?.close();
    await centre?.close();
  });

  test('an edit through one wakes those who sit at the other, both ways, many times', async () => {
    const here = await seated(centre, centre.url, `here-${name}`);
    const there = await seated(centre, other.url, `there-${name}`);
    for (let n = 1; n <= 3; n += 1) {
      for (const [from, to] of [
        [here, there],
        [there, here],
      ] as const) {
        const woken = to.desk.next('wake');
        const [verdict] = (await from.desk.push([note(1, `${from === here ? 'туда' : 'обратно'} ${n}`)])).verdicts;
        expect((await woken).seq).toBeLessThanOrEqual(verdict?.seq as number);
        await expect.poll(() => news(to.desk, to.cursor)).toMatchObject([{ id: documentId(1) }]);
        to.cursor = verdict?.seq as number;
        await to.desk.pull({ cursor: to.cursor, scopes: (await to.desk.pull({ limit: 1 })).scopeAdds });
        from.cursor = verdict?.seq as number;
        await from.desk.pull({ cursor: from.cursor, scopes: (await from.desk.pull({ limit: 1 })).scopeAdds });
      }
    }
    for (const { desk } of [here, there]) desk.close();
  });
});

test('a line that breaks comes back, and what was said meanwhile is found', async () => {
  const centre = await startCentre({ neighbours: { listen: true, pollEvery: hour } });
  const other = await centre.neighbour();
  const here = await seated(centre, centre.url, 'break-here');
  const there = await seated(centre, other.url, 'break-there');
  const lines =
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'opora-news' AND datname = current_database()";
  await expect.poll(async () => (await centre.pool.query(lines)).rowCount).toBe(2);
  const woken = there.desk.next('wake');
  await centre.pool.query(lines.replace('SELECT pid', 'SELECT pg_terminate_backend(pid)'));
  await here.desk.push([note(3, 'пока не слышно')]);
  expect((await woken).t).toBe('wake');
  await expect.poll(async () => (await centre.pool.query(lines)).rowCount).toBe(2);
  for (const { desk } of [here, there]) desk.close();
  await other.close();
  await centre.close();
});

test('tokens, sessions and what has been sent are common: a person goes on at the other process', async () => {
  const centre = await startCentre();
  const other = await centre.neighbour();
  const { access, refresh } = await centre.login('director-one');
  const first = new Workstation(centre.url, 'wanders');
  await first.hello(access);
  const { verdicts } = await first.push([note(1, 'здесь')]);
  first.close();
  const second = new Workstation(other.url, 'wanders-2');
  await second.hello(access);
  const again = await second.push([{ ...note(1, 'здесь'), id: verdicts[0]?.id as string }]);
  expect(again.verdicts[0]).toMatchObject({ duplicate: true, seq: verdicts[0]?.seq });
  second.close();
  const headers = { 'content-type': 'application/json' };
  const renewed = await fetch(`${other.url}/session/refresh`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ refresh }),
  });
  expect(renewed.status).toBe(200);
  await other.close();
  await centre.close();
});

test('the clocks of three processes may order the same thing: it happens once', async () => {
  const centre = await startCentre({ clockEvery: 20 });
  const others = [await centre.neighbour(), await centre.neighbour()];
  const absence = { employeeId: director, substituteId: clerk, from: '2027-01-25', to: '2027-01-29', reason: null };
  const { desk } = await seated(centre, centre.url, 'absent');
  await desk.push([{ name: 'substitution.create', args: { ...absence, kinds: ['approval'] } }]);
  centre.clock.now = Date.parse('2027-01-25T09:00:00+03:00');
  const orders = "SELECT min(seq) AS first FROM command_log WHERE command LIKE '%substitution.begin%' AND seq > 0";
  const first = async () => (await centre.pool.query<{ first: number | null }>(orders)).rows[0]?.first;
  await expect.poll(first).toBeGreaterThan(0);
  const ticks = async (url: string): Promise<number> =>
    Number(/^opora_clock_ticks_total (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);
  for (const { url } of others) {
    const before = await ticks(url);
    await expect.poll(() => ticks(url)).toBeGreaterThan(before + 2);
  }
  // Whoever came later found nothing left to do: what the first one wrote stands, and nothing was written after it.
  const since = "SELECT FROM stored_row WHERE org_id = 'one' AND version > $1";
  expect((await centre.pool.query(since, [await first()])).rowCount).toBe(0);
  desk.close();
  for (const other of others) await other.close();
  await centre.close();
});

test('commits of both are in one order without gaps, whoever they came through', async () => {
  const centre = await startCentre();
  const other = await centre.neighbour();
  const desks = await Promise.all([centre.url, other.url].map((url, n) => seated(centre, url, `order-${n}`)));
  const all = await Promise.all(
    desks.map(async ({ desk }, who) => {
      const seqs: number[] = [];
      for (let n = 0; n < 20; n += 1) {
        const { verdicts } = await desk.push([note(1 + 2 * who, `правка ${n}`), note(5, `${who} ${n}`)]);
        seqs.push(...verdicts.map((verdict) => verdict.seq as number));
      }
      return seqs;
    }),
  );
  const { seq } = await createPostgresStore(centre.pool).read('one', (tx) => tx.head());
  const got = all.flat().sort((one, two) => one - two);
  expect(got).toEqual(Array.from({ length: 80 }, (_, n) => seq - 79 + n));
  for (const { desk } of desks) desk.close();
  await other.close();
  await centre.close();
});
