import { describe, expect, test } from 'vitest';
import { remembering } from '#electron/core/store/rows/memory.ts';
import { answer, readStored } from '#electron/core/store/rows/read.ts';
import { deleteRow, insertRow, updateRow } from '#electron/core/store/rows/write.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { company, documentRow, moscow, rowId } from '#tests/fixtures/kernel/rows.ts';

const [first, second, third] = [rowId(4, 1), rowId(4, 2), rowId(4, 3)];
const partner = rowId(3, 1);

function* beginning(): Iterable<[EntityName, AnyRow]> {
  yield* company();
  for (const id of [first, second]) yield ['document', { ...documentRow(id), counterpartyId: partner }];
}
const ofPartner = {
  op: 'key',
  entity: 'document',
  index: 'counterparty',
  key: partner,
  limit: 10,
  last: false,
} as const;

describe('rows read again and again under a page', () => {
  test('are decoded once, and anew after they were written', () => {
    const db = openDevice(beginning());
    const ask = (): AnyRow[] => answer(db, ofPartner) as AnyRow[];
    const write = (id: string, patch: Partial<AnyRow>): void => {
      const stored = readStored(db, 'document', id);
      if (stored) updateRow(db, 'document', stored.record, { ...stored.row, ...patch }, 1, 1);
    };
    remembering(db, () => {
      const [one, two] = ask();
      expect([one?.id, two?.id]).toEqual([first, second]);
      expect(ask()[0]).toBe(one);
      expect(answer(db, { op: 'get', entity: 'document', ids: [first] })[0]).toBe(one);
      write(first, { title: 'иначе' });
      expect(ask().map((row) => row['title'])).toEqual(['иначе', two?.['title']]);
      expect(ask()[1]).toBe(two);
      write(second, { counterpartyId: null });
      insertRow(db, 'document', { ...documentRow(third), counterpartyId: partner }, 0, 0);
      expect(ask().map((row) => row.id)).toEqual([first, third]);
      deleteRow(db, 'document', first);
      expect(answer(db, { op: 'get', entity: 'document', ids: [first] })).toEqual([null]);
      expect(ask().map((row) => row.id)).toEqual([third]);
    });
    expect(ask()[0]).not.toBe(ask()[0]);
  });

  test('also in the order and number that were asked for', () => {
    const db = openDevice(beginning());
    const asked = [
      { ...ofPartner, limit: 1 },
      { ...ofPartner, limit: 1, last: true },
      { ...ofPartner, key: moscow },
    ];
    const plain = asked.map((request) => answer(db, request));
    expect(plain.map((rows) => rows.map((row) => row?.id))).toEqual([[first], [second], []]);
    expect(remembering(db, () => asked.map((request) => answer(db, request)))).toEqual(plain);
  });
});
