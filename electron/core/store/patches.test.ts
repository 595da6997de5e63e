import { expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { wholeChanges } from '#electron/core/store/patches.ts';
import { readStored } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const id = rowId(4, 1);
const at = 1_780_000_000_000;

function* beginning() {
  yield* company();
  yield ['document', documentRow(id)] as [EntityName, ReturnType<typeof documentRow>];
}
const version = (db: Writable): number => readStored(db, 'document', id)?.v ?? 0;
const page = (pv: number, p: Record<string, unknown>) => ({
  to: 9,
  hash: 'h',
  at: 7,
  changes: [{ e: 'document', id, v: 9, p, pv }],
});

test('a patch is laid upon what the centre confirmed, under what is pending here, and keeps members nobody here knows', () => {
  const db = openDevice(beginning());
  writeRow(db, 'document', { ...documentRow(id), tomorrow: { a: 1 } }, version(db), at);
  const pv = version(db);
  const args = { id, patch: { note: 'моё' }, base: { note: null } };
  commitCommand(db, { id: rowId(7, 1), name: 'document.update', v: 1, args }, here, at);
  expect(readStored(db, 'document', id)?.row['note']).toBe('моё');
  const [change] = wholeChanges(db, page(pv, { amount: 5, later: true })) ?? [];
  expect(change).toMatchObject({ v: 9, at: 7, row: { id, amount: 5, note: null, tomorrow: { a: 1 }, later: true } });
  db.close();
});

test('a patch for another version, or for a row that is not here, is not guessed at', () => {
  const db = openDevice(beginning());
  expect(wholeChanges(db, page(version(db) + 1, { amount: 5 }))).toBeNull();
  const other = page(version(db), { amount: 5 }).changes.map((change) => ({ ...change, id: rowId(4, 2) }));
  expect(wholeChanges(db, { ...page(0, {}), changes: other })).toBeNull();
  const unknown = [{ e: 'invention', id, v: 9, p: { x: 1 }, pv: 3 }];
  expect(wholeChanges(db, { ...page(0, {}), changes: unknown })).toEqual([]);
  db.close();
});
