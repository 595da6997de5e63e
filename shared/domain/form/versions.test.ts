import { expect, test } from 'vitest';
import { carryValues } from './carry-values.ts';
import { blankField, type Form, type FormField } from './form.ts';
import { formDifference } from './form-difference.ts';

const formOf = (...fields: FormField[]): Form => ({ sections: [{ key: 's', title: '', hint: null, fields }] });
const text = blankField('name', 'text', 'Имя');

test('added, removed, changed in anything, changed in type', () => {
  const [note, sum, gone] = [
    blankField('note', 'text', 'Заметка'),
    blankField('sum', 'number', 'Сумма'),
    blankField('gone', 'flag', 'Был'),
  ];
  const after = formOf(
    blankField('new', 'date', 'Новый'),
    { ...sum, type: 'money' },
    { ...note, required: true },
    text,
  );
  expect(formDifference(formOf(text, gone, note, sum), after)).toEqual([
    { key: 'new', change: 'added' },
    { key: 'sum', change: 'type_changed' },
    { key: 'note', change: 'changed' },
    { key: 'gone', change: 'removed' },
  ]);
});

test('a field in another section is changed; in another place, or written in another order of members, it is not', () => {
  const other = blankField('other', 'text', 'Другое');
  expect(formDifference(formOf(text, other), formOf(other, text))).toEqual([]);
  const { key, ...rest } = text;
  expect(formDifference(formOf(text), formOf({ ...rest, key }))).toEqual([]);
  const [section] = formOf(text).sections;
  expect(formDifference(formOf(text), { sections: [{ ...section, key: 't' } as Form['sections'][0]] })).toEqual([
    { key: 'name', change: 'changed' },
  ]);
});

/** What is left of a value when its field changes. */
const carried = (value: unknown, was: Partial<FormField>, now: Partial<FormField>) =>
  carryValues({ name: value }, formOf({ ...text, ...was }), formOf({ ...text, ...now }))['name'];

test('what still fits stays as it was typed, what is gone or hidden does not', () => {
  expect(carried('Анна ', {}, { required: true })).toBe('Анна ');
  expect(carried('Анна', {}, { maximum: 2 })).toBe('Анна');
  expect(
    carryValues({ name: 'Анна', note: 'x' }, formOf(text, blankField('note', 'text', 'Заметка')), formOf(text)),
  ).toEqual({
    name: 'Анна',
  });
  expect(carried('Анна', {}, { when: { all: [{ field: 'nobody', op: 'filled' }] } })).toBeUndefined();
  expect(carryValues({ name: 'Анна' }, formOf(), formOf(text))).toEqual({});
  expect(carryValues('нет', formOf(text), formOf(text))).toEqual({});
});

test('another type takes what means the same', () => {
  const choice = { type: 'choice', options: ['да', 'нет'] } as const;
  expect(carried('Анна', {}, { type: 'long_text' })).toBe('Анна');
  expect(carried('да', {}, { ...choice, options: ['да'] })).toBe('да');
  expect(carried('может', {}, { ...choice, options: ['да'] })).toBeUndefined();
  expect(carried('да', { ...choice, options: ['да'] }, {})).toBe('да');
  expect(carried('да', { ...choice, options: ['да'] }, { ...choice, options: ['да'], type: 'choices' })).toEqual([
    'да',
  ]);
  expect(carried(5, { type: 'number' }, { type: 'money' })).toBeUndefined();
  const id = '0190a000-0002-8000-8000-000000000001';
  expect(carried(id, { type: 'employee' }, { type: 'counterparty' })).toBeUndefined();
});

test('of choices, checklists and tables what is still there', () => {
  const choices = (...options: string[]) => ({ type: 'choices' as const, options });
  expect(carried(['а', 'б'], choices('а', 'б'), choices('б', 'в'))).toEqual(['б']);
  expect(carried('а', choices('а'), choices('а'))).toBeUndefined();
  const items = (...list: string[]) => ({ type: 'checklist' as const, items: list });
  const done = [
    { text: 'пропуск', done: true },
    { text: 'стол', done: true },
  ];
  expect(carried(done, items('пропуск', 'стол'), items('ноутбук', 'пропуск'))).toEqual([
    { text: 'ноутбук', done: false },
    { text: 'пропуск', done: true },
  ]);
  const column = (key: string, type: FormField['columns'][0]['type']) => ({
    key,
    label: key,
    type,
    required: true,
    options: [],
  });
  const table = (...columns: FormField['columns']) => ({ type: 'table' as const, columns });
  const rows = [{ name: 'Стол', price: 5, by: '2026-01-01' }, { name: 'Стул' }];
  expect(
    carried(
      rows,
      table(column('name', 'text'), column('price', 'number'), column('by', 'date')),
      table(column('name', 'text'), column('price', 'money'), column('new', 'text')),
    ),
  ).toEqual([{ name: 'Стол' }, { name: 'Стул' }]);
});
