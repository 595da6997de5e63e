import { beforeEach, expect, test } from 'vitest';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, counterpartyRow, director, documentRow, rowId, stranger } from '#tests/fixtures/kernel/rows.ts';

const [paper, party] = [rowId(4, 1), rowId(3, 1)];
let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  rows.put('document', documentRow(paper));
  rows.put('counterparty', counterpartyRow(party));
});

const say = (given: object, as = clerk) =>
  rows.run('comment.add', { objectEntity: 'document', objectId: paper, text: 'Согласен', ...given }, { as, at: 50 });

test('two people speak at once: both are heard, with their own times', () => {
  const { id } = resultOf<{ id: string }>(say({ text: '  Согласен ' }));
  resultOf(say({ text: 'Против' }, director));
  expect(rows.get('comment', id)).toMatchObject({ text: 'Согласен', authorId: clerk, occurredAt: 50, receivedAt: 55 });
  expect(rows.all('comment')).toHaveLength(2);
  expect(rows.all('conflict')).toEqual([]);
});

test('a counterparty is discussed by everybody', () => {
  resultOf(say({ objectEntity: 'counterparty', objectId: party }, stranger));
  expect(rows.all('comment')[0]?.objectId).toBe(party);
});

test.each([
  ['an empty word', { text: ' \n ' }, clerk, 'BAD_INPUT'],
  ['20,001 characters', { text: 'я'.repeat(20_001) }, clerk, 'TOO_LONG'],
  ['a paper out of sight', {}, stranger, 'NOT_FOUND'],
  ['a paper that does not exist', { objectId: rowId(4, 9) }, clerk, 'NOT_FOUND'],
  ['a counterparty under the id of a paper', { objectEntity: 'counterparty' }, clerk, 'NOT_FOUND'],
  ['what is not discussed', { objectEntity: 'employee', objectId: director }, clerk, 'BAD_INPUT'],
])('%s is refused', (_case, given, as, code) => {
  expect(codeOf(say(given, as))).toBe(code);
  expect(rows.all('comment')).toEqual([]);
});

test('nothing is said any more about what lies in the archive', () => {
  rows.put('document', documentRow(paper, { archivedAt: 5 }));
  rows.put('counterparty', counterpartyRow(party, { archivedAt: 5 }));
  expect(codeOf(say({}))).toBe('ARCHIVED');
  expect(codeOf(say({ objectEntity: 'counterparty', objectId: party }))).toBe('ARCHIVED');
  expect(rows.all('comment')).toEqual([]);
});
