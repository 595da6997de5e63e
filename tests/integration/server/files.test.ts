import { createHash, randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { clerk, documentId } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

let centre: Centre;
let boss: string;
let kazan: string;
let foreign: string;
beforeAll(async () => {
  centre = await startCentre({ limits: { file: 3_000_000 } });
  [boss, kazan, foreign] = (await Promise.all(
    ['director-one', 'clerk-one', 'director-two'].map(async (name) => (await centre.login(name)).access),
  )) as [string, string, string];
});
afterAll(() => centre?.close());

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const tus = (access: string, headers: Record<string, string> = {}) => ({
  authorization: `Bearer ${access}`,
  'tus-resumable': '1.0.0',
  ...headers,
});

async function begin(access: string, sha256: string, size: number, name = 'Счёт.pdf'): Promise<Response> {
  const metadata = `sha256 ${base64(sha256)},size ${base64(`${size}`)},name ${base64(name)}`;
  const headers = tus(access, { 'upload-length': `${size}`, 'upload-metadata': metadata });
  return fetch(`${centre.url}/files/upload`, { method: 'POST', headers });
}

const append = (access: string, location: string, offset: number, body: Buffer): Promise<Response> =>
  fetch(centre.url + location, {
    method: 'PATCH',
    headers: tus(access, { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' }),
    body: new Uint8Array(body),
  });

async function upload(access: string, bytes: Buffer): Promise<Response> {
  const location = (await begin(access, hashOf(bytes), bytes.length)).headers.get('location') as string;
  return append(access, location, 0, bytes);
}

/** Attaches a file to a document; returns the id of the attachment. */
async function attach(access: string, client: string, document: number, bytes: Buffer): Promise<string> {
  const desk = new Workstation(centre.url, client);
  await desk.hello(access);
  const file = { name: 'Счёт «№ 1».pdf', size: bytes.length, mime: 'application/pdf', sha256: hashOf(bytes) };
  const { verdicts } = await desk.push([
    { name: 'attachment.add', args: { documentId: documentId(document), files: [file] } },
  ]);
  desk.close();
  const result = verdicts[0]?.result as { ids: [string] };
  return result.ids[0];
}

const path = (bytes: Buffer, attachment: string): string => `/files/${hashOf(bytes)}?attachment=${attachment}`;

test('an upload cut in the middle goes on where it stopped; then the file is verified and can be read whole or in part', async () => {
  const bytes = randomBytes(2_000_000);
  const attachment = await attach(boss, 'files-1', 2, bytes);
  expect((await centre.get(path(bytes, attachment), boss)).status).toBe(404);
  const location = (await begin(boss, hashOf(bytes), bytes.length)).headers.get('location') as string;

  const cut = new AbortController();
  const half = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(new Uint8Array(bytes.subarray(0, 1_000_000)));
    },
  });
  const headers = tus(boss, { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' });
  const broken = fetch(centre.url + location, {
    method: 'PATCH',
    headers,
    body: half,
    duplex: 'half',
    signal: cut.signal,
  } as RequestInit);
  const offsetNow = async (): Promise<number> => {
    const stored = await readdir(join(centre.dataDir, 'uploads'));
    const name = stored.find((one) => location.endsWith(one)) as string;
    return (await stat(join(centre.dataDir, 'uploads', name))).size;
  };
  await expect.poll(offsetNow).toBeGreaterThan(0);
  cut.abort();
  await expect(broken).rejects.toThrow();

  const head = await fetch(centre.url + location, { method: 'HEAD', headers: tus(boss) });
  const offset = Number(head.headers.get('upload-offset'));
  expect(offset).toBeGreaterThan(0);
  expect(offset).toBeLessThan(bytes.length);
  expect((await append(boss, location, offset, bytes.subarray(offset))).status).toBe(204);

  const whole = await centre.get(path(bytes, attachment), boss);
  expect(whole.status).toBe(200);
  expect(hashOf(Buffer.from(await whole.arrayBuffer()))).toBe(hashOf(bytes));
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
  expect(whole.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Счёт «№ 1».pdf')}`,
  );
  const part = await centre.get(path(bytes, attachment), boss, { range: 'bytes=1999990-' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1999990-1999999/2000000']);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(1_999_990));
  expect((await centre.get(path(bytes, attachment), boss, { range: 'bytes=2000000-' })).status).toBe(416);
  expect(await readdir(join(centre.dataDir, 'uploads'))).toEqual([]);
});

test('a file is opened by the attachment a person sees, never by its hash', async () => {
  const bytes = Buffer.from('тайна Москвы');
  const secret = await attach(boss, 'files-2', 1, bytes);
  expect((await upload(boss, bytes)).status).toBe(204);
  expect((await centre.get(path(bytes, secret), boss)).status).toBe(200);
  for (const [access, id] of [
    [kazan, secret],
    [foreign, secret],
    [boss, clerk],
    [boss, ''],
  ] as const) {
    expect((await centre.get(path(bytes, id), access)).status).toBe(404);
  }
  // Naming the hash in an attachment of one's own gives nothing either, until the bytes themselves have been sent.
  const own = await attach(kazan, 'files-3', 2, bytes);
  expect((await centre.get(path(bytes, own), kazan)).status).toBe(404);
  expect((await upload(kazan, bytes)).status).toBe(204);
  expect((await centre.get(path(bytes, own), kazan)).status).toBe(200);
});

test('an upload faster than its command is settled by the question whether the centre has it', async () => {
  const bytes = Buffer.from('сначала файл, потом команда');
  expect((await upload(boss, bytes)).status).toBe(204);
  const attachment = await attach(boss, 'files-4', 1, bytes);
  const asked = await fetch(centre.url + path(bytes, attachment), {
    method: 'HEAD',
    headers: { authorization: `Bearer ${boss}` },
  });
  expect([asked.status, asked.headers.get('content-length')]).toEqual([200, `${bytes.length}`]);
  const other = await attach(kazan, 'files-5', 2, bytes);
  expect((await centre.get(path(bytes, other), kazan)).status).toBe(404);
});

test('bytes that are not what was promised go to quarantine', async () => {
  const bytes = Buffer.from('настоящий файл');
  const location = (await begin(boss, hashOf(bytes), bytes.length)).headers.get('location') as string;
  const refused = await append(boss, location, 0, Buffer.from(bytes).fill(0));
  expect([refused.status, await refused.json()]).toEqual([
    422,
    { code: 'FILE_DAMAGED', details: { sha256: hashOf(bytes) } },
  ]);
  expect(await readdir(join(centre.dataDir, 'quarantine', 'one'))).toHaveLength(1);
});

test.each([
  ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0]), 'договор.pdf', 'program'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'договор.pdf', 'page'],
  ['a script', Buffer.from('WScript.Echo(1)'), 'договор.pdf.js', 'script'],
])('%s that calls itself a contract goes to quarantine and is given to nobody', async (_what, bytes, name, why) => {
  const attachment = await attach(boss, `${why}-harm`, 2, bytes);
  const before = (await readdir(join(centre.dataDir, 'quarantine', 'one')).catch(() => [])).length;
  const location = (await begin(boss, hashOf(bytes), bytes.length, name)).headers.get('location') as string;
  const refused = await append(boss, location, 0, bytes);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: 'FILE_REFUSED', details: { sha256: hashOf(bytes), why } });
  expect(await readdir(join(centre.dataDir, 'quarantine', 'one'))).toHaveLength(before + 1);
  expect((await centre.get(path(bytes, attachment), boss)).status).toBe(404);
});

test('a page is known by the name it is attached under, whatever the upload calls it', async () => {
  const bytes = Buffer.from('<html><script>alert(2)</script>');
  await attach(boss, 'named-harm', 2, bytes);
  const location = (await begin(boss, hashOf(bytes), bytes.length, 'письмо.html')).headers.get('location') as string;
  expect((await append(boss, location, 0, bytes)).status).toBe(422);
});

test('an empty file is a file', async () => {
  const bytes = Buffer.alloc(0);
  const attachment = await attach(boss, 'files-6', 3, bytes);
  expect((await begin(boss, hashOf(bytes), 0)).status).toBe(201);
  const response = await centre.get(path(bytes, attachment), boss);
  expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0]);
});

test('uploads of others, without promise, too large or by strangers are refused', async () => {
  const bytes = Buffer.from('мой файл');
  const location = (await begin(boss, hashOf(bytes), bytes.length)).headers.get('location') as string;
  expect((await append(kazan, location, 0, bytes)).status).toBe(404);
  expect((await fetch(centre.url + location, { method: 'HEAD', headers: tus(foreign) })).status).toBe(404);
  expect((await append('stranger', location, 0, bytes)).status).toBe(401);
  expect((await begin(boss, 'not a hash', 10)).status).toBe(400);
  const large = await begin(boss, hashOf(bytes), 3_000_001);
  expect([large.status, await large.json()]).toEqual([413, { code: 'FILE_TOO_LARGE', details: {} }]);
  expect((await append(boss, '/files/upload/..%2f..%2fetc%2fpasswd', 0, bytes)).status).toBe(404);
});

test('the library that workstations use sends a file in pieces, and goes on by its address', async () => {
  const bytes = randomBytes(900_000);
  const attachment = await attach(boss, 'files-7', 5, bytes);
  const options = {
    endpoint: `${centre.url}/files/upload`,
    uploadSize: bytes.length,
    chunkSize: 250_000,
    retryDelays: null,
    metadata: { sha256: hashOf(bytes), size: `${bytes.length}`, name: 'Акт.pdf', attachment },
    headers: { authorization: `Bearer ${boss}` },
  };
  const address = await new Promise<string>((resolve, reject) => {
    const first = new Upload(bytes, {
      ...options,
      onError: reject,
      onChunkComplete: () => void first.abort().then(() => resolve(first.url ?? '')),
    });
    first.start();
  });
  await new Promise<void>((resolve, reject) => {
    new Upload(bytes, { ...options, uploadUrl: address, onError: reject, onSuccess: () => resolve() }).start();
  });
  const response = await centre.get(path(bytes, attachment), boss);
  expect(hashOf(Buffer.from(await response.arrayBuffer()))).toBe(hashOf(bytes));
});
