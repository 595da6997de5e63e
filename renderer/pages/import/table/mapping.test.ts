import { describe, expect, test } from 'vitest';
import { assign, guessed, keptFor, missing, proposed, toKeep } from '#renderer/pages/import/table/mapping.ts';
import { factsOf, type Target } from '#renderer/pages/import/table/table-target.ts';
import type { TableView } from '#shared/ipc/intake-channels.ts';

const table = (...rows: string[][]): TableView['table'] => ({
  columns: 9,
  more: false,
  problems: [],
  rows: rows.map((cells, at) => ({
    row: at + 1,
    cells: cells.map((value, column) => ({ column, type: 'text' as const, value })),
  })),
});
const stage = {
  ...{
    id: 's',
    kinds: ['incoming' as const],
    key: 'stage',
    label: 'Этап работ',
    type: 'choice' as const,
    required: true,
  },
  ...{ options: ['Проект', 'Монтаж'], version: 1, position: 0, archivedAt: null },
};
const facts = (target: Target) => factsOf(target, [], [stage]);
const register = table(['Реестр'], ['№', 'Дата', 'Содержание', 'Этап работ'], ['1', '01.02.2026', 'Письмо', 'Проект']);

describe('what the titles propose', () => {
  test('knows fields of the company’s own by their names', () => {
    expect(guessed(register, facts)).toMatchObject({
      target: 'kind:incoming',
      header: 2,
      columns: { date: 1, subject: 2, 'custom.stage': 3 },
    });
  });

  test('asks for no column of kinds where the kind is fixed', () => {
    const kinds = table(['Вид', 'Дата', 'Содержание'], ['Приказ', '01.02.2026', 'О премии']);
    expect(guessed(kinds, facts)).toMatchObject({ target: 'document', columns: { kind: 0 } });
    expect(proposed(kinds, 1, facts('kind:order'))).toEqual({ date: 1, subject: 2 });
  });
});

test('what was kept is found by its titles, however they are written', () => {
  const settled = { target: 'kind:order' as const, header: 2, columns: { date: 1, subject: 2 } };
  const kept = {
    ...{ id: 'm', name: 'Приказы', target: 'document' as const, authorId: 'a', createdAt: 1 },
    settings: toKeep(register, settled),
  };
  const same = table(['Другой реестр'], ['№', 'ДАТА', 'Содержание:', 'этап работ']);
  expect(keptFor(same, [kept])).toEqual({ ...settled, keptId: 'm' });
  expect(keptFor(table(['Реестр'], ['№', 'Дата', 'Сумма']), [kept])).toBeNull();
});

test('a column fills one field, and a field is filled by one column', () => {
  expect(assign({ date: 1, subject: 2 }, 2, 'date')).toEqual({ date: 2 });
  expect(assign({ date: 1 }, 1, null)).toEqual({});
  expect(missing({ date: 1 }, facts('kind:incoming'))).toEqual(['subject', 'custom.stage']);
});
