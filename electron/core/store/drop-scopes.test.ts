import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { beginAgain } from '#electron/core/store/refill.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { branchScope, organizationScope, userScope } from '#shared/domain/entity.ts';
import { commandId } from '#shared/lib/ids.ts';
import { here, openDevice, pageOf, rowsOf, tracesOf, verdictOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm, fileForm } from '#tests/fixtures/kernel/forms.ts';
import { attachmentRow, clerk, director, documentRow, kazan, moscow, rowId } from '#tests/fixtures/kernel/rows.ts';

const [ours, theirs, shared] = [rowId(4, 1), rowId(4, 2), rowId(4, 3)];
const held = [organizationScope, branchScope(moscow), branchScope(kazan), userScope(clerk)];
let db: Writable;
let count = 0;

beforeEach(() => {
  db = openDevice();
  writeMeta(db, 'scopes', held);
  const access = { ...readRow(db, 'employee', clerk), branchAccess: [kazan], id: clerk };
  writeRow(db, 'employee', access, 1, 1);
  writeRow(db, 'document', documentRow(ours), 1, 1);
  writeRow(db, 'document', documentRow(theirs, { branchId: kazan }), 1, 1);
  writeRow(db, 'attachment', attachmentRow(rowId(6, 2), theirs), 1, 1);
  // In Kazan too, but this person is responsible for it.
  writeRow(db, 'document', documentRow(shared, { branchId: kazan, responsibleId: clerk }), 1, 1);
});
afterEach(() => db.close());

function enter(name: CommandName, args: unknown): number {
  count += 1;
  const id = commandId(1_780_000_000_000 + count, new Uint8Array(10).fill(count));
  const committed = commitCommand(db, { id, name, v: commands[name].version, args }, here, count);
  if (!committed.ok) throw new Error(committed.code);
  return committed.n;
}
const loseKazan = (given: object = {}) =>
  commitPage(db, pageOf({ scopeDrops: [branchScope(kazan)], ...given }), here, 1);
const papers = () => [...rowsOf(db).keys()].filter((place) => place.startsWith('document/')).sort();

describe('a scope is lost', () => {
  test('its rows go with everything that hangs on them; what another scope covers stays', () => {
    loseKazan();
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
    expect(readRow(db, 'attachment', rowId(6, 2))).toBeNull();
    expect(readMeta(db, 'scopes')).toEqual(held.filter((scope) => scope !== branchScope(kazan)).sort());
  });

  test('what was typed on such a row stays in the outbox, and nothing of the row itself', () => {
    const n = enter('document.update', { id: theirs, patch: { amount: 5 }, base: { amount: 100_000 } });
    enter('attachment.add', { documentId: theirs, files: [fileForm()] });
    loseKazan();
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
    expect(undecided(db, 1, 10).map((one) => [one.n, one.args])).toMatchObject([
      [n, { patch: { amount: 5 } }],
      [n + 1, {}],
    ]);
    expect(db.prepare('SELECT count(*) FROM undo').pluck().get()).toBe(0);
    expect([...rowsOf(db).keys()].filter((place) => /^(attachment|history)/.test(place))).toEqual([]);
    const inbox = [
      verdictOf(1, undecided(db, 1, 1)[0]?.id ?? '', { status: 'rejected', seq: null, code: 'NOT_FOUND' }),
    ];
    commitPage(db, pageOf({ lastN: 2, inbox }), here, 2);
    expect(tracesOf(db)).toBe(0);
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
  });

  test('a row that only an unsent edit has taken out of sight is still ours: refused, the edit leaves it as it was', () => {
    enter('document.update', { id: shared, patch: { responsibleId: director }, base: { responsibleId: clerk } });
    loseKazan();
    const id = undecided(db, 1, 1)[0]?.id ?? '';
    const inbox = [verdictOf(1, id, { status: 'rejected', seq: null, code: 'ARCHIVED' })];
    commitPage(db, pageOf({ lastN: 1, inbox }), here, 2);
    expect(readRow(db, 'document', shared)).toMatchObject({ responsibleId: clerk });
    expect(tracesOf(db)).toBe(0);
  });

  test('a row that only an unsent edit has brought into sight goes all the same', () => {
    enter('document.update', { id: theirs, patch: { responsibleId: clerk }, base: { responsibleId: null } });
    loseKazan();
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
    const id = undecided(db, 1, 1)[0]?.id ?? '';
    const inbox = [verdictOf(1, id, { status: 'rejected', seq: null, code: 'NOT_FOUND' })];
    commitPage(db, pageOf({ lastN: 1, inbox }), here, 2);
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
    expect(tracesOf(db)).toBe(0);
  });

  test('a paper entered here that the centre has not seen yet stays before its author’s eyes', () => {
    enter('document.create', documentForm({ branchId: kazan }));
    loseKazan();
    expect(papers()).toHaveLength(3);
  });

  test('a filling that was given up leaves nothing of the scope behind', () => {
    writeMeta(db, 'scopes', [organizationScope, branchScope(moscow), userScope(clerk)]);
    const adds = [branchScope(kazan)];
    const change = {
      e: 'document',
      id: rowId(4, 9),
      v: 2,
      at: 2,
      row: { ...documentRow(rowId(4, 9), { branchId: kazan }) },
    };
    commitPage(db, pageOf({ more: true, scopeAdds: adds, changes: [change] }), here, 1);
    expect(papers()).toHaveLength(4);
    commitPage(db, pageOf(), here, 2);
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
    expect(readMeta(db, 'filling')).toEqual([]);
  });

  test('between two pages it counts as not held; whoever is killed there forgets its rows with the last page all the same', () => {
    loseKazan({ more: true });
    expect(readMeta(db, 'scopes')).not.toContain(branchScope(kazan));
    expect(readMeta(db, 'forget')).toBeUndefined();
    // The program starts again: the centre has nothing more to say about a scope that is not asked for.
    beginAgain(db);
    commitPage(db, pageOf(), here, 2);
    expect(papers()).toEqual([`document/${ours}`, `document/${shared}`]);
    expect(readRow(db, 'attachment', rowId(6, 2))).toBeNull();
    expect(readMeta(db, 'forget')?.now).toBe(true);
    expect([readMeta(db, 'filling'), readMeta(db, 'refilling')]).toEqual([[], undefined]);
  });

  test('regained before the last page, what has left it meanwhile goes and what is sent stays', () => {
    loseKazan({ more: true });
    const [scopeAdds, kept] = [[branchScope(kazan)], rowId(4, 9)];
    const row = { ...documentRow(kept, { branchId: kazan }) };
    const change = { e: 'document', id: kept, v: 2, at: 2, row };
    commitPage(db, pageOf({ more: true, scopeAdds, changes: [change] }), here, 2);
    commitPage(db, pageOf({ scopeAdds }), here, 3);
    expect(papers()).toEqual([ours, shared, kept].map((id) => `document/${id}`).sort());
    expect(readMeta(db, 'scopes')).toEqual([...held].sort());
    expect(readMeta(db, 'forget')?.now).toBe(true);
  });
});
