import { expect, test } from 'vitest';
import { supplyRows } from '#tests/fixtures/templates/drafting-rows.ts';
import { draftingData } from './drafting-data.ts';
import type { DraftingInput } from './drafting-input.ts';
import { formatValue } from './format-value.ts';
import { nearTags } from './near-names.ts';
import type { TagFormat } from './tag-syntax.ts';
import { findTag } from './tag-tree.ts';

const rows: DraftingInput = {
  ...supplyRows,
  own: {
    label: 'Рекламация',
    fields: [
      { key: 'loss', label: 'Ущерб', type: 'money', value: 150_050 },
      { key: 'seen_on', label: 'Дата осмотра', type: 'date', value: '2026-11-23' },
      { key: 'expert', label: 'Оценщик', type: 'employee', value: 'e-1' },
      { key: 'amount', label: 'Сумма', type: 'number', value: 7 },
    ],
    people: { 'e-1': 'Крылова Анна Петровна' },
  },
  registration: { number: 'РК-7', date: '2026-11-24', caseFile: '01-05 Рекламации' },
};
const textFor = (name: string, ...formats: TagFormat[]): string => {
  const value = findTag([draftingData(rows)], name.split('.'));
  if (!value) throw new Error(`no tag ${name}`);
  return formatValue(value, formats);
};

test('fields of an own kind answer to their label and their key, in the forms of their type', () => {
  expect(textFor('Поле.Ущерб', 'words')).toBe('одна тысяча пятьсот рублей 50 копеек');
  expect(textFor('loss').replaceAll('\u00a0', ' ')).toBe('1 500,50');
  expect(textFor('Поле.seen_on', 'long')).toBe('23 ноября 2026 г.');
  expect(textFor('Поле.Оценщик', 'genitive')).toBe('Крыловой Анны Петровны');
});

test('a tag of every document is not taken over by a field with its name', () => {
  expect(textFor('Сумма')).not.toBe('7');
  expect(textFor('Поле.Сумма')).toBe('7');
});

test('kind, number, day and case of the registration', () => {
  expect(textFor('Вид')).toBe('Рекламация');
  expect(textFor('Регистрационный номер')).toBe('РК-7');
  expect(textFor('Дата регистрации')).toBe('24.11.2026');
  expect(textFor('Дело')).toBe('01-05 Рекламации');
});

test('a misprint in the name of an own field is met with the field', () => {
  expect(nearTags([draftingData(rows)], ['Поле', 'Ущрб'])).toContain('Поле.Ущерб');
});
