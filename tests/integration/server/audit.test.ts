import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { HeadNotes, readHeadNotes } from '#server/ops/audit-heads.ts';
import { checkDatabase } from '#server/ops/check-database.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, director, documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

let centre: Centre;
let folder: string;
beforeAll(async () => {
  centre = await startCentre();
  folder = await mkdtemp(join(tmpdir(), 'opora-audit-'));
  await centre.pool.query('CREATE TABLE kept_audit AS SELECT * FROM audit_log WITH NO DATA');
  await centre.pool.query('CREATE TABLE kept_log AS SELECT * FROM command_log WITH NO DATA');
  await livelyDay();
});
afterAll(async () => {
  await centre?.close();
  await rm(folder, { recursive: true, force: true });
});

const note = (document: number, text: string, id?: string) => ({
  name: 'document.update',
  args: { id: documentId(document), base: { note: null }, patch: { note: text } },
  ...(id ? { id } : {}),
});

/** Logins, a wrong password, a password issued, accepted and refused commands, an id with other contents. */
async function livelyDay(): Promise<void> {
  const { access } = await centre.login('director-one');
  await centre.post('/session', { login: 'clerk-one', password: 'не тот', device: 'чужое' });
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
  await fetch(`${centre.url}/accounts`, { method: 'POST', headers, body: JSON.stringify({ employeeId: clerk }) });
  const desk = new Workstation(centre.url, 'audited');
  await desk.hello(access);
  const { verdicts } = await desk.push([note(1, 'а'), note(99, 'нет такого'), note(3, 'б')]);
  await desk.push([note(5, 'другое под тем же именем', verdicts[0]?.id)]);
  await desk.push([note(5, 'в')]);
  desk.close();
}

/** Does something to the database that nobody should, tells what is found, and undoes it. */
async function after(...harm: string[]): Promise<string[]> {
  await centre.pool.query(
    'INSERT INTO kept_audit SELECT * FROM audit_log; INSERT INTO kept_log SELECT * FROM command_log',
  );
  for (const statement of harm) await centre.pool.query(statement);
  return (await checkDatabase(centre.pool)).problems;
}
afterEach(async () => {
  const kept = (await centre.pool.query('SELECT FROM kept_audit')).rowCount;
  if (kept) {
    await centre.pool.query(
      'DELETE FROM audit_log; INSERT INTO audit_log SELECT * FROM kept_audit; DELETE FROM kept_audit',
    );
    await centre.pool.query(
      'DELETE FROM command_log; INSERT INTO command_log SELECT * FROM kept_log; DELETE FROM kept_log',
    );
  }
  expect((await checkDatabase(centre.pool)).problems).toEqual([]);
});

test('everything that happened stands in the log, and what is untouched verifies', async () => {
  const found = await centre.pool.query<{ event: string; actor: string }>(
    "SELECT event, actor FROM audit_log WHERE org_id = 'one' AND event <> 'commands' ORDER BY n",
  );
  expect(found.rows.map(({ event, actor }) => [event, actor])).toEqual([
    ['login', director],
    ['login.refused', 'clerk-one'],
    ['password.issued', director],
    ['command.mismatch', director],
  ]);
  expect(await checkDatabase(centre.pool)).toMatchObject({ ok: true, organizations: 2, problems: [] });
});

test('the program itself can add to the log, and neither change nor remove', async () => {
  const client = await centre.pool.connect();
  await client.query("BEGIN; SET LOCAL ROLE opora_app; SET LOCAL opora.org = 'one'");
  await expect(client.query("UPDATE audit_log SET actor = 'nobody'")).rejects.toMatchObject({ code: '42501' });
  await client.query("ROLLBACK; BEGIN; SET LOCAL ROLE opora_app; SET LOCAL opora.org = 'one'");
  await expect(client.query('DELETE FROM audit_log')).rejects.toMatchObject({ code: '42501' });
  await client.query('ROLLBACK');
  client.release();
});

test('a changed entry, a removed one and two that changed places are found and named', async () => {
  expect(await after("UPDATE audit_log SET actor = 'nobody' WHERE org_id = 'one' AND n = 2")).toEqual([
    'one: audit_log: entry 2 does not follow from the one before: changed, or moved',
  ]);
});

test('a removed entry is named', async () => {
  const problems = await after("DELETE FROM audit_log WHERE org_id = 'one' AND n = 3");
  expect(problems[0]).toBe('one: audit_log: entry 3 is missing');
});

test('the last entry is missed too', async () => {
  const last = "(SELECT max(n) FROM audit_log WHERE org_id = 'one')";
  const { rows } = await centre.pool.query<{ max: number }>(`SELECT ${last} AS max`);
  expect(await after(`DELETE FROM audit_log WHERE org_id = 'one' AND n = ${last}`)).toEqual([
    `one: audit_log: entry ${rows[0]?.max} is missing`,
  ]);
});

test('two entries that changed places are named both', async () => {
  const swap =
    "UPDATE audit_log SET n = CASE n WHEN 2 THEN 1003 WHEN 3 THEN 1002 END WHERE org_id = 'one' AND n IN (2, 3)";
  const problems = await after(swap, "UPDATE audit_log SET n = n - 1000 WHERE org_id = 'one' AND n > 1000");
  for (const n of [2, 3]) expect(problems.join()).toContain(`entry ${n} does not follow`);
});

test('a changed, a removed and a smuggled verdict of the command log are named, refused ones as well', async () => {
  const rejected = "client = 'audited' AND seq IS NULL";
  expect(await after(`UPDATE command_log SET user_id = 'nobody' WHERE ${rejected}`)).toEqual([
    expect.stringMatching(/^one: command_log: audited\/2 was changed \(audit entry \d+\)$/),
  ]);
});

test('a removed refusal is named', async () => {
  expect(await after("DELETE FROM command_log WHERE client = 'audited' AND seq IS NULL")).toEqual([
    expect.stringMatching(/^one: command_log: audited\/2 is missing/),
  ]);
});

test('other arguments, a seq cut out of the middle, and a rewritten end are named by their seq', async () => {
  const all = "org_id = 'one' AND client = 'audited'";
  const seqs = await centre.pool.query<{ seq: number }>(
    `SELECT seq FROM command_log WHERE ${all} AND seq > 0 ORDER BY seq`,
  );
  const seq = seqs.rows[1]?.seq as number;
  const problems = await after(
    `UPDATE command_log SET command = replace(command, '"б"', '"Б"') WHERE ${all} AND seq = ${seq}`,
  );
  expect(problems).toContain(`one: command_log: seq ${seq} has other arguments than were accepted`);
  await centre.pool.query(`DELETE FROM command_log WHERE ${all} AND seq = ${seq}`);
  expect((await checkDatabase(centre.pool)).problems).toContain(`one: command_log: seq ${seq} is missing`);
});

test('a log rewritten with right hashes does not agree with the head that was noted outside', async () => {
  const path = join(folder, 'heads.jsonl');
  const notes = new HeadNotes(centre.pool, path);
  expect(await notes.note(1)).toBe(2);
  expect(await notes.note(2)).toBe(0);
  const [line] = (await readFile(path, 'utf8')).split('\n');
  const head = JSON.parse(line as string) as { hash: string };
  const noted = await readHeadNotes(path);
  expect((await checkDatabase(centre.pool, noted)).problems).toEqual([]);
  const other = new Map([['one', [{ n: 2, hash: head.hash }]]]);
  expect((await checkDatabase(centre.pool, other)).problems).toEqual([
    'one: audit_log: entry 2 is not the one whose hash was noted: the log was rewritten',
  ]);
  expect((await checkDatabase(centre.pool, new Map([['one', [{ n: 9_999, hash: '' }]]]))).problems).toHaveLength(1);
});

test('administrators are told the head, others are not', async () => {
  const { access } = await centre.login('director-one');
  const head = await (await centre.get('/audit/head', access)).json();
  expect(head).toMatchObject({ org: 'one', n: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const other = await centre.login('clerk-two');
  expect((await centre.get('/audit/head', other.access)).status).toBe(403);
  expect((await centre.get('/audit/head')).status).toBe(401);
});
