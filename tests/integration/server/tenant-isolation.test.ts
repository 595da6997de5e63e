import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inLane } from '#server/store/postgres-store.ts';
import { consume } from '#server/sync/push.ts';
import { centreUser } from '#shared/commands/execute.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { type Role, roles } from '#shared/domain/employee.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { administrative, centralCommands, everyCommandArgs } from '#tests/fixtures/kernel/every-command.ts';
import { station } from '#tests/fixtures/kernel/registration-samples.ts';
import { clerk, director, rowId } from '#tests/fixtures/kernel/rows.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { createTenants, foreign, personOf, secret } from '#tests/integration/server/two-tenants.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

const names = Object.keys(commands) as CommandName[];
/** Arguments that name something of the foreign organization; the others can only make something new in the own one. */
const aims = (name: CommandName): boolean => JSON.stringify(everyCommandArgs[name]).includes('0190a000-');
/**
 * They write a row of the own organization in which the strange id stands as a name that leads nowhere, like any id that nobody has:
 * a mark or a note of one's own, and drafts whose names are looked up when they are used. Nothing is read for it.
 */
const ownNotes: CommandName[] = [
  'approval_route.create',
  'service.create',
  'favourite.mark',
  'work.snooze',
  'work.wake',
];
const content = 'чужая бумага';
const sha256 = createHash('sha256').update(content).digest('hex');

let centre: Centre;
let before: string;
/** A command id that the others have used. */
let usedId: string;
beforeAll(async () => {
  centre = await startCentre({ documents: 0 });
  await createTenants(centre.pool);
  await mkdir(join(centre.dataDir, 'files', 'theirs', sha256.slice(0, 2)), { recursive: true });
  await writeFile(join(centre.dataDir, 'files', 'theirs', sha256.slice(0, 2), sha256.slice(2)), content);
  const theirs = new Workstation(centre.url, 'theirs');
  await theirs.hello((await centre.login('their-director')).access);
  const name = { name: 'clause.create', args: everyCommandArgs['clause.create'] };
  usedId = (await theirs.push([name])).verdicts[0]?.id as string;
  theirs.close();
  before = await everythingOf(centre.pool, 'theirs');
});
afterAll(() => centre?.close());

/** One hash over every row of every table of an organization. */
async function everythingOf(pool: Pool, org: string): Promise<string> {
  const hash = createHash('sha256');
  const tables = await pool.query<{ table_name: string }>(
    "SELECT table_name FROM information_schema.columns WHERE column_name = 'org_id' AND table_schema = 'public' ORDER BY 1",
  );
  for (const { table_name: table } of tables.rows) {
    const rows = await pool.query<{ text: string }>(
      `SELECT t::text AS text FROM ${table} t WHERE org_id = $1 ORDER BY 1`,
      [org],
    );
    hash.update(`${table}\n${rows.rows.map((row) => row.text).join('\n')}\n`);
  }
  return hash.digest('hex');
}

async function joinDesk(role: Role, client: string): Promise<{ desk: Workstation; access: string }> {
  const { access } = await centre.login(role);
  const desk = new Workstation(centre.url, client);
  await desk.hello(access);
  return { desk, access };
}

describe.each(roles)('a %s', (role) => {
  test(`all ${names.filter(aims).length} commands that can be aimed at what another organization has are denied and leave no trace there`, async () => {
    const { desk } = await joinDesk(role, `aims-${role}`);
    const orders = names.filter(aims).map((name) => ({ name, args: foreign(everyCommandArgs[name]) }));
    const { verdicts } = await desk.push(orders);
    const accepted = orders.filter((_order, n) => verdicts[n]?.status !== 'rejected').map((order) => order.name);
    expect(accepted.filter((name) => !ownNotes.includes(name))).toEqual([]);
    expect(JSON.stringify(desk.received)).not.toContain(secret);
    desk.close();
    expect(await everythingOf(centre.pool, 'theirs')).toBe(before);
  });
});

test('the same arguments do what they should for those to whom it belongs: the denials above are no accident', async () => {
  const undo = new Error('only looked');
  const refused: string[] = [];
  for (const [n, name] of names.entries()) {
    const actor = centralCommands.includes(name) ? centreUser : foreign(administrative.test(name) ? director : clerk);
    const args = foreign(everyCommandArgs[name]);
    const id = rowId(0x777, n + 1);
    const order = { id, n: 1, name, v: commands[name].version, args, baseVersions: {}, occurredAt: 1_780_000_000_000 };
    const command = { ...order, argsHash: hashValue([name, order.v, args]) };
    // Nothing of it stays, so that every order may come from the workstation that holds the numbers of the samples.
    const place = { client: station, device: '', deviceName: '', epoch: null, lease: null };
    await inLane(centre.pool, 'theirs', async (tx) => {
      const { replies } = await consume(
        tx,
        [{ ...place, userId: actor, commands: [command] }],
        1_780_000_000_005,
        () => 'x',
      );
      const verdict = replies[0]?.ok ? replies[0].verdicts[0] : undefined;
      if (verdict?.status !== 'accepted') refused.push(`${name} ${verdict?.code}`);
      throw undo;
    }).catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  }
  expect(refused).toEqual(['sync.withdraw WITHDRAWN']);
  expect(await everythingOf(centre.pool, 'theirs')).toBe(before);
});

test('the exchange: hello, names of foreign clients and commands, foreign scopes, cursors and digests open nothing', async () => {
  const { desk, access } = await joinDesk('administrator', 'theirs');
  const strange = new Workstation(centre.url, 'strange');
  await expect(strange.hello(access, 'theirs')).rejects.toThrow('WRONG_ORGANIZATION');
  const found = await centre.pool.query<{ scope: string }>(
    "SELECT DISTINCT scope FROM row_scope WHERE org_id = 'theirs'",
  );
  const scopes = found.rows.map((row) => row.scope).slice(0, 150);
  const { changes, scopeDrops } = await desk.pull({ scopes });
  expect(scopeDrops.length).toBeGreaterThanOrEqual(5);
  expect(changes.every((change) => !change.id.startsWith('0190b000-'))).toBe(true);
  await expect(desk.pull({ chainHash: 'f'.repeat(64), cursor: 1 })).rejects.toThrow('HISTORY_FORK');
  // An id that the others have used is new here, and says nothing of what it was there; so does the name of their workstation.
  const order = { name: 'clause.create', args: { ...(everyCommandArgs['clause.create'] as object), title: 'Своя' } };
  const { verdicts } = await desk.push([{ ...order, id: usedId }]);
  expect(verdicts).toMatchObject([{ status: 'accepted' }]);
  expect(verdicts[0]?.duplicate).toBeUndefined();
  expect(JSON.stringify(desk.received)).not.toContain(secret);
  desk.close();
  expect(await everythingOf(centre.pool, 'theirs')).toBe(before);
});

test.each(roles)('every route over HTTP shows a %s nothing of another organization', async (role) => {
  const { access } = await centre.login(role);
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
  const attachment = foreign(rowId(6, 1));
  const said: string[] = [];
  const ask = async (path: string, init: RequestInit = {}): Promise<number> => {
    const response = await fetch(centre.url + path, { ...init, headers: { ...headers, ...init.headers } });
    said.push(await response.text());
    return response.status;
  };
  expect(await ask(`/files/${sha256}?attachment=${attachment}`)).toBe(404);
  expect(await ask(`/files/${sha256}`)).toBe(404);
  expect(await ask('/sync/snapshot', { headers: { 'accept-encoding': 'identity' } })).toBe(200);
  expect(await ask(`/sync/snapshot?after=employee/${foreign(director)}`)).toBe(200);
  expect([403, 404]).toContain(
    await ask('/accounts', { method: 'POST', body: JSON.stringify({ employeeId: foreign(director) }) }),
  );
  const head = await ask('/audit/head');
  expect([head, role === 'administrator']).toEqual([role === 'administrator' ? 200 : 403, role === 'administrator']);
  expect(await ask('/demo/accounts')).toBe(404);
  for (const text of said) expect(text).not.toContain(secret);
  for (const text of said.slice(2)) expect(text).not.toContain('theirs');
  expect(said.join()).not.toContain(content);
  expect(await everythingOf(centre.pool, 'theirs')).toBe(before);
});

test('an upload that the others have begun can neither be looked at nor continued, nor ended', async () => {
  const theirs = await centre.login('their-director');
  const metadata = `sha256 ${btoa(sha256)},size ${btoa('20')}`;
  const tus = { 'tus-resumable': '1.0.0' };
  const begun = await fetch(`${centre.url}/files/upload`, {
    method: 'POST',
    headers: { ...tus, authorization: `Bearer ${theirs.access}`, 'upload-length': '20', 'upload-metadata': metadata },
  });
  expect(begun.status).toBe(201);
  const { access } = await centre.login('administrator');
  const url = new URL(begun.headers.get('location') as string, `${centre.url}/files/upload/`);
  const mine = { ...tus, authorization: `Bearer ${access}` };
  const patch = { ...mine, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  for (const init of [
    { method: 'HEAD', headers: mine },
    { method: 'PATCH', headers: patch, body: 'мои байты!' },
    { method: 'DELETE', headers: mine },
  ])
    expect([init.method, (await fetch(url, init)).status]).toEqual([init.method, 404]);
  expect(
    (await fetch(url, { method: 'HEAD', headers: { ...tus, authorization: `Bearer ${theirs.access}` } })).status,
  ).toBe(200);
});

test('what could be written is nothing but names that lead nowhere, in rows of the own organization', async () => {
  const select = "SELECT entity, data FROM stored_row WHERE org_id = 'mine' AND data LIKE '%0190b000-%'";
  const found = await centre.pool.query<{ entity: string; data: string }>(select);
  expect([...new Set(found.rows.map((row) => row.entity))].sort()).toEqual([
    'approval_route',
    'favourite',
    'history',
    'service',
    'snooze',
  ]);
  for (const { data } of found.rows) expect(data).not.toContain(secret);
  const ids = await centre.pool.query("SELECT FROM stored_row WHERE org_id = 'mine' AND id LIKE '0190b000-%'");
  expect(ids.rowCount).toBe(0);
});

test('the roles of the test are all there are, and their people stand in the own organization only', () => {
  expect(roles.map(personOf)).toHaveLength(7);
  expect(names.length).toBeGreaterThan(110);
  expect(names.filter(aims).length).toBeGreaterThan(90);
});
