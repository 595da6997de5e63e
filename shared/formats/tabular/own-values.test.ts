import { describe, expect, test } from 'vitest';
import { blankField } from '#shared/domain/form/form.ts';
import type { ValueType } from '#shared/formats/tabular/fields.ts';
import { findName, indexNames } from '#shared/formats/tabular/names.ts';
import { ownFieldsOf } from '#shared/formats/tabular/own-fields.ts';
import { type Among, readValue } from '#shared/formats/tabular/read-value.ts';

const people = indexNames(
  [
    { id: 'a', name: 'Смирнов Павел Ильич' },
    { id: 'b', name: 'Смирнов Пётр Иванович' },
    { id: 'c', name: 'Ёлкина Анна Львовна' },
    { id: 'd', name: 'Вера Орлова' },
  ],
  true,
);
const read = (value: string, type: ValueType, among: Among = {}) => {
  const outcome = readValue({ column: 0, type: 'text', value }, type, 100, among);
  return outcome.ok ? outcome.value : outcome.code;
};

describe('people by name', () => {
  test.each([
    ['Смирнов Павел Ильич', 'a'],
    ['смирнов  павел ильич', 'a'],
    ['Смирнов Павел', 'a'],
    ['Елкина А. Л.', 'c'],
    ['А.Л. Ёлкина', 'c'],
    ['Ёлкина А.Л.', 'c'],
    ['Смирнов П. И.', 'PERSON_AMBIGUOUS'],
    ['Смирнов', 'PERSON_AMBIGUOUS'],
    ['Елкина', 'c'],
    ['Орлова В.', 'd'],
    ['Орлова', 'd'],
    ['Кузнецов', 'PERSON_UNKNOWN'],
    ['', 'PERSON_UNKNOWN'],
    ['constructor', 'PERSON_UNKNOWN'],
  ])('%s', (text, expected) => expect(read(text, 'person', { people })).toBe(expected));

  test('a name that is one of several branches leads to it alone', () => {
    const branches = indexNames([{ id: 'm', name: 'Москва' }], false);
    expect([read('МОСКВА', 'branch', { branches }), read('Казань', 'branch', { branches })]).toEqual([
      'm',
      'BRANCH_UNKNOWN',
    ]);
    expect(findName(undefined, 'Москва')).toBeUndefined();
  });
});

describe('other values of own fields', () => {
  const options = ['Проект', 'Монтаж', 'Пуск; наладка'];

  test.each([
    ['да', 'flag', true],
    ['НЕТ', 'flag', false],
    ['1', 'flag', true],
    ['может', 'flag', 'FLAG_UNREADABLE'],
    ['1 234,5', 'number', 1234.5],
    ['-3', 'number', -3],
    ['три', 'number', 'NUMBER_UNREADABLE'],
    ['проект', 'choice', 'Проект'],
    ['Снос', 'choice', 'CHOICE_UNKNOWN'],
  ] as const)('%s as %s', (text, type, expected) => expect(read(text, type, { options })).toBe(expected));

  test('several labels stand between signs, and one may hold such a sign itself', () => {
    expect(read('монтаж, Проект, монтаж', 'choices', { options })).toEqual(['Монтаж', 'Проект']);
    expect(read('Пуск; наладка', 'choices', { options })).toEqual(['Пуск; наладка']);
    expect(read('Проект; Снос', 'choices', { options })).toBe('CHOICE_UNKNOWN');
  });
});

test('fields of a form come first; what a table cannot fill, and what is asked only sometimes, is never demanded', () => {
  const definition = {
    ...{ id: 'd', kinds: ['order' as const], key: 'basis', label: 'Основание', type: 'text' as const, required: true },
    ...{ options: [], version: 1, position: 1, archivedAt: null },
  };
  const form = {
    sections: [
      {
        ...{ key: 'main', title: 'Главное', hint: null },
        fields: [
          blankField('stage', 'choice', 'Этап', { required: true, options: ['Проект'] }),
          blankField('goods', 'table', 'Состав', { required: true }),
          blankField('reason', 'text', 'Причина', {
            required: true,
            when: { all: [{ field: 'stage', op: 'is', value: 'Проект' }] },
          }),
        ],
      },
    ],
  };
  const told = (given: typeof form | null) =>
    ownFieldsOf('order', [definition], given).map(({ key, rule }) => [key, rule.type, rule.required]);
  expect(told(form)).toEqual([
    ['stage', 'choice', true],
    ['reason', 'text', false],
    ['basis', 'text', false],
  ]);
  expect(told(null)).toEqual([['basis', 'text', true]]);
  expect(ownFieldsOf('act', [definition], null)).toEqual([]);
});
