import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, introduce, isEmpty } from '#electron/core/store/create.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { explain } from '#electron/core/worker/reply.ts';
import type { Refusal } from '#shared/domain/error.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

let folder: string;
let path: string;
const key = randomBytes(32);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-open-'));
  path = join(folder, 'opora.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function make(papers = 200): void {
  const db = openWritable({ path, key });
  createTables(db, { indexes: true });
  introduce(db, { org: 'org', userId: here.userId, device: 'd', deviceName: 'п' });
  db.transaction(() => {
    for (const [entity, row] of company()) writeRow(db, entity, row, 1, 1);
    const note = 'з'.repeat(500);
    for (let n = 0; n < papers; n += 1) writeRow(db, 'document', documentRow(rowId(4, n), { note }), 1, 1);
  })();
  db.close();
}

const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
};

describe('openWritable', () => {
  test('asks the disk to be sure of every commit, and reads what another connection has written', () => {
    make();
    const db = openWritable({ path, key });
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    const reader = openReadable({ path, key });
    const order = { id: rowId(7, 1), name: 'document.create', v: 1, args: documentForm() };
    expect(commitCommand(db, order, here, 1).ok).toBe(true);
    expect(reader.prepare('SELECT count(*) FROM document').pluck().get()).toBe(201);
    expect(() => reader.exec('DELETE FROM document')).toThrow(/readonly|query_only/i);
    reader.close();
    db.close();
  });

  test('is empty before its tables are there, and not afterwards', () => {
    const db = openWritable({ path, key });
    expect(isEmpty(db)).toBe(true);
    createTables(db, { indexes: true });
    expect(isEmpty(db)).toBe(false);
    db.close();
  });

  test.each([
    ['another key', randomBytes(32)],
    ['no key', null],
  ])('%s: DATABASE_KEY, and the file stays as it was', (_case, wrong) => {
    make();
    const before = readFileSync(path);
    expect(refusal(() => openWritable({ path, key: wrong })).code).toBe('DATABASE_KEY');
    expect(refusal(() => openReadable({ path, key: wrong })).code).toBe('DATABASE_KEY');
    expect(readFileSync(path).equals(before)).toBe(true);
    openWritable({ path, key }).close();
  });

  test('a file that is no database: DATABASE_KEY (nothing tells it from a wrong key), and it stays as it was', () => {
    writeFileSync(path, 'Это письмо, а не база данных. '.repeat(500));
    const before = readFileSync(path);
    expect(refusal(() => openWritable({ path, key })).code).toBe('DATABASE_KEY');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a damaged page is noticed where it is read, never taken for data', () => {
    make();
    const bytes = readFileSync(path);
    for (let n = 8 * 4096; n < bytes.length; n += 4096) bytes.fill(0xa5, n + 100, n + 164);
    writeFileSync(path, bytes);
    const told = explain(
      refusal(() => {
        const db = openWritable({ path, key });
        try {
          db.prepare('SELECT count(note) FROM document').get();
        } finally {
          db.close();
        }
      }),
    );
    expect(told.code).toBe('DATABASE_CORRUPT');
  });

  test('half a file is noticed too', () => {
    make();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
    const told = explain(
      refusal(() => {
        const db = openWritable({ path, key });
        try {
          db.prepare('SELECT count(note) FROM document').get();
        } finally {
          db.close();
        }
      }),
    );
    expect(told.code).toBe('DATABASE_CORRUPT');
  });

  test('a database that another process is writing: DATABASE_BUSY after a while, then it goes on', {
    timeout: 20_000,
  }, () => {
    make();
    const [one, other] = [openWritable({ path, key }), openWritable({ path, key })];
    other.pragma('busy_timeout = 50');
    one.exec('BEGIN IMMEDIATE');
    expect(
      explain(
        refusal(() =>
          commitCommand(other, { id: rowId(7, 1), name: 'document.create', v: 1, args: documentForm() }, here, 1),
        ),
      ).code,
    ).toBe('DATABASE_BUSY');
    one.exec('ROLLBACK');
    expect(
      commitCommand(other, { id: rowId(7, 1), name: 'document.create', v: 1, args: documentForm() }, here, 1).ok,
    ).toBe(true);
    one.close();
    other.close();
  });

  test('a refused opening leaves no handle on the file behind', () => {
    make();
    refusal(() => openWritable({ path, key: randomBytes(32) }));
    if (existsSync('/proc/self/fd')) expect(openFiles(path)).toBe(0);
  });
});

/** How many descriptors of this process point at the file. */
function openFiles(file: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(file);
    } catch {
      return false;
    }
  }).length;
}
