import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitCommand, commitCommands } from '#electron/core/store/commit-command.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { closeJournal } from '#electron/core/store/journal/append-to-journal.ts';
import { keepJournal } from '#electron/core/store/journal/keep-journal.ts';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';
import { replayJournal } from '#electron/core/store/journal/replay-journal.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { withdraw } from '#electron/core/store/withdraw.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import { here, pageOf, rowsOf, verdictOf } from '#tests/fixtures/kernel/device-rows.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const key = randomBytes(32);
const paper = rowId(4, 1);
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-replay-'));
  path = join(folder, 'opora.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const order = (n: number, name: CommandName, args: unknown) => {
  const id = commandId(1_780_000_000_000 + n, new Uint8Array(10).fill(n));
  return { id, name, v: commands[name].version, args };
};
const say = (n: number) => order(n, 'comment.add', { objectEntity: 'document', objectId: paper, text: `Слова ${n}` });
const edit = (n: number, amount: number, seen: number, id = paper) =>
  order(n, 'document.update', { id, patch: { amount }, base: { amount: seen } });

function make(): Writable {
  const db = openWritable({ path, key });
  createTables(db, { indexes: true });
  introduce(db, { org: 'org', userId: here.userId, device: 'd', deviceName: 'п' });
  for (const [entity, row] of company()) writeRow(db, entity, row, 1, 1);
  writeRow(db, 'document', documentRow(paper, { amount: 1 }), 1, 1);
  return db;
}
const open = (): Writable => {
  const db = openWritable({ path, key });
  keepJournal(db, { path, key, here }, 10);
  return db;
};
const close = (db: Writable): void => {
  closeJournal(db);
  db.close();
};
const enter = (db: Writable, ...orders: ReturnType<typeof order>[]): void => {
  for (const one of orders) expect(commitCommand(db, one, here, 5)).toMatchObject({ ok: true });
};
const idsIn = (db: Writable): string[] => undecided(db, 0, 100).map((one) => one.id);
const journal = () => [...readJournal(folder, key)];
const older = () => `${path}.older`;

describe('what only the journal knows', () => {
  test('comes back after the database was replaced by an older one: same ids, same order, same rows; once', () => {
    make().close();
    let db = open();
    enter(db, say(1));
    close(db);
    copyFileSync(path, older());
    db = open();
    enter(db, edit(2, 5, 1), edit(3, 7, 5));
    commitCommands(db, [say(4), say(5)], here, 5);
    const whole = { ids: idsIn(db), rows: rowsOf(db) };
    close(db);
    copyFileSync(older(), path);
    db = openWritable({ path, key });
    expect(replayJournal(db, journal(), here)).toMatchObject({ added: 4, suspended: 0, known: 1, withdrawn: 0 });
    expect({ ids: idsIn(db), rows: rowsOf(db) }).toEqual(whole);
    expect(replayJournal(db, journal(), here)).toMatchObject({ added: 0, known: 5 });
    expect(undecided(db, 0, 100).map((one) => one.n)).toEqual([1, 2, 3, 4, 5]);
    db.close();
  });

  test('into an empty database: waits with the effect suspended where its rows are missing', () => {
    make().close();
    let db = open();
    enter(db, edit(1, 5, 1));
    close(db);
    rmSync(path);
    db = openWritable({ path, key });
    createTables(db, { indexes: true });
    expect(replayJournal(db, journal(), here)).toMatchObject({ added: 1, suspended: 1 });
    expect(undecided(db, 0, 9)[0]).toMatchObject({ n: 1, args: { id: paper, patch: { amount: 5 } } });
    db.close();
  });

  test('a command that was taken back stays taken back, known to the database or not', () => {
    make().close();
    let db = open();
    enter(db, say(1));
    close(db);
    copyFileSync(path, older());
    db = open();
    enter(db, say(2));
    withdraw(db, 1, here, null);
    withdraw(db, 2, here, null);
    const rows = rowsOf(db);
    close(db);
    copyFileSync(older(), path);
    db = openWritable({ path, key });
    expect(replayJournal(db, journal(), here)).toMatchObject({ added: 0, withdrawn: 2 });
    expect(rowsOf(db)).toEqual(rows);
    expect(undecided(db, 0, 9).map((one) => one.name)).toEqual(['sync.withdraw']);
    db.close();
  });

  test('a kill right after a withdrawal, before the journal heard of it: it stays taken back', () => {
    make().close();
    let db = open();
    enter(db, say(1), say(2));
    close(db);
    db = openWritable({ path, key });
    withdraw(db, 2, here, null);
    const rows = rowsOf(db);
    db.close();
    db = open();
    expect(rowsOf(db)).toEqual(rows);
    expect(undecided(db, 0, 9).map((one) => one.name)).toEqual(['comment.add', 'sync.withdraw']);
    expect(journal().map((one) => one.name)).toEqual(['comment.add', 'comment.add', 'sync.withdraw']);
    close(db);
  });

  test('a command that the database knows as decided is left alone', () => {
    make().close();
    const db = open();
    enter(db, say(1), say(2));
    commitPage(db, pageOf({ inbox: [verdictOf(1, say(1).id)], lastN: 1 }), here, 7);
    expect(replayJournal(db, journal(), here)).toMatchObject({ added: 0, known: 2 });
    expect(idsIn(db)).toEqual([say(2).id]);
    close(db);
  });
});

describe('keeping the journal', () => {
  test('a database that somebody replaced by an older one gets what was entered since', () => {
    make().close();
    copyFileSync(path, older());
    let db = open();
    enter(db, edit(1, 5, 1), say(2));
    const whole = { ids: idsIn(db), rows: rowsOf(db) };
    close(db);
    copyFileSync(older(), path);
    db = open();
    expect({ ids: idsIn(db), rows: rowsOf(db) }).toEqual(whole);
    close(db);
  });

  test('what was committed when the journal could not be written is written at the next start, once', () => {
    const db = make();
    enter(db, say(1), say(2));
    db.close();
    close(open());
    expect(journal().map((one) => one.id)).toEqual([say(1).id, say(2).id]);
    close(open());
    expect(journal()).toHaveLength(2);
    expect(journal()[0]).toMatchObject({ n: 1, name: 'comment.add', v: 1, occurredAt: 5, about: { id: paper } });
  });

  test('a refused command leaves nothing in it', () => {
    make().close();
    const db = open();
    expect(commitCommand(db, edit(1, 5, 1, rowId(4, 9)), here, 5).ok).toBe(false);
    expect(() => commitCommands(db, [say(2), edit(3, 5, 1, rowId(4, 9))], here, 5)).toThrow();
    expect(journal()).toEqual([]);
    close(db);
  });
});
