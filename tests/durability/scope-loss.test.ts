import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Forgetting } from '#electron/core/app/desks/forgetting.ts';
import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { JobPayload, JobRunner } from '#electron/core/jobs/registry.ts';
import { writeJson } from '#electron/core/profile/json-file.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
import { backUpBeside } from '#electron/core/store/backup.ts';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage, commitSlice } from '#electron/core/store/commit-page.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import { loseAccess } from '#electron/core/store/drop-scopes.ts';
import { startOver } from '#electron/core/store/fork.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { closeJournal } from '#electron/core/store/journal/append-to-journal.ts';
import { keepJournal } from '#electron/core/store/journal/keep-journal.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { drainSearch } from '#electron/core/store/search/drain-search.ts';
import { packPart, saveFileText } from '#electron/core/store/search/file-texts.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { branchScope, organizationScope, userScope } from '#shared/domain/entity.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import { indexText } from '#shared/lib/text/index-text.ts';
import { indexedTerms, searchRaw } from '#tests/durability/raw-search.ts';
import { changeOf, leaveOf, pageOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import {
  attachmentRow,
  clerk,
  company,
  documentRow,
  kazan,
  moscow,
  rowId,
  stranger,
} from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

const key = randomBytes(32);
const [ours, theirs] = [rowId(4, 1), rowId(4, 2)];
const held = [organizationScope, branchScope(moscow), branchScope(kazan), userScope(clerk)];
/** Words of a record that this person will not be allowed to see any more. */
const forbidden = ['Щавелевополье', 'ъярмарочник', 'Жвачногорск', 'ёмкостемер'];
const typed = ['Чистописание', 'Эхолокатор'];
/** A word that stands inside of the forbidden file only, and the words of that file as the search keeps them. */
const inside = 'Кувшиногорск';
const packed = Buffer.from(packPart(`Договор с городом ${inside} подписан в двух экземплярах`));
/** The same as the search index has them. */
const tokens = [...forbidden, inside].map((word) => indexText(word, wordKeysHere()).exact);
/** Bytes of files under what they are. */
const bytes = {
  forbidden: Buffer.from('Bytes that nobody here may see '.repeat(40)),
  both: Buffer.from('Bytes that a colleague may see '.repeat(40)),
  own: Buffer.from('Bytes that this person has added '.repeat(40)),
};
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

let profileDir: string;
let path: string;
let db: Writable;
let count: number;

beforeEach(() => {
  count = 0;
  profileDir = mkdtempSync(join(tmpdir(), 'opora-scopes-'));
  path = places(profileDir).database(clerk);
  db = openPerson(clerk);
  keepJournal(db, { path, key, here: { userId: clerk, deviceName: 'п' } }, Date.now());
  const access = { ...readRow(db, 'employee', clerk), branchAccess: [kazan], id: clerk };
  writeRow(db, 'employee', access, 1, 1);
  for (const [entity, row] of forbiddenRows()) writeRow(db, entity, row, 1, 1);
  for (let n = 0; n < 60; n += 1) {
    const subject = `${forbidden[0]} ${n} ${forbidden[1]}`;
    writeRow(
      db,
      'document',
      documentRow(rowId(14, n), { branchId: kazan, subject, note: `${forbidden[2]} `.repeat(n) }),
      1,
      1,
    );
    markDirty('document', rowId(14, n));
  }
  // In the search these stand among the others, and stay.
  for (const id of [ours, ...Array.from({ length: 60 }, (_, n) => rowId(15, n))]) {
    writeRow(db, 'document', documentRow(id, { subject: `Обычная бумага ${id}` }), 1, 1);
    markDirty('document', id);
  }
  for (const [name, content] of Object.entries(bytes)) putFile(content, name === 'own' ? 0 : 1);
  layAround();
});
afterEach(() => {
  closeJournal(db);
  db.close();
  rmSync(profileDir, { recursive: true, force: true });
});

function openPerson(userId: string): Writable {
  const at = places(profileDir).database(userId);
  mkdirSync(dirname(at), { recursive: true });
  // Without a key, so that free pages can be searched too; a colleague's is encrypted as in life.
  const opened = openWritable({ path: at, key: userId === clerk ? null : key });
  createTables(opened, { indexes: true });
  introduce(opened, { org: 'org', userId, device: 'd', deviceName: 'п' });
  writeMeta(opened, 'scopes', held);
  for (const [entity, row] of company()) writeRow(opened, entity, row, 1, 1);
  return opened;
}

function forbiddenRows(): [EntityName, ReturnType<typeof documentRow>][] {
  const own = documentRow(theirs, { branchId: kazan, subject: forbidden[0] as string, note: forbidden[1] as string });
  const conflict = sampleRow('conflict', rowId(8, 1), {
    ...{ objectEntity: 'document', objectId: theirs, authorId: clerk, state: 'open', merged: [] },
    fields: [{ field: 'subject', base: forbidden[2], mine: typed[1], theirs: forbidden[3] }],
  });
  const comment = sampleRow('comment', rowId(7, 1), { objectEntity: 'document', objectId: theirs, text: forbidden[3] });
  const file = { sha256: hashOf(bytes.forbidden), size: bytes.forbidden.length, name: `${forbidden[2]}.docx` };
  const both = { sha256: hashOf(bytes.both), size: bytes.both.length };
  return [
    ['document', own],
    ['conflict', conflict],
    ['comment', comment],
    ['attachment', { ...attachmentRow(rowId(6, 1), theirs), ...file }],
    ['attachment', { ...attachmentRow(rowId(6, 2), theirs), ...both }],
  ] as [EntityName, ReturnType<typeof documentRow>][];
}

function markDirty(entity: string, id: string): void {
  db.prepare('INSERT OR IGNORE INTO search_dirty (entity, id) VALUES (?, ?)').run(entity, id);
}

function putFile(content: Buffer, uploaded: number): void {
  const target = fileOf(profileDir, hashOf(content));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  db.prepare('INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, ?, 1)').run(
    hashOf(content),
    content.length,
    uploaded,
  );
}

/** Working copies, made pages, a draft of the window, the search index, and backups of all of it. */
function layAround(): void {
  const place = places(profileDir);
  const copy = join(place.edits, rowId(6, 1), 'copy');
  mkdirSync(copy, { recursive: true });
  mkdirSync(place.made, { recursive: true });
  writeFileSync(join(copy, `${forbidden[2]}.docx`), bytes.forbidden);
  writeFileSync(join(place.made, 'page.html'), forbidden[0] as string);
  writeJson(place.settings, { drafts: { [theirs]: typed[0] } });
  for (const [entity, id] of [
    ['document', theirs],
    ['comment', rowId(7, 1)],
    ['attachment', rowId(6, 1)],
  ] as const)
    markDirty(entity, id);
  saveFileText(db, hashOf(bytes.forbidden), { state: 'text', parts: [packed] });
  drain();
  enter('document.update', { id: theirs, patch: { note: typed[0] }, base: { note: forbidden[1] } });
  enter('comment.add', { objectEntity: 'document', objectId: theirs, text: typed[1] });
  const added = { sha256: hashOf(bytes.own), size: bytes.own.length, name: 'Моё.docx', mime: 'application/pdf' };
  enter('attachment.add', { documentId: theirs, files: [added], purpose: null });
  drain();
  backUpBeside({ path, key: null }, 1, 'daily');
  backUpBeside({ path, key: null }, 2, 'daily');
}

function enter(name: CommandName, args: unknown): void {
  count += 1;
  const id = commandId(Date.now() + count, new Uint8Array(10).fill(count));
  const order = { id, name, v: commands[name].version, args };
  expect(commitCommand(db, order, { userId: clerk, deviceName: 'п' }, Date.now())).toMatchObject({ ok: true });
}

function drain(): void {
  while (drainSearch(db, searchSource(db)).left);
}

/** What the thread of jobs does, here and now, to a database without a key. */
const jobsHere: JobRunner = {
  call: async (job, payload) => {
    const { path: of, now, reason, alone } = payload as JobPayload<'store.backup'>;
    expect(job).toBe('store.backup');
    return backUpBeside({ path: of, key: null }, now, reason, alone) as never;
  },
};
const here = { userId: clerk, deviceName: 'п' };

async function forget(): Promise<void> {
  drain();
  await new Forgetting({ profileDir, key }, jobsHere).run(db, path);
  expect(readMeta(db, 'forget')).toBeUndefined();
}

const lose: Record<string, () => unknown> = {
  'moved to another branch': () => commitPage(db, pageOf({ scopeDrops: [branchScope(kazan)] }), here, 1),
  'blocked: nothing is left to see': () => loseAccess(db, here),
  'the records moved one by one to where this person has no business': () => {
    const gone = [theirs, ...Array.from({ length: 60 }, (_, n) => rowId(14, n))].map((id) => leaveOf('document', id));
    const hung = [
      leaveOf('comment', rowId(7, 1)),
      leaveOf('attachment', rowId(6, 1)),
      leaveOf('attachment', rowId(6, 2)),
    ];
    commitPage(db, pageOf({ changes: [...gone, ...hung] }), here, 1);
  },
};

describe('access is lost', () => {
  test('before, everything is there to be found: the search of the raw files works', () => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const found = searchRaw(profileDir, key, [...forbidden, bytes.forbidden]);
    expect(searchRaw(profileDir, key, [packed]).some((one) => one.includes('opora.db'))).toBe(true);
    for (const part of ['opora.db', 'backups', 'files', 'edits', 'made', 'journal'])
      expect(found.some((one) => one.includes(part))).toBe(true);
    const terms = new Set(indexedTerms(path));
    expect(tokens.filter((token) => !terms.has(token))).toEqual([]);
  });

  test.each(Object.entries(lose))('%s: no byte of it remains, what was typed does', async (_case, deed) => {
    deed();
    await forget();
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(searchRaw(profileDir, key, [...forbidden, ...tokens, bytes.forbidden, packed])).toEqual([]);
    const terms = new Set(indexedTerms(path));
    expect(tokens.filter((token) => terms.has(token))).toEqual([]);
    for (const word of typed) expect(searchRaw(profileDir, key, [word]).length).toBeGreaterThan(0);
    expect(existsSync(fileOf(profileDir, hashOf(bytes.own)))).toBe(true);
    expect(undecided(db, 1, 9)).toMatchObject([
      { name: 'document.update', args: { patch: { note: typed[0] }, base: { note: null } } },
      { name: 'comment.add', args: { text: typed[1] } },
      { name: 'attachment.add' },
    ]);
    expect(db.prepare('SELECT stripped FROM outbox WHERE n = 1').pluck().get()).toBe(1);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('a file that a colleague at the same workstation may see stays; one that nobody may see goes', async () => {
    const colleague = openPerson(stranger);
    const row = { ...attachmentRow(rowId(6, 9), ours), sha256: hashOf(bytes.both), size: bytes.both.length };
    writeRow(colleague, 'attachment', row, 1, 1);
    colleague.close();
    lose['moved to another branch']?.();
    await forget();
    expect(existsSync(fileOf(profileDir, hashOf(bytes.both)))).toBe(true);
    expect(existsSync(fileOf(profileDir, hashOf(bytes.forbidden)))).toBe(false);
  });

  test('access that comes back: the edit asks instead of overwriting what its author may not have seen', async () => {
    lose['moved to another branch']?.();
    await forget();
    commitPage(
      db,
      pageOf({ scopeAdds: [branchScope(kazan)], changes: forbiddenRows().map(([e, row]) => changeOf(e, row)) }),
      here,
      2,
    );
    expect(readRow(db, 'document', theirs)).toMatchObject({ subject: forbidden[0] });
    expect(undecided(db, 1, 9)).toHaveLength(3);
  });

  test("what was seen of a record that only this outbox knows stays; a remark does not make a record one's own", async () => {
    enter('document.create', documentForm({ branchId: kazan, note: 'моё' }));
    const mine = undecided(db, 4, 1)[0]?.id ?? '';
    const id = db.prepare('SELECT about_id FROM outbox WHERE id = ?').pluck().get(mine) as string;
    enter('document.update', { id, patch: { note: 'иначе' }, base: { note: 'моё' } });
    enter('document.update', { id: theirs, patch: { note: 'ещё' }, base: { note: typed[0] } });
    lose['moved to another branch']?.();
    await forget();
    const bases = undecided(db, 1, 9).flatMap((one) => (one.args as { base?: unknown }).base ?? []);
    expect(bases).toEqual([{ note: null }, { note: 'моё' }, { note: null }]);
  });

  test('nothing is forgotten in the middle of a pull: a dispute may come before its record', async () => {
    const [record, dispute] = [rowId(4, 30), rowId(9, 30)];
    const fields = [{ field: 'subject', base: 'Было', mine: 'Моё', theirs: 'Их' }];
    const object = { objectEntity: 'document', objectId: record, authorId: stranger, state: 'open', merged: [] };
    const row = { ...sampleRow('conflict', dispute), ...object, fields };
    const waits = async () => {
      await new Forgetting({ profileDir, key }, jobsHere).run(db, path);
      expect(readMeta(db, 'forget')).toBeDefined();
      expect(readRow(db, 'conflict', dispute)).toMatchObject({ fields });
    };
    const slice = [leaveOf('comment', rowId(7, 1)), changeOf('conflict', row, 5)];
    commitSlice(db, pageOf({ more: true, changes: slice }), here);
    await waits();
    commitPage(db, pageOf({ more: true }), here, 1);
    await waits();
    commitPage(db, pageOf({ changes: [changeOf('document', documentRow(record), 7)] }), here, 2);
    await forget();
    expect(readRow(db, 'conflict', dispute)).toMatchObject({ fields });
  });

  test('nor while everything is fetched anew: an edit keeps what its author saw', async () => {
    enter('document.update', { id: ours, patch: { amount: 5 }, base: { amount: 100_000 } });
    commitPage(db, pageOf({ changes: [leaveOf('comment', rowId(7, 1))] }), here, 1);
    startOver(db, Date.now());
    drain();
    await new Forgetting({ profileDir, key }, jobsHere).run(db, path);
    expect(undecided(db, 1, 9).at(-1)).toMatchObject({ args: { base: { amount: 100_000 } } });
    expect(readMeta(db, 'forget')).toBeDefined();
  });

  test('a run that was interrupted is done again', async () => {
    lose['moved to another branch']?.();
    const broken: JobRunner = { call: () => Promise.reject(new Error('the thread has ended')) };
    drain();
    await expect(new Forgetting({ profileDir, key }, broken).run(db, path)).rejects.toThrow();
    expect(readMeta(db, 'forget')).toMatchObject({ now: true });
    await forget();
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(searchRaw(profileDir, key, forbidden)).toEqual([]);
  });
});
