import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpBeside } from '#electron/core/store/backup.ts';
import { backupIsDue, backupsOf, checkBackup, listBackups } from '#electron/core/store/backups.ts';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { contentsOf, here } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, rowId } from '#tests/fixtures/kernel/rows.ts';

const key = randomBytes(32);
const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 23, 9);
let path: string;
let db: Writable;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'opora-backups-')), 'opora.db');
  db = openWritable({ path, key });
  createTables(db, { indexes: true });
  introduce(db, { org: 'org', userId: here.userId, device: 'd', deviceName: 'п' });
  for (const [entity, row] of company()) writeRow(db, entity, row, 1, 1);
});
afterEach(() => {
  db.close();
  rmSync(dirname(path), { recursive: true, force: true });
});

const enter = (n: number): void => {
  const order = { id: rowId(7, n), name: 'document.create', v: 1, args: documentForm() };
  expect(commitCommand(db, order, here, n).ok).toBe(true);
};
const back = (at: number): string => backUpBeside({ path, key }, at, 'daily');
const damage = (file: string): void => {
  const opened = openSync(file, 'r+');
  writeSync(opened, randomBytes(64), 0, 64, Math.floor(statSync(file).size / 2));
};

describe('backups', () => {
  test('are made while another connection goes on writing, and hold what was saved before', () => {
    enter(1);
    db.exec('BEGIN IMMEDIATE');
    db.prepare(`UPDATE meta SET value = '"later"' WHERE key = 'device'`).run();
    const made = back(now);
    db.exec('COMMIT');
    const copy = openReadable({ path: made, key });
    expect(copy.prepare('SELECT n FROM outbox').pluck().all()).toEqual([1]);
    expect(contentsOf(copy)).not.toBe(contentsOf(db));
    copy.close();
    const again = openReadable({ path: back(now + hour), key });
    expect(contentsOf(again)).toBe(contentsOf(db));
    again.close();
  });

  test('are listed newest first, three of them; the oldest goes when the new one counts', () => {
    expect(listBackups(path)).toEqual([]);
    const made = [0, 1, 2, 3].map((n) => back(now + n * hour));
    const list = listBackups(path);
    expect(list.map((one) => one.path)).toEqual(made.slice(1).reverse());
    expect(list.map((one) => one.at)).toEqual([3, 2, 1].map((n) => now + n * hour));
    expect(list[0]?.size).toBe(statSync(made[3] as string).size);
  });

  test('a clock that was ahead once neither hides newer ones nor makes them go', () => {
    const year = 365 * 24 * hour;
    const ahead = back(now + 10 * year);
    expect(backupIsDue(path, now)).toBe(true);
    const made = [1, 2].map((n) => back(now + n * hour));
    expect(listBackups(path).map((one) => one.path)).toEqual([made[1], made[0], ahead]);
    back(now + 3 * hour);
    expect(listBackups(path).map((one) => basename(one.path))).not.toContain(basename(ahead));
  });

  test('one is due when the newest is a day old', () => {
    expect(backupIsDue(path, now)).toBe(true);
    back(now);
    expect(backupIsDue(path, now + 23 * hour)).toBe(false);
    expect(backupIsDue(path, now + 24 * hour)).toBe(true);
  });

  test('a damaged one counts no more, and is not thrown away', () => {
    const [old, fresh] = [back(now), back(now + hour)];
    damage(fresh);
    expect(checkBackup({ path: fresh, key }, now + 2 * hour)).toBe(false);
    expect(checkBackup({ path: old, key }, now + 2 * hour)).toBe(true);
    expect(listBackups(path)).toEqual([{ path: old, at: now, size: statSync(old).size, checked: now + 2 * hour }]);
    expect(readdirSync(backupsOf(path))).toContain(`${basename(fresh)}.damaged`);
    expect(() => checkBackup({ path: old, key: randomBytes(32) }, now)).toThrow('DATABASE_KEY');
    expect(listBackups(path)).toHaveLength(1);
  });

  test('one that stands alone is made before the older ones go', () => {
    back(now);
    back(now + hour);
    const alone = backUpBeside({ path, key }, now + 2 * hour, 'scopes', true);
    expect(listBackups(path).map((one) => one.path)).toEqual([alone]);
  });

  test('one that cannot be finished takes no older one with it and leaves nothing behind', () => {
    const made = [0, 1, 2].map((n) => back(now + n * hour));
    // Where the copy is to grow stands a folder with something in it.
    const draft = join(backupsOf(path), '20261123120000000-daily.part');
    mkdirSync(draft);
    writeFileSync(join(draft, 'x'), '');
    expect(() => back(now + 3 * hour)).toThrow();
    expect(listBackups(path).map((one) => one.path)).toEqual(made.toReversed());
  });
});
