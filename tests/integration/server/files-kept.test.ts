import { createHash, randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileVault } from '#server/store/file-vault.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { sweepFiles, unnamedFor } from '#server/sync/file-sweep.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

let centre: Centre;
let boss: string;
let kazan: string;
beforeAll(async () => {
  centre = await startCentre();
  boss = (await centre.login('director-one')).access;
  kazan = (await centre.login('clerk-one')).access;
});
afterAll(() => centre?.close());

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const tus = (access: string, headers: Record<string, string> = {}) => ({
  ...{ authorization: `Bearer ${access}`, 'tus-resumable': '1.0.0' },
  ...headers,
});

async function begin(access: string, bytes: Buffer): Promise<string> {
  const metadata = `sha256 ${base64(hashOf(bytes))},size ${base64(`${bytes.length}`)},name ${base64('Счёт.pdf')}`;
  const headers = tus(access, { 'upload-length': `${bytes.length}`, 'upload-metadata': metadata });
  const reply = await fetch(`${centre.url}/files/upload`, { method: 'POST', headers });
  return reply.headers.get('location') as string;
}

async function upload(access: string, bytes: Buffer): Promise<void> {
  const headers = tus(access, { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' });
  await fetch(centre.url + (await begin(access, bytes)), { method: 'PATCH', headers, body: new Uint8Array(bytes) });
}

async function attach(access: string, client: string, document: number, bytes: Buffer): Promise<string> {
  const desk = new Workstation(centre.url, client);
  await desk.hello(access);
  const file = { name: 'Счёт.pdf', size: bytes.length, mime: 'application/pdf', sha256: hashOf(bytes) };
  const { verdicts } = await desk.push([
    { name: 'attachment.add', args: { documentId: documentId(document), files: [file] } },
  ]);
  desk.close();
  const result = verdicts[0]?.result as { ids: [string] };
  return result.ids[0];
}

/** All bytes have come to the disk, and the server ended before it looked at them. */
async function wholeAndUnchecked(bytes: Buffer): Promise<string> {
  const location = await begin(boss, bytes);
  await writeFile(join(centre.dataDir, 'uploads', location.split('/').at(-1) as string), bytes);
  return location;
}

const head = (access: string, location: string): Promise<Response> =>
  fetch(centre.url + location, { method: 'HEAD', headers: tus(access) });

test('an upload whose last byte came before the server was killed is checked when its workstation asks how far it is', async () => {
  const bytes = randomBytes(70_000);
  const attachment = await attach(boss, 'kept-1', 2, bytes);
  const location = await wholeAndUnchecked(bytes);
  expect((await head(kazan, location)).status).toBe(404);
  const asked = await Promise.all([head(boss, location), head(boss, location)]);
  for (const answer of asked) {
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([200, '70000']);
  }
  const file = await centre.get(`/files/${hashOf(bytes)}?attachment=${attachment}`, boss);
  expect(hashOf(Buffer.from(await file.arrayBuffer()))).toBe(hashOf(bytes));
  expect(await readdir(join(centre.dataDir, 'uploads'))).toEqual([]);
});

test('an unchecked upload with other bytes than promised is nobody’s: it begins anew', async () => {
  const bytes = randomBytes(1_000);
  const location = await wholeAndUnchecked(bytes);
  await writeFile(join(centre.dataDir, 'uploads', location.split('/').at(-1) as string), randomBytes(1_000));
  expect((await head(boss, location)).status).toBe(404);
  expect(await readdir(join(centre.dataDir, 'quarantine', 'one'))).toHaveLength(1);
});

test('a part is sent only to whoever asks for a part of these very bytes', async () => {
  const bytes = randomBytes(5_000);
  const attachment = await attach(boss, 'kept-2', 2, bytes);
  await upload(boss, bytes);
  const path = `/files/${hashOf(bytes)}?attachment=${attachment}`;
  const part = await centre.get(path, boss, { range: 'bytes=4000-', 'if-range': `"${hashOf(bytes)}"` });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 4000-4999/5000']);
  expect(part.headers.get('etag')).toBe(`"${hashOf(bytes)}"`);
  const other = await centre.get(path, boss, { range: 'bytes=4000-', 'if-range': `"${'0'.repeat(64)}"` });
  expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, 5_000]);
});

test('a hash that somebody knows opens nothing: every attachment but their own is as if it did not exist', async () => {
  const bytes = randomBytes(300);
  const moscow = await attach(boss, 'kept-3', 1, bytes);
  await upload(boss, bytes);
  const known = `/files/${hashOf(bytes)}?attachment=`;
  const others = [moscow, documentId(1), ''].map((id) => centre.get(known + id, kazan));
  expect((await Promise.all(others)).map((answer) => answer.status)).toEqual([404, 404, 404]);
  expect((await centre.get(known + moscow, boss)).status).toBe(200);
});

test('files that nobody names are marked, and go when every backup that could name them is gone', async () => {
  const [named, unnamed] = [randomBytes(100), randomBytes(200)];
  const attachment = await attach(boss, 'kept-4', 2, named);
  await upload(boss, named);
  await upload(boss, unnamed);
  const vault = new FileVault(centre.dataDir);
  const store = createPostgresStore(centre.pool);
  const sweep = (now: number, dryRun: boolean) => sweepFiles({ store, vault, org: 'one', now, dryRun });
  const waiting = { unnamed: { files: 1, bytes: 200 }, due: { files: 0, bytes: 0 }, removed: { files: 0, bytes: 0 } };

  expect(await sweep(1_000, true)).toMatchObject(waiting);
  // A look that only counts marks nothing: the time begins with the first real one.
  expect(await sweep(1_000 + unnamedFor, false)).toMatchObject(waiting);
  expect(await sweep(1_000 + 2 * unnamedFor - 1, false)).toMatchObject(waiting);
  const due = { due: { files: 1, bytes: 200 } };
  const later = 1_000 + 2 * unnamedFor;
  expect(await sweep(later, true)).toMatchObject({ ...due, removed: { files: 0 } });
  // Named again at the last moment: it stays, and its time begins anew when it is forgotten once more.
  const again = await attach(boss, 'kept-5', 2, unnamed);
  expect(await sweep(later, false)).toMatchObject({ unnamed: { files: 0 }, removed: { files: 0 } });
  expect((await centre.get(`/files/${hashOf(unnamed)}?attachment=${again}`, boss)).status).toBe(200);

  const lonely = randomBytes(50);
  await upload(boss, lonely);
  await sweep(later, false);
  expect(await sweep(later + unnamedFor, false)).toMatchObject({ removed: { files: 1, bytes: 50 } });
  expect(await vault.size('one', hashOf(lonely))).toBeNull();
  expect((await centre.get(`/files/${hashOf(named)}?attachment=${attachment}`, boss)).status).toBe(200);
});
