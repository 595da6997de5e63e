import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchText } from '#electron/core/jobs/search-text.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { attachmentRow, clerk, counterpartyRow, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const [paper, party] = [rowId(4, 1), rowId(3, 1)];
let db: Writable;
beforeEach(() => {
  db = openDevice();
});
afterEach(() => db.close());

test('a document is found by its own words, its labels, its amount as people write it, and its counterparty', () => {
  writeRow(db, 'counterparty', counterpartyRow(party), 1, 1);
  writeRow(
    db,
    'document',
    documentRow(paper, { counterpartyId: party, labels: ['срочно'], note: 'до пятницы', amount: 123_456_789 }),
    1,
    1,
  );
  expect(searchText(db, 'document', paper)).toEqual({
    text: ['ВХ-1', 'Письмо', 'до пятницы', 'срочно', '1234567,89', 'Сибирские технологии', 'ООО', '7707083893'].join(
      '\n',
    ),
  });
});

test.each([
  [5, '0,05'],
  [-5, '-0,05'],
  [100, '1,00'],
  [0, '0,00'],
])('%i kopecks are written %s', (amount, text) => {
  writeRow(db, 'document', documentRow(paper, { number: null, subject: 'Акт', amount }), 1, 1);
  expect(searchText(db, 'document', paper)?.text).toBe(`Акт\n${text}`);
});

test('a document is found by the words in the company’s own fields', () => {
  const custom = { city: 'Пермь', ways: ['Поезд', 'Самолёт'], who: clerk, on: '2026-05-01', days: 3, urgent: true };
  writeRow(db, 'document', documentRow(paper, { number: null, subject: 'Акт', amount: null, custom }), 1, 1);
  expect(searchText(db, 'document', paper)?.text).toBe('Акт\nПермь\nПоезд\nСамолёт');
});

test('a comment and a file lead to what they belong to', () => {
  const about = { objectEntity: 'document', objectId: paper, authorId: clerk };
  writeRow(db, 'comment', { id: rowId(5, 1), ...about, text: 'Согласен', occurredAt: 1, receivedAt: null }, 1, 1);
  writeRow(db, 'attachment', attachmentRow(rowId(6, 1), paper), 1, 1);
  expect(searchText(db, 'comment', rowId(5, 1))).toEqual({ text: 'Согласен', owner: paper });
  expect(searchText(db, 'attachment', rowId(6, 1))).toEqual({ text: 'скан.pdf', owner: paper });
});

test('what is gone, and what is not searched, has no words', () => {
  expect(searchText(db, 'document', paper)).toBeUndefined();
  expect(searchText(db, 'employee', clerk)).toBeUndefined();
});
