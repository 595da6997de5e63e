import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage, commitVerdicts } from '#electron/core/store/commit-page.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { type Reissue, reissue } from '#electron/core/store/reissue.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import { contentsOf, here, openDevice, pageOf, rowsOf, verdictOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';

let db: Writable;
let count = 0;
beforeEach(() => {
  db = openDevice();
});
afterEach(() => db.close());

const newId = () => {
  count += 1;
  return commandId(1_780_000_000_000 + count, new Uint8Array(10).fill(count));
};

function enter(name: CommandName, args: unknown) {
  const committed = commitCommand(db, { id: newId(), name, v: commands[name].version, args }, here, 50);
  if (!committed.ok) throw new Error(committed.code);
  return committed as typeof committed & { result: { id: string } };
}

/** A new document and all that was said and changed on it before the centre refused the document, and the rest with it. */
function refusedFamily(dependants: number) {
  const first = enter('document.create', documentForm({ subject: 'Первая редакция' }));
  const { id } = first.result;
  const rest = Array.from({ length: dependants }, (_, place) =>
    place % 2 === 0
      ? enter('comment.add', { objectEntity: 'document', objectId: id, text: `Слово ${place}` })
      : enter('document.update', { id, patch: { amount: place }, base: { amount: place === 1 ? 12_345 : place - 2 } }),
  );
  const all = [first, ...rest];
  const code = (place: number) => (place === 0 ? 'BAD_REQUISITE' : 'NOT_FOUND');
  const given = { status: 'rejected', seq: null } as const;
  commitVerdicts(
    db,
    all.map((one, place) => verdictOf(one.n, one.id, { ...given, code: code(place), details: { id } })),
    null,
  );
  commitPage(db, pageOf({ toSeq: 11, lastN: all.length }), here, 1);
  expect(readRow(db, 'document', id)).toBeNull();
  return { id, ns: all.map((one) => one.n), all };
}

const again = (given: Reissue) => reissue(db, given, here, { now: 90, newId });
const ofEntity = (entity: string) =>
  [...rowsOf(db)].filter(([key]) => key.startsWith(`${entity}/`)).map(([, one]) => one.row);
const outbox = (n: number) => db.prepare('SELECT * FROM outbox WHERE n = ?').get(n) as Record<string, unknown>;

test('twenty dependants follow the mended first one, each under a new id and about the new record', () => {
  const { id, ns } = refusedFamily(20);
  const mended = documentForm({ subject: 'Вторая редакция' });
  const { done } = again({ ns, args: new Map([[ns[0] as number, mended]]) });
  const { id: created } = done.map((one) => one.result as { id: string })[0] ?? { id: '' };
  expect(created).not.toBe(id);
  expect(readRow(db, 'document', created)).toMatchObject({ subject: 'Вторая редакция', amount: 19 });
  const comments = ofEntity('comment') as unknown as { objectId: string; text: string }[];
  expect(comments.map((one) => one.objectId)).toEqual(Array(10).fill(created));
  expect(comments.map((one) => one.text)).toEqual(Array.from({ length: 10 }, (_, place) => `Слово ${place * 2}`));
  expect(undecided(db, 1, 100).map((one) => one.n)).toEqual(Array.from({ length: 21 }, (_, place) => 22 + place));
  expect(JSON.stringify(undecided(db, 1, 100))).not.toContain(id);
  for (const [place, n] of ns.entries())
    expect(outbox(n)).toMatchObject({ state: 'rejected', dismissed: 1, replaced_by: done[place]?.id });
});

test('a dependant entered again later still finds what the first one became, also when that was replaced once more', () => {
  const { ns } = refusedFamily(1);
  const [first, comment] = ns as [number, number];
  const { done } = again({ ns: [first] });
  const second = done[0] as (typeof done)[number];
  commitVerdicts(db, [verdictOf(second.n, second.id, { status: 'rejected', seq: null, code: 'DENIED' })], null);
  commitPage(db, pageOf({ toSeq: 12, lastN: second.n }), here, 1);
  const third = again({ ns: [second.n] }).done[0]?.result as { id: string };
  again({ ns: [comment] });
  expect(ofEntity('comment')).toMatchObject([{ objectId: third.id }]);
});

test('another record may stand for the one that does not come about', () => {
  const { id, ns } = refusedFamily(1);
  const other = enter('document.create', documentForm()).result.id;
  again({ ns: ns.slice(1), instead: { [id]: other } });
  expect(ofEntity('comment')).toMatchObject([{ objectId: other }]);
});

test('all or none: the first that does not run here is named, and nothing is entered', () => {
  const { ns } = refusedFamily(3);
  const before = contentsOf(db);
  expect(() => again({ ns: ns.slice(1) })).toThrow(
    expect.objectContaining({ code: 'NOT_HERE', details: expect.objectContaining({ n: ns[1] }) }),
  );
  const mended = new Map([[ns[2] as number, { id: 'нет', patch: { amount: 1 }, base: {} }]]);
  expect(() => again({ ns, args: mended })).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ n: ns[2] }) }),
  );
  expect(contentsOf(db)).toBe(before);
});

test('nothing is entered twice, and only what was refused is', () => {
  const { ns } = refusedFamily(0);
  again({ ns });
  expect(() => again({ ns })).toThrow('ALREADY_RESOLVED');
  const waiting = enter('document.create', documentForm());
  expect(() => again({ ns: [waiting.n] })).toThrow('ALREADY_RESOLVED');
  expect(() => again({ ns: [404] })).toThrow('ALREADY_RESOLVED');
});
