import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { readRow, readStored } from '#electron/core/store/rows/read.ts';
import { deleteRow, insertSql, writeRow } from '#electron/core/store/rows/write.ts';
import { entityNames } from '#shared/domain/registry.ts';
import { openDevice, wholeRow } from '#tests/fixtures/kernel/device-rows.ts';
import { documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

const db = openDevice([]);
afterAll(() => db.close());
const id = rowId(15, 1);

describe('rows and their columns', () => {
  test.each(entityNames)('%s comes back as it was written, with what a newer program has added', (entity) => {
    const row = sampleRow(entity, id, { stamp: { nested: ['будущее', null, 1.5] } });
    writeRow(db, entity, row, 7, 9);
    expect(readStored(db, entity, id)).toMatchObject({ row, v: 7, at: 9 });
    const plain = sampleRow(entity, id);
    writeRow(db, entity, plain, 8, 10);
    expect(readStored(db, entity, id)).toMatchObject({ row: plain, v: 8, at: 10 });
    deleteRow(db, entity, id);
    expect(readRow(db, entity, id)).toBeNull();
  });

  test('any text, number and set of labels survives', () => {
    const given = fc.record({
      subject: fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
      note: fc.option(fc.constantFrom('', "'); DROP TABLE document;--", '\u202e\u200b', '{"a":1}')),
      amount: fc.option(fc.maxSafeInteger()),
      labels: fc.array(fc.string()),
    });
    fc.assert(
      fc.property(given, (fields) => {
        const row = wholeRow('document', { ...documentRow(id), ...fields });
        writeRow(db, 'document', row, 1, 1);
        expect(readRow(db, 'document', id)).toEqual(row);
      }),
    );
  });

  test('a row without a member that this program knows reads as one without a value', () => {
    const { note: _note, labels: _labels, ...older } = documentRow(id);
    writeRow(db, 'document', older, 1, 1);
    expect(readRow(db, 'document', id)).toMatchObject({ note: null, labels: null });
  });

  test('a changed row keeps its place in the lists', () => {
    writeRow(db, 'document', documentRow(id), 1, 1);
    const before = db.prepare('SELECT rid FROM document WHERE id = ?').pluck().get(id);
    writeRow(db, 'document', documentRow(id, { amount: 5 }), 2, 2);
    expect(db.prepare('SELECT rid FROM document WHERE id = ?').pluck().get(id)).toBe(before);
  });

  test.each(entityNames)('%s: its insertion names every column of its table', (entity) => {
    const table = (db.pragma(`table_info("${entity}")`) as { name: string }[]).map((one) => one.name);
    expect(table).toEqual(['rid', ...columnsOf(entity).map((one) => one.name), 'v', 'at']);
    for (const column of table.slice(1)) expect(insertSql(entity)).toContain(`"${column}"`.replace(/"(v|at)"/, '$1'));
  });
});
