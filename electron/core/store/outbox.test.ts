import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitCommand, commitCommands } from '#electron/core/store/commit-command.ts';
import { commitPage, commitVerdicts } from '#electron/core/store/commit-page.ts';
import { startOver, takeNewName } from '#electron/core/store/fork.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { commandAt, countUndecided, firstUndecided, undecided } from '#electron/core/store/outbox.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { confirmed, touchedByPending } from '#electron/core/store/undo.ts';
import { dismiss, withdraw } from '#electron/core/store/withdraw.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { commandId } from '#shared/lib/ids.ts';
import {
  changeOf,
  contentsOf,
  founded,
  here,
  leaveOf,
  openDevice,
  pageOf,
  rowsOf,
  tracesOf,
  verdictOf,
} from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { clerk, company, documentRow, employeeRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const paper = rowId(4, 1);
let db: Writable;
let count = 0;

beforeEach(() => {
  db = openDevice();
  writeRow(db, 'document', documentRow(paper), 3, 3_000);
});
afterEach(() => db.close());

function order(name: CommandName, args: unknown) {
  count += 1;
  const id = commandId(1_780_000_000_000 + count, new Uint8Array(10).fill(count));
  return { id, name, v: commands[name].version, args };
}

function enter(name: CommandName, args: unknown) {
  const committed = commitCommand(db, order(name, args), here, 50);
  if (!committed.ok) throw new Error(committed.code);
  return committed;
}
const update = (patch: object, base: object = readRow(db, 'document', paper) ?? {}) =>
  enter('document.update', { id: paper, patch, base });
const say = (text: string) => enter('comment.add', { objectEntity: 'document', objectId: paper, text });
const stateOf = (n: number) => db.prepare('SELECT * FROM outbox WHERE n = ?').get(n) as Record<string, unknown>;

describe('a command that is entered', () => {
  test('is numbered without gaps, carries the hash of what it says and the versions of what it read', () => {
    const [first, second] = [update({ amount: 5 }), say('Да')];
    expect([first.n, second.n]).toEqual([1, 2]);
    const [wire] = undecided(db, 1, 1);
    expect(wire).toMatchObject({ n: 1, id: first.id, name: 'document.update', v: 1, occurredAt: 50 });
    expect(wire?.argsHash).toBe(hashValue(['document.update', 1, wire?.args]));
    expect(wire?.baseVersions).toEqual({
      [`employee/${clerk}`]: 1,
      [`document/${paper}`]: 3,
      [`approval#document/${paper}`]: 0,
    });
    expect(confirmed(db, 'document', paper)).toMatchObject({ amount: 100_000 });
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
    expect(touchedByPending(db, 'document', paper)).toBe(true);
  });

  test('is about what it says, or about what it creates', () => {
    expect(say('Да').about).toEqual({ entity: 'document', id: paper });
    const created = enter('document.create', documentForm());
    expect(created.about).toEqual({ entity: 'document', id: (created.result as { id: string }).id });
  });

  test('leaves nothing at all when it is refused', () => {
    const before = contentsOf(db);
    const refused = commitCommand(db, order('document.update', { id: rowId(4, 9), patch: {}, base: {} }), here, 50);
    expect(refused).toMatchObject({ ok: false, code: 'NOT_HERE', details: { entity: 'document', id: rowId(4, 9) } });
    expect(contentsOf(db)).toBe(before);
  });

  test('stands with all others of one action, or none of them does', () => {
    const before = contentsOf(db);
    const good = order('document.archive', { id: paper });
    const bad = order('document.archive', { id: rowId(4, 9) });
    expect(() => commitCommands(db, [good, bad], here, 50)).toThrow('NOT_HERE');
    expect(contentsOf(db)).toBe(before);
    expect(commitCommands(db, [good, order('document.restore', { id: paper })], here, 50).map((one) => one.ok)).toEqual(
      [true, true],
    );
  });

  test('never stands twice under one id', () => {
    const one = order('document.archive', { id: paper });
    expect(commitCommand(db, one, here, 50).ok).toBe(true);
    const before = contentsOf(db);
    expect(() => commitCommand(db, one, here, 50)).toThrow(/UNIQUE/);
    expect(contentsOf(db)).toBe(before);
  });
});

describe('the centre’s word', () => {
  test('is written once, on exactly the command it is about', () => {
    const { n, id } = update({ amount: 5 });
    commitVerdicts(db, [verdictOf(n, 'another id')], 'lease-1');
    expect(stateOf(n)['state']).toBe('waiting');
    commitVerdicts(db, [verdictOf(n, id, { seq: 12 })], 'lease-2');
    commitVerdicts(db, [verdictOf(n, id, { status: 'rejected', seq: null, code: 'DENIED' })], 'lease-3');
    expect(stateOf(n)).toMatchObject({ state: 'accepted', seq: 12, decided_at: 5_001, code: null });
    expect(readMeta(db, 'lease')).toBe('lease-3');
    expect(countUndecided(db)).toBe(0);
    expect(firstUndecided(db)).toBeNull();
  });

  test('accepted: the effect stays until its rows are here, and then the confirmed ones stand', () => {
    const { n, id } = update({ amount: 5 });
    commitVerdicts(db, [verdictOf(n, id, { seq: 12 })], 'lease');
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
    commitPage(db, pageOf({ toSeq: 11, lastN: 0 }), here, 1);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
    commitPage(
      db,
      pageOf({ toSeq: 12, lastN: 1, changes: [changeOf('document', documentRow(paper, { amount: 6 }), 12)] }),
      here,
      1,
    );
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 6 });
    expect(tracesOf(db)).toBe(0);
    expect(readMeta(db, 'lastN')).toBe(1);
  });

  test('rejected: the effect goes with the next page, what depends on it waits suspended, and its reason stays', () => {
    const created = enter('document.create', documentForm());
    const { id } = created.result as { id: string };
    const comment = enter('comment.add', { objectEntity: 'document', objectId: id, text: 'Да' });
    const details = { branch: 'x' };
    commitVerdicts(
      db,
      [verdictOf(created.n, created.id, { status: 'rejected', seq: null, code: 'DENIED', details })],
      'l',
    );
    commitPage(db, pageOf({ lastN: 1 }), here, 1);
    expect(readRow(db, 'document', id)).toBeNull();
    expect(stateOf(created.n)).toMatchObject({ state: 'rejected', code: 'DENIED', details: JSON.stringify(details) });
    expect(stateOf(comment.n)).toMatchObject({ state: 'waiting', suspended: 1 });
    expect(undecided(db, 1, 9).map((one) => one.n)).toEqual([comment.n]);
    dismiss(db, comment.n);
    dismiss(db, created.n);
    expect([stateOf(comment.n)['dismissed'], stateOf(created.n)['dismissed']]).toEqual([0, 1]);
  });

  test('a verdict whose reply was lost comes with the page', () => {
    const { n, id } = update({ amount: 5 });
    commitPage(db, pageOf({ inbox: [verdictOf(n, id)], lastN: 1 }), here, 1);
    expect(stateOf(n)['state']).toBe('accepted');
    expect(tracesOf(db)).toBe(0);
  });
});

describe('a row that leaves with edits upon it', () => {
  test('is gone at once; the edits wait suspended and still go to the centre; they stand again when it comes back', () => {
    const [edit, word] = [update({ amount: 5 }), say('Да')];
    commitPage(db, pageOf({ changes: [leaveOf('document', paper)] }), here, 1);
    expect([...rowsOf(db).keys()].filter((place) => /^(document|comment|history)/.test(place))).toEqual([]);
    expect([stateOf(edit.n)['suspended'], stateOf(word.n)['suspended']]).toEqual([1, 1]);
    expect(undecided(db, 1, 9)).toHaveLength(2);
    expect(db.prepare('SELECT count(*) FROM undo').pluck().get()).toBe(0);
    const back = documentRow(paper, { amount: 100_000, note: 'новая' });
    commitPage(db, pageOf({ changes: [changeOf('document', back, 20)], toSeq: 20 }), here, 1);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5, note: 'новая' });
    expect([stateOf(edit.n)['suspended'], stateOf(word.n)['suspended']]).toEqual([0, 0]);
  });

  test('a person who is blocked meanwhile keeps everything they typed', () => {
    update({ amount: 5 });
    const change = (state: 'active' | 'blocked', v: number) =>
      pageOf({ changes: [changeOf('employee', employeeRow(clerk, { state }), v)] });
    commitPage(db, change('blocked', 11), here, 1);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 100_000 });
    commitPage(db, change('active', 12), here, 1);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
  });
});

describe('withdraw', () => {
  test('takes the effect away, keeps the number and what depended on it', () => {
    const [edit, word] = [update({ amount: 5 }), say('Да')];
    withdraw(db, edit.n, here, null);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 100_000 });
    expect(commandAt(db, edit.n)).toMatchObject({
      n: 1,
      name: 'sync.withdraw',
      args: { id: edit.id },
      baseVersions: {},
    });
    expect(commandAt(db, edit.n)?.id).not.toBe(edit.id);
    expect(undecided(db, 1, 9).map((one) => one.n)).toEqual([1, 2]);
    expect(stateOf(word.n)['suspended']).toBe(0);
    expect(rowsOf(db).size).toBe([...company()].length + 2);
  });

  test('comes too late once the command is on the wire, decided, or never was', () => {
    const { n, id } = update({ amount: 5 });
    const refused = (sending: { from: number; to: number } | null, which = n) =>
      expect(() => withdraw(db, which, here, sending)).toThrow('ALREADY_RESOLVED');
    refused({ from: 1, to: 4 });
    refused(null, 7);
    commitVerdicts(db, [verdictOf(n, id)], 'lease');
    refused(null);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
  });
});

describe('histories that fork', () => {
  const now = 100 * 24 * 60 * 60 * 1_000;

  test('a new name keeps every command under its id and its number', () => {
    writeMeta(db, 'lease', 'old');
    update({ amount: 5 });
    const before = undecided(db, 1, 9);
    takeNewName(db, 'second');
    expect(undecided(db, 1, 9)).toEqual(before);
    expect([readMeta(db, 'client'), readMeta(db, 'lease')]).toEqual(['second', undefined]);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
  });

  test('the centre has another history: rows are fetched anew, commands of 35 days are offered again under the same ids', () => {
    for (const [key, value] of [
      ['epoch', 'e'],
      ['chainHash', 'c'],
      ['lease', 'l'],
    ] as const)
      writeMeta(db, key, value);
    writeMeta(db, 'cursor', 40);
    const made = [-40, -34, -1].map((days) => {
      const text = { objectEntity: 'document', objectId: paper, text: `${days}` };
      const one = commitCommand(db, order('comment.add', text), here, now + days * 86_400_000);
      if (!one.ok) throw new Error(one.code);
      return one;
    });
    commitVerdicts(
      db,
      made.map(({ n, id }) => verdictOf(n, id)),
      'l',
    );
    commitPage(db, pageOf({ lastN: 3, toSeq: 40, changes: [changeOf('document', documentRow(paper), 40)] }), here, 1);
    const waiting = update({ amount: 5 });
    startOver(db, now, 'third');
    expect(undecided(db, 1, 9).map((one) => one.id)).toEqual([made[1]?.id, made[2]?.id, waiting.id]);
    expect(rowsOf(db).size).toBe(0);
    expect(['epoch', 'chainHash', 'lease'].map((key) => readMeta(db, key as 'epoch'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([readMeta(db, 'client'), readMeta(db, 'cursor'), readMeta(db, 'lastN')]).toEqual(['third', 0, 1]);

    const anew = [...company()].map(([entity, row]) => changeOf(entity, row, 1));
    commitPage(db, pageOf({ changes: [...anew, changeOf('document', documentRow(paper), 2)], toSeq: 2 }), here, 1);
    expect(readRow(db, 'document', paper)).toMatchObject({ amount: 5 });
    commitPage(
      db,
      pageOf({ lastN: 4, toSeq: 9, changes: [changeOf('document', documentRow(paper, { amount: 5 }), 9)] }),
      here,
      1,
    );
    expect(tracesOf(db)).toBe(0);
  });

  test('a command out of which values were taken says so in its hash', () => {
    update({ amount: 5 });
    const [whole] = undecided(db, 1, 9);
    db.exec('UPDATE outbox SET stripped = 1');
    expect(undecided(db, 1, 9)[0]?.argsHash).toBe(`~${whole?.argsHash.slice(0, 40)}`);
  });

  test('a clock that leaps makes no command too old to be offered again', () => {
    const ten = 10 * 365 * 86_400_000;
    const text = (at: string) => ({ objectEntity: 'document', objectId: paper, text: at });
    const made = [now, now - ten].map((at) => commitCommand(db, order('comment.add', text(`${at}`)), here, at));
    const verdicts = made.map((one) => (one.ok ? { ...verdictOf(one.n, one.id), at: now } : verdictOf(0, '')));
    commitVerdicts(db, verdicts, 'l');
    writeMeta(db, 'clockAhead', ten);
    startOver(db, now + ten, 'third');
    expect(undecided(db, 1, 9).map((one) => one.id)).toEqual(made.map((one) => one.ok && one.id));
  });

  test('files that the centre confirmed in its lost history are sent again, unless its rows still confirm them', () => {
    const insert = 'INSERT INTO file (sha256, size, here, uploaded, problem, added_at) VALUES (?, 1, ?, 1, ?, 1)';
    db.prepare(insert).run('kept', 1, null);
    db.prepare(insert).run('elsewhere', 0, null);
    db.prepare(insert).run('refused', 1, 'FILE_REFUSED');
    startOver(db, now, 'third');
    expect(db.prepare('SELECT sha256 FROM file WHERE uploaded = 0').pluck().all()).toEqual(['kept']);
  });

  test('with nothing to offer again, the next number goes on', () => {
    const { n, id } = update({ amount: 5 });
    commitVerdicts(db, [verdictOf(n, id)], 'l');
    startOver(db, now, 'third');
    expect([readMeta(db, 'lastN'), countUndecided(db)]).toEqual([1, 0]);
    commitPage(
      db,
      pageOf({ changes: [...company()].map(([entity, row]) => changeOf(entity, row, founded.v)) }),
      here,
      1,
    );
    expect(enter('document.create', documentForm()).n).toBe(2);
  });
});
