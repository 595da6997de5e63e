import { beforeEach, expect, test } from 'vitest';
import { codeOf, MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, documentRow, kazan, rowId } from '#tests/fixtures/kernel/rows.ts';

const [letter, answer, hidden] = [rowId(4, 1), rowId(4, 2), rowId(4, 3)];
let rows: MemoryRows;
beforeEach(() => {
  rows = new MemoryRows();
  for (const id of [letter, answer]) rows.put('document', documentRow(id));
  rows.put('document', documentRow(hidden, { branchId: kazan }));
});

const add = (otherId: string, kind = 'reply', where: 'centre' | 'device' = 'centre') =>
  rows.run('document_link.add', { documentId: answer, values: { otherId, kind } }, { as: clerk, where });
const standing = () => rows.all('document_link').filter((one) => one.archivedAt === null);

test('said twice a link is one; of another kind, or after it was taken away, it is another', () => {
  const { id } = resultOf<{ id: string }>(add(letter));
  expect(resultOf(add(letter))).toEqual({ id });
  expect(standing()).toHaveLength(1);
  resultOf(add(letter, 'basis'));
  expect(standing()).toHaveLength(2);
  resultOf(rows.run('document_link.archive', { documentId: answer, id }, { as: clerk }));
  resultOf(add(letter));
  expect(standing()).toHaveLength(2);
});

test('neither with itself, nor with a paper that is not there or not shown', () => {
  expect(codeOf(add(answer))).toBe('BAD_INPUT');
  expect(codeOf(add(hidden))).toBe('NOT_FOUND');
  expect(codeOf(add(rowId(4, 9)))).toBe('NOT_FOUND');
  expect(codeOf(add(rowId(4, 9), 'reply', 'device'))).toBe('NOT_HERE');
  const { id } = resultOf<{ id: string }>(add(letter));
  const move = (otherId: string) =>
    rows.run(
      'document_link.update',
      { documentId: answer, id, patch: { otherId }, base: { otherId: letter } },
      { as: clerk },
    );
  expect(codeOf(move(hidden))).toBe('NOT_FOUND');
  expect(codeOf(move(answer))).toBe('BAD_INPUT');
});
