import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workplace } from '#electron/core/app/workplace.ts';
import { SpaceKeeper } from '#electron/core/files/space-keeper.ts';
import { writeJson } from '#electron/core/profile/json-file.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { attachmentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

/** A centre that answers for the files it has, and for nothing else. */
let centre: Server;
let address: string;
const has = new Set<string>();
const asked: string[] = [];
beforeAll(async () => {
  centre = createServer((request, reply) => {
    const sha256 = /[0-9a-f]{64}/.exec(request.url ?? '')?.[0] ?? '';
    asked.push(sha256);
    reply.writeHead(has.has(sha256) ? 200 : 404, { etag: `"${sha256}"`, 'content-length': '100' }).end();
  });
  await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(centre.address() as AddressInfo).port}`;
});
afterAll(() => centre.close());

interface Kept {
  verified: boolean;
  uploaded: boolean;
  pinned: boolean;
  problem: boolean;
  held: boolean;
  edited: boolean;
  moving: boolean;
  otherName: 'none' | 'verified' | 'unverified';
  /** Minutes ago. */
  used: number;
}

const plain: Kept = {
  ...{ verified: true, uploaded: true, pinned: false, problem: false, held: true, edited: false, moving: false },
  ...{ otherName: 'none', used: 60 },
};
const hashAt = (n: number): string => n.toString(16).padStart(64, '0');

/** A workstation with files of 100 bytes each. */
function workstation(files: readonly Kept[]) {
  const profileDir = mkdtempSync(join(tmpdir(), 'opora-space-'));
  const db: Writable = openDevice();
  has.clear();
  const insert = db.prepare(
    'INSERT INTO file (sha256, size, here, uploaded, problem, added_at, opened_at, pinned) VALUES (?, 100, 1, ?, ?, ?, ?, ?)',
  );
  for (const [n, file] of files.entries()) {
    const [sha256, at] = [hashAt(n), Date.now() - file.used * 60_000];
    if (file.held) has.add(sha256);
    insert.run(
      sha256,
      Number(file.uploaded),
      file.problem ? 'FILE_REFUSED' : null,
      at - 1_000,
      at,
      Number(file.pinned),
    );
    const row = attachmentRow(rowId(6, 2 * n), rowId(4, 1), {
      sha256,
      size: 100,
      verifiedAt: file.verified ? 1 : null,
    });
    writeRow(db, 'attachment', row, 1, 1);
    if (file.otherName !== 'none') {
      const verifiedAt = file.otherName === 'verified' ? 1 : null;
      writeRow(db, 'attachment', { ...row, id: rowId(6, 2 * n + 1), verifiedAt }, 1, 1);
    }
    const path = fileOf(profileDir, sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.alloc(100, n));
    utimesSync(path, at / 1_000, at / 1_000);
    if (file.edited) writeJson(join(places(profileDir).edits, rowId(6, 2 * n), 'edit.json'), { attachmentId: row.id });
  }
  const link = { state: { link: 'online' }, serverUrl: address, access: async () => 'token' };
  const workplace = { db, here: { userId: 'me' }, link } as unknown as Workplace;
  const keeper = new SpaceKeeper({
    ...{ profileDir, key: Buffer.alloc(32), workplace: () => workplace, gone: () => {} },
    busy: () => files.flatMap((file, n) => (file.moving ? [hashAt(n)] : [])),
  });
  return {
    ...{ keeper, workplace, profileDir },
    limit: (bytes: number) => writeJson(places(profileDir).settings, { filesLimit: bytes }),
    here: () =>
      readdirSync(join(profileDir, 'files', '00'))
        .map((name) => Number.parseInt(name, 16))
        .sort((one, other) => one - other),
    close() {
      db.close();
      rmSync(profileDir, { recursive: true });
    },
  };
}

test('the longest unused go until the rest fits, and what was used a moment ago stays', async () => {
  const place = workstation([30, 90, 5, 60, 20].map((used) => ({ ...plain, used })));
  place.limit(300);
  expect(await place.keeper.free(place.workplace, { all: false })).toEqual({ files: 2, bytes: 200 });
  expect(place.here()).toEqual([0, 2, 4]);
  place.limit(1);
  await place.keeper.free(place.workplace, { all: false });
  expect(place.here()).toEqual([2]);
  expect(place.workplace.db.prepare('SELECT sha256 FROM file').pluck().all()).toEqual([hashAt(2)]);
  place.close();
});

test('without a link nothing is given up', async () => {
  const place = workstation([plain]);
  const offline = { ...place.workplace, link: { state: { link: 'offline' } } } as unknown as Workplace;
  await expect(place.keeper.free(offline, { all: true })).rejects.toMatchObject({ code: 'OFFLINE' });
  expect(place.here()).toEqual([0]);
  place.close();
});

test('whatever stands around a file, it is given up only when the centre has it now and nobody needs it here', async () => {
  const kept = fc.record({
    ...{ verified: mostly(true), uploaded: mostly(true), held: mostly(true) },
    ...{ pinned: mostly(false), problem: mostly(false), edited: mostly(false), moving: mostly(false) },
    otherName: fc.constantFrom('none' as const, 'none' as const, 'verified' as const, 'unverified' as const),
    used: fc.integer({ min: 0, max: 10_000 }),
  });
  let given = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(kept, { minLength: 1, maxLength: 12 }), async (files) => {
      const place = workstation(files);
      try {
        await place.keeper.free(place.workplace, { all: true });
        const left = new Set(place.here());
        for (const [n, file] of files.entries()) {
          const needed = file.pinned || file.problem || file.edited || file.moving || file.otherName === 'unverified';
          expect(left.has(n)).toBe(needed || !file.verified || !file.uploaded || !file.held);
        }
        given += files.length - left.size;
      } finally {
        place.close();
      }
    }),
    { numRuns: 60 },
  );
  expect(given).toBeGreaterThan(0);
});

function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 7 }).map((n) => (n === 0 ? !value : value));
}
