import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { lookupOf } from '#electron/core/store/rows/lookups.ts';
import { answer } from '#electron/core/store/rows/read.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityNames, entityOf } from '#shared/domain/registry.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { rowId } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

const keysOf = (entity: EntityName): string[] => Object.keys(entityOf(entity)?.keys ?? {});
const declared = entityNames.flatMap((entity) => keysOf(entity).map((index) => [entity, index] as const));
/** Values that keys are made of: close to each other, with the separator inside, and none. */
const texts = ['7707083893', '770708389312', '', '1', '1/', '1/2', '2', 'own'];
const ids = [rowId(3, 1), rowId(3, 2)];
const db = openDevice([]);
afterAll(() => db.close());

/** Fields that the keys of an entity look at, each with the values to try. */
const fields: Record<string, readonly unknown[]> = {
  login: texts,
  inn: [...texts, null],
  kpp: ['773601001', '540501001', null],
  account: texts,
  bik: ['044525225', null],
  counterpartyId: [...ids, null],
  sourceKey: [...texts, null],
  documentId: ids,
  objectId: ids,
  sha256: ['a'.repeat(64), 'b'.repeat(64)],
  ownerId: ids,
  page: ['documents', 'counterparties'],
  ticketId: [...ids, null],
  serviceId: ids,
  version: [1, 12, 2],
  requesterId: ids,
  assigneeId: [...ids, null],
  queueId: [...ids, null],
  employeeId: ids,
  substituteId: ids,
  otherId: ids,
  archivedAt: [null, 1],
  begunAt: [null, 1],
  cancelledAt: [null, 1],
  endedAt: [null, 1],
  lentQueueIds: [null, [], ids],
};
/** The same name means something else in another entity. */
const ofEntity: Partial<Record<EntityName, Record<string, readonly unknown[]>>> = {
  ticket: { state: ['approval', 'working', 'resolved', 'closed', 'merged'] },
  ticket_task: { state: ['waiting', 'open', 'done'] },
};

const rowsOf = (entity: EntityName): fc.Arbitrary<AnyRow[]> => {
  const tried = { ...fields, ...ofEntity[entity] };
  const used = Object.keys(entityOf(entity)?.fields ?? {}).filter((name) => Object.hasOwn(tried, name));
  const given = fc.record(
    Object.fromEntries(used.map((name) => [name, fc.constantFrom(...(tried[name] as unknown[]))])),
  );
  const made = (all: object[]): AnyRow[] => all.map((one, n) => sampleRow(entity, rowId(10, n), one));
  return fc.array(given, { maxLength: 8 }).map(made);
};

describe('keys of entities on a workstation', () => {
  test('there are as many as the server has', () => {
    expect(declared.length).toBeGreaterThan(10);
  });

  test.each(declared)('%s.%s has a column that an index begins with, or very few rows', (entity, index) => {
    const { column } = lookupOf(entity, index);
    const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM "${entity}" WHERE "${column}" = ? ORDER BY id`).all('x');
    // Of forms there are eight.
    const few = ['employee', 'print_form'].includes(entity);
    expect(few || JSON.stringify(plan).includes('USING INDEX')).toBe(true);
  });

  test.each(declared)(
    '%s.%s finds exactly the rows that its function puts there, in order, within the limit',
    (entity, index) => {
      const keyOf = entityOf(entity)?.keys[index] as (row: AnyRow) => string | null;
      const limits = fc.record({ limit: fc.integer({ min: 1, max: 9 }), last: fc.boolean() });
      fc.assert(
        fc.property(rowsOf(entity), limits, (rows, { limit, last }) => {
          db.exec(`DELETE FROM "${entity}"`);
          for (const row of rows.toReversed()) writeRow(db, entity, row, 1, 1);
          const keys = new Set([...rows.map(keyOf), 'nothing', '', 'own']);
          for (const key of keys) {
            if (key === null) continue;
            const standing = rows.filter((row) => keyOf(row) === key);
            const expected = last ? standing.slice(-limit) : standing.slice(0, limit);
            expect(answer(db, { op: 'key', entity, index, key, limit, last })).toEqual(expected);
          }
        }),
      );
    },
  );

  test('a key without a column is a fault of the program', () => {
    expect(() => lookupOf('document', 'colour')).toThrow('document.colour');
  });
});
