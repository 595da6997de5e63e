import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { nextOf, ranks } from '#electron/core/files/candidates.ts';
import { Delays } from '#electron/core/files/delays.ts';
import { TransferQueue } from '#electron/core/files/transfer-queue.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { attachmentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const size = 400_000;
const bytesOf = (n: number): Buffer => Buffer.alloc(size, n);
const hashAt = (n: number): string => createHash('sha256').update(bytesOf(n)).digest('hex');

/** A centre that holds files back in the middle for as long as it is told to. */
let centre: Server;
let held: Set<string>;
/** Files whose connections break at once. */
let broken: Set<string>;
/** Called at every question. */
let heard: () => void | Promise<void>;
let asked: { sha256: string; range: string | undefined }[];
let profileDir: string;
let queue: TransferQueue;
let place: Workplace;
let db: ReturnType<typeof openDevice>;

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const sha256 = /[0-9a-f]{64}/.exec(request.url ?? '')?.[0] ?? '';
  const n = [1, 2, 3, 4].find((one) => hashAt(one) === sha256) ?? 0;
  const { range } = request.headers;
  asked.push({ sha256, range });
  await heard();
  if (broken.has(sha256)) return void request.socket.destroy();
  const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
  reply.writeHead(from > 0 ? 206 : 200, {
    etag: `"${sha256}"`,
    'content-length': size - from,
    ...(from > 0 ? { 'content-range': `bytes ${from}-${size - 1}/${size}` } : {}),
  });
  if (held.has(sha256)) reply.write(bytesOf(n).subarray(from, Math.max(from, 100_000)));
  else reply.end(bytesOf(n).subarray(from));
}

beforeEach(async () => {
  held = new Set();
  broken = new Set();
  asked = [];
  heard = () => undefined;
  profileDir = mkdtempSync(join(tmpdir(), 'opora-queue-'));
  centre = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve));
  db = openDevice();
  const serverUrl = `http://127.0.0.1:${(centre.address() as AddressInfo).port}`;
  const client = { sending: null };
  const link = { state: { link: 'online' }, serverUrl, access: async () => 'token', client };
  const workplace = { db, here: { userId: 'me' }, link } as unknown as Workplace;
  place = workplace;
  queue = new TransferQueue({ profileDir, workplace: () => workplace, moved: () => {}, arrived: () => {} });
  for (const n of [1, 2, 3, 4]) {
    const given = { sha256: hashAt(n), size, verifiedAt: 1, name: `${n}.pdf` };
    writeRow(db, 'attachment', attachmentRow(rowId(6, n), rowId(4, 1), given), 1, 1);
  }
});
afterEach(async () => {
  await queue.stop();
  db.close();
  centre.closeAllConnections();
  centre.close();
  rmSync(profileDir, { recursive: true });
});

const want = (n: number): void => {
  db.prepare('INSERT INTO file (sha256, size, here, uploaded, added_at, pinned) VALUES (?, ?, 0, 1, 0, 1)').run(
    hashAt(n),
    size,
  );
};
const isHere = (n: number) => db.prepare('SELECT here FROM file WHERE sha256 = ?').pluck().get(hashAt(n)) === 1;
const open = (n: number): Promise<void> => {
  const workplace = { db } as Workplace;
  return queue.need(workplace, { attachmentId: rowId(6, n), sha256: hashAt(n), size });
};

test('a person who waits comes first: one of two running transfers gives way and goes on where it stopped', async () => {
  for (const n of [1, 2]) {
    held.add(hashAt(n));
    want(n);
  }
  queue.wake();
  const progress = () => queue.list().map((one) => one.done);
  await expect.poll(() => progress().filter((done) => done >= 100_000).length).toBe(2);
  expect(queue.list().map((one) => [one.state, one.cause])).toEqual([
    ['running', 'pinned'],
    ['running', 'pinned'],
  ]);

  await open(3);
  expect(readFileSync(fileOf(profileDir, hashAt(3))).equals(bytesOf(3))).toBe(true);
  held.clear();
  centre.closeAllConnections();
  await expect.poll(() => isHere(1) && isHere(2), { timeout: 10_000 }).toBe(true);
  for (const n of [1, 2]) expect(readFileSync(fileOf(profileDir, hashAt(n))).equals(bytesOf(n))).toBe(true);
  expect(asked.filter((one) => one.range).length).toBeGreaterThan(0);
  expect(queue.list()).toEqual([]);
});

test('two at once, whatever waits', async () => {
  for (const n of [1, 2, 3, 4]) {
    held.add(hashAt(n));
    want(n);
  }
  queue.wake();
  await expect.poll(() => asked.length).toBe(2);
  expect(queue.list().map((one) => one.state)).toEqual(['running', 'running', 'queued', 'queued']);
  held.clear();
  centre.closeAllConnections();
  await expect.poll(() => [1, 2, 3, 4].every(isHere), { timeout: 10_000 }).toBe(true);
});

test('what is left counts neither what has come nor the parts on the disk, after another start too', async () => {
  held.add(hashAt(1));
  want(1);
  want(2);
  queue.wake();
  await expect.poll(() => isHere(2) && queue.list()[0]?.done).toBe(100_000);
  expect(queue.state).toEqual({ waiting: 1, bytesLeft: size - 100_000 });
  await queue.stop();
  expect(queue.state.bytesLeft).toBe(size - 100_000);
  queue = new TransferQueue({ profileDir, workplace: () => place, moved: () => {}, arrived: () => {} });
  expect(queue.state).toEqual({ waiting: 1, bytesLeft: size - 100_000 });
  await queue.cancel(hashAt(1));
  expect(queue.state).toEqual({ waiting: 0, bytesLeft: 0 });
});

test('bytes that move again end the waiting of whatever the broken link had stopped before', () => {
  const delays = new Delays(() => undefined);
  delays.add('broken', 'SERVER_UNREACHABLE', 60_000);
  delays.add('limited', 'LIMIT', 60_000);
  const begun = delays.order;
  delays.add('later', 'SERVER_UNREACHABLE', 60_000);
  expect(delays.forgetBroken(begun)).toBe(true);
  expect(['broken', 'limited', 'later'].map((one) => delays.has(one))).toEqual([false, true, true]);
  expect(delays.forgetBroken(begun)).toBe(false);
  delays.clear();
});

test('a file that waits after a broken link goes as soon as another one moves', async () => {
  broken = new Set([hashAt(1)]);
  want(1);
  queue.wake();
  // By now it would wait for more than a second.
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(4);
  broken.clear();
  const before = Date.now();
  await open(2);
  await expect.poll(() => isHere(1)).toBe(true);
  expect(Date.now() - before).toBeLessThan(1_200);
});

test('a clock that was an hour ahead and is set back keeps nothing waiting', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  want(1);
  queue.wake();
  await expect.poll(() => isHere(1)).toBe(true);
  vi.useRealTimers();
  want(2);
  queue.wake();
  await expect.poll(() => isHere(2)).toBe(true);
});

test('whoever waits hears when it is stopped', async () => {
  held.add(hashAt(1));
  const refused = expect(open(1)).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect.poll(() => queue.list()[0]?.done).toBe(100_000);
  expect(queue.list()[0]).toMatchObject({ state: 'running', cause: 'opened', direction: 'down', size });
  await queue.cancel(hashAt(1));
  await refused;
});

test('of two places one is for what only this computer has, however much is pinned', () => {
  const up = { direction: 'up', rank: ranks.up } as const;
  const pinned = { direction: 'down', rank: ranks.pinned } as const;
  const opened = { direction: 'down', rank: ranks.opened } as const;
  const asking = { direction: 'down', rank: ranks.asked } as const;
  const turn = (free: readonly object[], running: readonly object[]) => nextOf(free as never, running as never);
  expect(turn([pinned, up, asking], [])).toBe(pinned);
  expect(turn([pinned, up, asking], [pinned])).toBe(up);
  expect(turn([pinned, up, asking], [up])).toBe(pinned);
  expect(turn([pinned, up, opened], [pinned])).toBe(opened);
  expect(turn([up, asking], [up])).toBe(up);
  expect(turn([], [])).toBeNull();
});

test('what the rows do not confirm is offered again when they have caught up with another centre, also when it was answered before', async () => {
  const n = 4;
  let [caughtUp, looks] = [1, 0];
  const rounds = () => {
    looks += 1;
    return caughtUp;
  };
  Object.defineProperty(place.link?.client, 'caughtUp', { get: rounds });
  const kept = fileOf(profileDir, hashAt(n));
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, bytesOf(n));
  const unconfirmed = { sha256: hashAt(n), size, verifiedAt: null, name: 'скан.pdf' };
  writeRow(db, 'attachment', attachmentRow(rowId(6, n), rowId(4, 1), unconfirmed), 1, 1);
  const sent = () => db.prepare('SELECT uploaded FROM file WHERE sha256 = ?').pluck().get(hashAt(n)) === 1;
  db.prepare('INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, 0, 0)').run(hashAt(n), size);
  queue.wake();
  await expect.poll(sent).toBe(true);
  expect(asked).toHaveLength(1);

  // Another history begins while the question is on its way: the answer says nothing of that one.
  heard = async () => {
    if (asked.length !== 2) return;
    [caughtUp, looks] = [3, 0];
    queue.wake();
    await expect.poll(() => looks).toBeGreaterThan(0);
  };
  caughtUp = 2;
  queue.wake();
  await expect.poll(() => asked.length > 2 && sent()).toBe(true);
  expect(asked).toHaveLength(3);
});
