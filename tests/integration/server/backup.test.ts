import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from '#server/ops/backup.ts';
import { backupsOf, openBackup } from '#server/ops/backup-folder.ts';
import { checkDatabase } from '#server/ops/check-database.ts';
import { drill } from '#server/ops/drill.ts';
import { restore } from '#server/ops/restore.ts';
import { createPool } from '#server/store/pool.ts';
import { lessened } from '#shared/sync/command-wire.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const run = promisify(execFile);
const at = 1_800_000_000_000;
let centre: Centre;
let place: string;
let desk: Workstation;
let stored: string;
const bytes = Buffer.from('договор поставки');
const sha256 = createHash('sha256').update(bytes).digest('hex');

const note = (document: number, text: string) => ({
  name: 'document.update',
  args: { id: documentId(document), base: { note: null }, patch: { note: text } },
});

beforeAll(async () => {
  centre = await startCentre();
  place = await mkdtemp(join(tmpdir(), 'opora-backups-'));
  await chmod(place, 0o755);
  stored = join('one', sha256.slice(0, 2), sha256.slice(2));
  await mkdir(join(centre.dataDir, 'files', 'one', sha256.slice(0, 2)), { recursive: true });
  await writeFile(join(centre.dataDir, 'files', stored), bytes);
  desk = new Workstation(centre.url, 'backed-up');
  await desk.hello((await centre.login('director-one')).access);
  await desk.push([note(1, 'с нулём \u0000, кавычкой " и \\'), note(99, 'нет такого')]);
});
afterAll(async () => {
  desk?.close();
  await centre?.close();
  await rm(place, { recursive: true, force: true });
});

const options = (later: number) => ({ to: place, version: 'test', at: at + later });

/** Every row of every table of an organization that is the same on both sides of a restore. */
async function contents(url: string): Promise<Record<string, unknown>> {
  const pool = createPool(url);
  const found: Record<string, unknown> = {};
  for (const table of ['stored_row', 'row_key', 'row_scope', 'command_log', 'client', 'account', 'session']) {
    const { rows } = await pool.query(
      `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS sum, count(*) FROM ${table} t`,
    );
    found[table] = rows[0];
  }
  await pool.end();
  return found;
}

test('a backup taken while people work is one moment; restored elsewhere it is that, under a new epoch', async () => {
  const writing = desk.push(Array.from({ length: 50 }, (_, n) => note(3, `правка ${n}`)));
  const done = await backup(centre.pool, centre.dataDir, options(0));
  await writing;
  expect(done).toMatchObject({ organizations: 2, files: 1, fileBytes: bytes.length, damaged: [] });
  const whole = await backup(centre.pool, centre.dataDir, options(1));

  const target = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-restored-'));
  const pool = createPool(target.url);
  const restored = await restore(pool, { from: place, dataDir, at });
  expect(restored).toMatchObject({ from: whole.folder, organizations: 2, files: 1, rows: whole.rows });
  expect(await contents(target.url)).toEqual(await contents(centre.database));
  expect(await readFile(join(dataDir, 'files', stored))).toEqual(bytes);
  expect((await checkDatabase(pool)).problems).toEqual([]);
  const epochs = await pool.query<{ epoch: string }>('SELECT epoch FROM organization');
  for (const { epoch } of epochs.rows) expect(epoch).not.toMatch(/^epoch-/);
  const events = await pool.query("SELECT org_id FROM audit_log WHERE event = 'restored' ORDER BY 1");
  expect(events.rows).toEqual([{ org_id: 'one' }, { org_id: 'two' }]);

  // Politely refused: there is something already, in the database or in the folder.
  await expect(restore(pool, { from: place, dataDir: null, at })).rejects.toThrow('the database is not empty');
  await pool.end();
  await target.drop();
  const empty = await testDatabase();
  const other = createPool(empty.url);
  await expect(restore(other, { from: place, dataDir, at })).rejects.toThrow('restored into an empty folder only');
  expect((await other.query('SELECT FROM organization')).rowCount).toBe(0);
  await other.end();
  await empty.drop();
  await rm(dataDir, { recursive: true });
});

test('a drill restores into a database of its own and checks everything', async () => {
  // One that was entered whole, and offered again after what its author had seen was taken out of it.
  const saidHash = `${lessened}${'0f'.repeat(20)}`;
  const { verdicts } = await desk.push([{ ...note(2, 'без виденного'), saidHash }]);
  expect(verdicts).toMatchObject([{ status: 'accepted' }]);
  await backup(centre.pool, centre.dataDir, options(2));
  const result = await drill({ from: place, files: 'all', at });
  expect(result).toMatchObject({ ok: true, organizations: 2, files: 1, filesRead: 1, problems: [] });
  expect(result.commands).toBeGreaterThan(2);
});

test('a drill names what was wrong in the server before the backup: a rewritten command, a damaged file', async () => {
  const kept = await centre.pool.query<{ command: string }>(
    "SELECT command FROM command_log WHERE client = 'backed-up' AND n = 1",
  );
  const set = "UPDATE command_log SET command = $1 WHERE client = 'backed-up' AND n = 1";
  await centre.pool.query(set, [kept.rows[0]?.command.replace('кавычкой', 'скобкой')]);
  await backup(centre.pool, centre.dataDir, options(3));
  await centre.pool.query(set, [kept.rows[0]?.command]);
  await writeFile(join(place, 'files', stored), 'не те же байты');
  const result = await drill({ from: place, files: 'all', at });
  expect(result.ok).toBe(false);
  expect(result.problems).toEqual([
    expect.stringMatching(/^one: command_log: seq \d+ has other arguments than were accepted$/),
    `files/${stored} is damaged`,
  ]);
  await writeFile(join(place, 'files', stored), bytes);
});

test('a backup of a server that kept no digests of scopes gets them from its rows', async () => {
  const { folder } = await backup(centre.pool, centre.dataDir, options(4));
  const { manifest } = await openBackup(folder);
  for (const one of manifest.organizations) one.tables = one.tables.filter(({ table }) => table !== 'scope_digest');
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  expect(await drill({ from: folder, files: 1, at })).toMatchObject({ ok: true, problems: [] });
});

test('a part that is missing or changed is refused before anything is written; half a backup does not count', async () => {
  const { folder, manifest } = await openBackup(place);
  const part = manifest.organizations[0]?.tables.find((one) => one.table === 'stored_row')?.file as string;
  const whole = await readFile(join(folder, part));
  await writeFile(join(folder, part), whole.subarray(0, whole.length - 1));
  await expect(drill({ from: place, files: 'all', at })).rejects.toThrow('stored_row.jsonl.zst is damaged');
  await rm(folder, { recursive: true });
  await mkdir(join(place, '2099-01-01T00-00-00-000Z'));
  expect((await openBackup(place)).folder).not.toContain('2099');
  await expect(openBackup(join(place, 'nothing'))).rejects.toThrow('there is no complete backup');
});

test('only so many are kept, and a file whose bytes rotted is told and left out', async () => {
  await writeFile(join(centre.dataDir, 'files', 'one', sha256.slice(0, 2), `0${sha256.slice(3)}`), 'x');
  const done = await backup(centre.pool, centre.dataDir, { ...options(10), keep: 2 });
  expect(done.damaged).toHaveLength(1);
  expect(await backupsOf(place)).toHaveLength(2);
  expect((await readdir(place)).some((name) => name.startsWith('.partial'))).toBe(false);
});

test('the words of the administrator: backup, drill, audit verify, restore into what is not empty', async () => {
  const env = { ...process.env, DATABASE_URL: centre.database, OPORA_SERVER_DATA: centre.dataDir, LOG_LEVEL: 'silent' };
  const server = (...words: string[]) => run(process.execPath, ['server/main.ts', ...words], { env });
  const to = join(place, 'words');
  await rm(join(centre.dataDir, 'files', 'one', sha256.slice(0, 2), `0${sha256.slice(3)}`));
  const made = JSON.parse((await server('backup', '--to', to)).stdout) as { ok: boolean; rows: number };
  expect(made).toMatchObject({ ok: true, organizations: 2 });
  const verified = JSON.parse((await server('audit', 'verify')).stdout) as { ok: boolean };
  expect(verified.ok).toBe(true);
  await expect(server('restore', '--from', to)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('the database is not empty'),
  });
  await expect(server('backup')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--to is missing') });
});
