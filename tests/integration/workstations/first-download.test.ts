import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWritable } from '#electron/core/store/open.ts';
import { firstDownload } from '#electron/core/sync/first-download.ts';
import { inTenant } from '#server/store/tenant.ts';
import { rowsOf } from '#tests/fixtures/kernel/device-rows.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import { documentId } from '#tests/integration/server/company.ts';
import { type CuttingProxy, cuttingProxy } from '#tests/integration/workstations/cutting-proxy.ts';
import { startWorkplace } from '#tests/integration/workstations/workplace.ts';

const documents = 5_000;
/** Bytes that pass before the cable breaks. */
const apart = 250_000;
const snapshot = /^GET \/sync\/snapshot/;
const key = randomBytes(32);
let centre: Centre;
let cable: CuttingProxy;
let folder: string;
let straight: ReturnType<typeof rowsOf>;
let wholeBytes: number;

beforeAll(async () => {
  centre = await startCentre({ documents, now: Date.now });
  // Words that no compression makes small, as texts of a company are not: so that the download is long enough to be cut.
  const words = Array.from({ length: 12 }, (_, n) => `md5(id || '${n}')`).join(' || ');
  await inTenant(centre.pool, { org: 'one' }, 'write', (client) =>
    client.query(`UPDATE stored_row SET data = replace(data, '"subject":"', '"subject":"' || ${words})
                  WHERE org_id = 'one' AND entity = 'document'`),
  );
  cable = await cuttingProxy(centre.url);
  folder = await mkdtemp(join(tmpdir(), 'opora-first-'));
  wholeBytes = (await download('straight')).bytes;
  straight = rowsIn('straight');
});
afterAll(async () => {
  await cable?.close();
  await centre?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  cable.cuts = [];
  cable.made = 0;
});

const placeOf = (name: string): string => join(folder, name, 'opora.db');
const draftOf = (name: string): string => join(folder, name, 'download.db');
const breaks = (times: number): void => {
  cable.cuts = Array.from({ length: times }, () => ({ request: snapshot, direction: 'down', after: apart }));
};
const risen = (seen: number[]): number[] => [...seen].sort((one, other) => one - other);

interface Course {
  /** Numbers of rows as they were told while it ran. */
  seen: number[];
  bytes: number;
  code: string | null;
}

async function download(name: string, more: { keepsPart?: boolean } = {}, enough = Number.POSITIVE_INFINITY) {
  const end = new AbortController();
  const { access } = await centre.login('director-one');
  const course: Course = { seen: [], bytes: 0, code: null };
  cable.passed = (bytes) => {
    course.bytes += bytes;
  };
  const places = { path: placeOf(name), draft: draftOf(name) };
  await firstDownload({
    ...{ serverUrl: cable.url, access, key, ...places, ...more, signal: end.signal },
    onProgress: (done) => {
      course.seen.push(done);
      if (done >= enough) end.abort();
    },
  }).catch((error: { code: string }) => {
    course.code = error.code;
  });
  return course;
}

/** The person ends the program when a part has come. */
const downloadPart = (name: string, keepsPart = true): Promise<Course> => download(name, { keepsPart }, 1_000);

function rowsIn(name: string): ReturnType<typeof rowsOf> {
  const db = openWritable({ path: placeOf(name), key });
  const rows = rowsOf(db);
  db.close();
  return rows;
}

test('a first download over a cable that breaks again and again ends, and nothing of it is sent twice', async () => {
  breaks(100);
  const { seen, bytes, code } = await download('broken');
  expect(code).toBeNull();
  expect(cable.made).toBeGreaterThanOrEqual(3);
  expect(rowsIn('broken')).toEqual(straight);
  expect(seen).toEqual(risen(seen));
  // Only what was under way when it broke comes a second time, never what is here.
  expect(bytes).toBeLessThan(wholeBytes + cable.made * apart * 0.7);
});

test('a part that is here when the program ends is continued by the next sign-in', async () => {
  const first = await downloadPart('left');
  expect(first.code).toBe('SERVER_UNREACHABLE');
  expect(existsSync(placeOf('left'))).toBe(false);
  const had = first.seen.at(-1) ?? 0;
  expect(had).toBeGreaterThan(0);
  const second = await download('left');
  expect(second.seen[0]).toBeGreaterThan(had);
  expect(second.bytes).toBeLessThan(wholeBytes * 0.9);
  expect(rowsIn('left')).toEqual(straight);
  expect(existsSync(`${draftOf('left')}.json`)).toBe(false);
});

test('a part of another history is dropped, and all is fetched anew', async () => {
  await downloadPart('other');
  const note = `${draftOf('other')}.json`;
  writeFileSync(note, readFileSync(note, 'utf8').replace('epoch-one', 'epoch-before'));
  const { seen, code } = await download('other');
  expect(code).toBeNull();
  expect(seen.at(-1)).toBe(documents + 5);
  expect(rowsIn('other')).toEqual(straight);
});

test('a part whose note is missing was being written when the program was killed: it is not gone on with', async () => {
  await downloadPart('killed');
  await rm(`${draftOf('killed')}.json`);
  const { seen, bytes } = await download('killed');
  expect(bytes).toBeGreaterThan(wholeBytes * 0.95);
  expect(seen.at(-1)).toBe(documents + 5);
  expect(rowsIn('killed')).toEqual(straight);
});

test('a rescue leaves no part behind', async () => {
  const { code } = await downloadPart('rescue', false);
  expect(code).toBe('SERVER_UNREACHABLE');
  expect(existsSync(draftOf('rescue'))).toBe(false);
  expect(existsSync(`${draftOf('rescue')}.json`)).toBe(false);
});

test('what is changed while a broken download goes on is here after the first pull', async () => {
  const writer = await startWorkplace(centre.url, 'МСК-01');
  const reader = await startWorkplace(cable.url, 'МСК-02');
  try {
    await writer.login('director-one');
    breaks(100);
    const signedIn = reader.login('director-one');
    await expect.poll(() => cable.made, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0);
    // One that has come already, and one that has not.
    const papers = [documentId(1), documentId(documents)];
    for (const id of papers) await writer.command('document.update', { id, patch: { note: 'тем временем' }, base: {} });
    await writer.settled();
    await signedIn;
    await reader.settled();
    for (const id of papers) expect((await reader.query('document.card', { id }))?.document.note).toBe('тем временем');
  } finally {
    await reader.close();
    await writer.close();
  }
}, 60_000);
