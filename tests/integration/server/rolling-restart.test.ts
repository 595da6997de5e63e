import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDatabase } from '#server/ops/check-database.ts';
import { migrate } from '#server/store/migrate.ts';
import { type Centre, type Neighbour, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

/** What stands before several server processes: new connections go to one that takes them. */
async function balancer(): Promise<{ url: string; targets: string[]; close(): void }> {
  const targets: string[] = [];
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    turn += 1;
    const target = targets[turn % targets.length];
    if (!target) return client.destroy();
    const { hostname, port } = new URL(target);
    const centre = connect(Number(port), hostname);
    for (const socket of [client, centre]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        for (const one of [client, centre]) one.destroy();
      });
    }
    client.pipe(centre);
    centre.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url, targets, close };
}

/** Edits until told to stop; whatever had no answer is sent again under the same id, through whoever answers. */
async function workOn(
  centre: Centre,
  url: string,
  who: number,
  isOver: () => boolean,
): Promise<{ ids: string[]; again: number }> {
  const ids: string[] = [];
  let [again, connections] = [0, 0];
  const { access } = await centre.login('director-one');
  let desk: Workstation | null = null;
  for (let n = 0; !isOver(); n += 1) {
    const id = `0190c000-${who.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
    const args = {
      id: documentId(1 + 2 * (who % 3)),
      base: { note: null },
      patch: { note: `${who} ${n} ${randomBytes(3).toString('hex')}` },
    };
    for (let answered = false; !answered; ) {
      try {
        if (!desk) {
          connections += 1;
          desk = new Workstation(url, `rolling-${who}-${connections}`);
          desk.socket.on('error', () => undefined);
          await orClosed(desk, desk.hello(access));
        }
        const { verdicts } = await orClosed(desk, desk.push([{ name: 'document.update', args, id }]));
        if (verdicts[0]?.status !== 'accepted') throw new Error(`refused: ${verdicts[0]?.code}`);
        answered = true;
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('refused')) throw error;
        again += 1;
        desk?.close();
        desk = null;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    ids.push(id);
  }
  desk?.close();
  return { ids, again };
}

const orClosed = <T>(desk: Workstation, answer: Promise<T>): Promise<T> =>
  Promise.race([answer, desk.closed.then(({ code }) => Promise.reject(new Error(`closed ${code}`)))]);

test('processes restarted in turn under load: nothing is lost, nothing counts twice, the others take over', async () => {
  const centre = await startCentre();
  const road = await balancer();
  const running: Neighbour[] = [await centre.neighbour(), await centre.neighbour()];
  road.targets.push(...running.map((one) => one.url));
  let isOver = false;
  const work = Promise.all([0, 1, 2, 3, 4, 5].map((who) => workOn(centre, road.url, who, () => isOver)));
  const committed = async (): Promise<number> => {
    const sql = "SELECT count(*) AS count FROM command_log WHERE org_id = 'one' AND command_id LIKE '0190c000-%'";
    return (await centre.pool.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
  };
  for (let round = 0; round < 4; round += 1) {
    const before = await committed();
    await expect.poll(committed).toBeGreaterThan(before + 20);
    const leaving = running.shift() as Neighbour;
    const arriving = await centre.neighbour();
    running.push(arriving);
    road.targets.splice(0, 2, ...running.map((one) => one.url));
    await leaving.close();
  }
  const before = await committed();
  await expect.poll(committed).toBeGreaterThan(before + 20);
  isOver = true;
  const done = await work;

  const ids = done.flatMap((one) => one.ids);
  const select =
    "SELECT command_id, count(*) AS count FROM command_log WHERE command_id LIKE '0190c000-%' AND seq IS NOT NULL GROUP BY 1";
  const logged = await centre.pool.query<{ command_id: string; count: number }>(select);
  expect(logged.rows.every((row) => row.count === 1)).toBe(true);
  const stored = new Set(logged.rows.map((row) => row.command_id));
  expect(ids.filter((id) => !stored.has(id))).toEqual([]);
  expect(stored.size).toBe(ids.length);
  expect(done.some((one) => one.again > 0)).toBe(true);
  expect((await checkDatabase(centre.pool)).problems).toEqual([]);
  for (const one of running) await one.close();
  road.close();
  await centre.close();
});

test('a newer server may migrate while an older one works: columns and tables added disturb no statement that is prepared', async () => {
  const centre = await startCentre();
  const folder = await mkdtemp(join(tmpdir(), 'opora-newer-'));
  await cp('server/store/migrations', folder, { recursive: true });
  const { rows } = await centre.pool.query<{ name: string }>(
    "SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE column_name = 'org_id' AND table_schema = 'public'",
  );
  const added = rows.map(({ name }) => `ALTER TABLE ${name} ADD COLUMN of_the_next_version text;`);
  await writeFile(
    join(folder, '9999-next.sql'),
    `${added.join('\n')} CREATE TABLE next_version (org_id text PRIMARY KEY);`,
  );
  let isOver = false;
  const work = Promise.all([0, 1, 2].map((who) => workOn(centre, centre.url, who, () => isOver)));
  const count = async () =>
    (await centre.pool.query("SELECT FROM command_log WHERE command_id LIKE '0190c000-%'")).rowCount ?? 0;
  await expect.poll(count).toBeGreaterThan(20);
  expect(await migrate(centre.pool, folder)).toEqual(['9999-next.sql']);
  const before = await count();
  await expect.poll(count).toBeGreaterThan(before + 20);
  await centre.login('clerk-one');
  isOver = true;
  const done = await work;
  expect(done.map((one) => one.again)).toEqual([0, 0, 0]);
  await rm(folder, { recursive: true });
  await centre.close();
});

test('every migration since the first release only adds', async () => {
  const folder = 'server/store/migrations';
  for (const name of (await readdir(folder)).sort().filter((one) => one > '0006')) {
    const sql = (await readFile(join(folder, name), 'utf8')).replace(/--[^\n]*/g, '');
    expect([name, /\b(DROP|RENAME|TRUNCATE|ALTER\s+COLUMN|DELETE\s+FROM)\b/i.exec(sql)?.[0]]).toEqual([
      name,
      undefined,
    ]);
    for (const [column] of sql.matchAll(/ADD COLUMN[^,;]*/g)) expect(column).not.toMatch(/NOT NULL(?!.*DEFAULT)/);
  }
});
