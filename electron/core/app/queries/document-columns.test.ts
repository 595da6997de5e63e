import { afterAll, beforeAll, expect, it } from 'vitest';
import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import { documentRow, idAt, SmallOffice } from '#electron/core/app/queries/fixture/small-office.ts';

let office: SmallOffice;
beforeAll(() => {
  office = new SmallOffice();
  for (let n = 1; n <= 3; n += 1) office.put('document', documentRow(n, { subject: `Акт ${n}`, note: null }));
});
afterAll(() => office.close());

const found = (value: string): string[] =>
  office
    .query('document.list', {
      filter: { where: { join: 'all', of: [{ field: 'subject', op: 'contains', value }] } },
      sort: { column: 'subject', direction: 'asc' },
      ...{ start: 0, end: 10 },
    })
    .rows.map((row) => row.subject);

it('words are read whole once, then only of the rows that are said to have changed', () => {
  expect(found('акт')).toEqual(['Акт 1', 'Акт 2', 'Акт 3']);
  // Nobody is told of this one: it shows that the others are not read again.
  office.writer.prepare(`UPDATE document SET subject = 'Письмо' WHERE id = ?`).run(idAt(1_002));
  office.put('document', documentRow(3, { subject: 'Счёт 3' }));
  office.put('document', documentRow(9, { subject: 'Акт 9' }));
  const texts = columnsOfDocuments(office.reader).texts(office.deps, 'subject');
  expect(texts.filter(Boolean)).toEqual(['акт 1', 'акт 2', 'счет 3', 'акт 9']);
  expect(found('счет')).toEqual(['Счёт 3']);
  office.raise('document');
  expect(found('акт')).toEqual(['Акт 1', 'Акт 9']);
});

it('a document that has gone is not found by its words, nor is its place by what stood there', () => {
  office.put('document', documentRow(20, { subject: 'Последний приказ' }));
  expect(found('приказ')).toHaveLength(1);
  office.drop('document', idAt(1_020));
  expect(found('приказ')).toEqual([]);
  office.put('document', documentRow(21, { subject: 'Другая бумага' }));
  expect([found('приказ'), found('бумага')]).toEqual([[], ['Другая бумага']]);
});
