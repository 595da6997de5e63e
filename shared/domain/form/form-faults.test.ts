import { expect, test } from 'vitest';
import { blankField, type Form, type FormField, type FormTest, type Formula } from './form.ts';
import type { FormFault } from './form-fault.ts';
import { formFaults } from './form-faults.ts';

const formOf = (...fields: FormField[]): Form => ({ sections: [{ key: 's', title: '', hint: null, fields }] });
const column = (key: string, type: FormField['columns'][number]['type'], options: string[] = []) => ({
  key,
  label: key,
  type,
  required: false,
  options,
});
const goods = blankField('goods', 'table', 'Что', {
  columns: [column('name', 'text'), column('count', 'number'), column('price', 'money')],
});
const others = [
  goods,
  { ...goods, key: 'more' },
  blankField('text', 'text', 'Текст'),
  blankField('number', 'number', 'Число'),
  blankField('money', 'money', 'Деньги'),
  blankField('date', 'date', 'День'),
  blankField('dates', 'date_range', 'Дни'),
  blankField('who', 'employee', 'Кто'),
  blankField('city', 'choice', 'Город', { options: ['Москва', 'Казань'] }),
  blankField('flag', 'flag', 'Да?'),
  blankField('total', 'calculated', 'Сумма', { formula: { type: 'sum', of: [{ field: 'money' }] } }),
];

/** Faults of one field among sound ones, without the path when it is that field’s. */
function faults(field: FormField): unknown[] {
  return formFaults(formOf(...others, field)).map(({ path, ...fault }) => {
    expect(path).toEqual({ section: 's', field: field.key });
    return fault;
  });
}
const calculated = (formula: Formula | null) => faults(blankField('x', 'calculated', 'Итог', { formula }));
const asking = (test: FormTest) => faults(blankField('x', 'text', 'Ещё', { when: { any: [test] } }));

test('sound fields have no faults; a form without fields has one', () => {
  expect(formFaults(formOf(...others))).toEqual([]);
  expect(formFaults(formOf())).toEqual([{ code: 'empty_form', path: { section: null, field: null } }]);
  expect(formFaults({ sections: [] })).toHaveLength(1);
});

test('keys are given once: of fields in all sections, of sections, of columns', () => {
  const name = blankField('name', 'text', 'Имя');
  const section = { key: 's', title: '', hint: null, fields: [name] };
  expect(formFaults({ sections: [section, { ...section, key: 't', fields: [{ ...name }] }] })).toEqual([
    { code: 'duplicate_key', path: { section: 't', field: 'name' } },
  ]);
  expect(formFaults({ sections: [section, { ...section, fields: [] }] })).toEqual([
    { code: 'duplicate_key', path: { section: 's', field: null } },
  ]);
  const columns = [column('n', 'text'), column('n', 'date')];
  expect(faults(blankField('x', 'table', 'Таблица', { columns }))).toEqual([{ code: 'duplicate_key', column: 'n' }]);
});

test('what a type cannot do without: words, options, columns, items, a formula', () => {
  expect(faults(blankField('x', 'text', ' '))).toEqual([{ code: 'no_label' }]);
  expect(faults(blankField('x', 'choice', 'Выбор'))).toEqual([{ code: 'no_options' }]);
  expect(faults(blankField('x', 'choices', 'Выбор'))).toEqual([{ code: 'no_options' }]);
  expect(faults(blankField('x', 'checklist', 'Список'))).toEqual([{ code: 'no_options' }]);
  expect(faults(blankField('x', 'table', 'Таблица'))).toEqual([{ code: 'no_columns' }]);
  expect(faults(blankField('x', 'table', 'Таблица', { columns: [{ ...column('c', 'choice'), label: '' }] }))).toEqual([
    { code: 'no_label', column: 'c' },
    { code: 'no_options', column: 'c' },
  ]);
  expect(calculated(null)).toEqual([{ code: 'no_formula' }]);
});

test('limits that nobody can keep', () => {
  const limited = (type: FormField['type'], minimum: number | null, maximum: number | null) =>
    faults(blankField('x', type, 'Поле', { minimum, maximum, options: ['а', 'б'], columns: goods.columns }));
  const bad = [{ code: 'bad_limits' }];
  expect(limited('number', 2, 1)).toEqual(bad);
  expect(limited('number', -0.5, 1.5)).toEqual([]);
  expect(limited('calculated', 2, 1)).toContainEqual(bad[0]);
  expect(limited('money', 0.5, null)).toEqual(bad);
  expect(limited('text', 1.5, null)).toEqual(bad);
  expect(limited('text', -1, null)).toEqual(bad);
  expect(limited('table', null, 0)).toEqual(bad);
  expect(limited('choices', 3, null)).toEqual(bad);
  expect(limited('choices', 1, 2)).toEqual([]);
  expect(limited('flag', 2, 1)).toEqual([]);
});

test('an initial value is one of the field’s', () => {
  const begins = (type: FormField['type'], initial: FormField['initial']) =>
    faults(blankField('x', type, 'Поле', { initial, options: ['да'], formula: { type: 'days', field: 'dates' } }));
  const wrong = [{ code: 'initial_type', part: 'initial' }];
  expect(begins('employee', { type: 'requester' })).toEqual([]);
  expect(begins('date', { type: 'today', days: 3 })).toEqual([]);
  expect(begins('choice', { type: 'value', value: 'да' })).toEqual([]);
  expect(begins('number', { type: 'value', value: 5 })).toEqual([]);
  expect(begins('text', { type: 'requester' })).toEqual(wrong);
  expect(begins('date_range', { type: 'today' })).toEqual(wrong);
  expect(begins('choice', { type: 'value', value: 'нет' })).toEqual(wrong);
  expect(begins('number', { type: 'value', value: '5' })).toEqual(wrong);
  expect(begins('calculated', { type: 'value', value: 5 })).toEqual(wrong);
  expect(begins('file', { type: 'value', value: [] })).toEqual(wrong);
});

test('conditions name fields and options that are there', () => {
  expect(asking({ field: 'nobody', op: 'filled' })).toEqual([
    { code: 'unknown_field', part: 'when', keys: ['nobody'] },
  ]);
  const needed = blankField('x', 'text', 'Ещё', { requiredWhen: { all: [{ field: 'nobody', op: 'empty' }] } });
  expect(faults(needed)).toEqual([{ code: 'unknown_field', part: 'requiredWhen', keys: ['nobody'] }]);
  expect(asking({ field: 'city', op: 'in', value: ['Москва', 'Омск', 'Пермь'] })).toEqual([
    { code: 'unknown_option', part: 'when', keys: ['city', 'Омск', 'Пермь'] },
  ]);
});

test('a test asks what the other field can answer', () => {
  const sound: FormTest[] = [
    { field: 'goods', op: 'filled' },
    { field: 'text', op: 'is', value: 'да' },
    { field: 'total', op: 'at_least', value: 100 },
    { field: 'date', op: 'below', value: '2026-01-01' },
    { field: 'city', op: 'is_not', value: 'Казань' },
    { field: 'flag', op: 'is', value: false },
  ];
  for (const one of sound) expect(asking(one)).toEqual([]);
  const wrong: FormTest[] = [
    { field: 'flag', op: 'at_least', value: 1 },
    { field: 'flag', op: 'is', value: 'да' },
    { field: 'text', op: 'below', value: 'я' },
    { field: 'text', op: 'is' },
    { field: 'text', op: 'is', value: ' ' },
    { field: 'number', op: 'at_least', value: '5' },
    { field: 'total', op: 'at_least', value: 0.5 },
    { field: 'date', op: 'is', value: '2026-02-30' },
    { field: 'who', op: 'in', value: [] },
    { field: 'who', op: 'is', value: 'Иванов' },
    { field: 'city', op: 'is', value: 5 },
    { field: 'goods', op: 'is', value: 'стол' },
    { field: 'dates', op: 'at_least', value: '2026-01-01' },
  ];
  for (const one of wrong)
    expect(asking(one), JSON.stringify(one)).toEqual([{ code: 'wrong_type', part: 'when', keys: [one.field] }]);
});

test('formulas are over what is there', () => {
  expect(calculated({ type: 'days', field: 'nobody' })).toEqual([
    { code: 'unknown_field', part: 'formula', keys: ['nobody'] },
  ]);
  expect(calculated({ type: 'sum', of: [{ field: 'goods', column: 'weight' }] })).toEqual([
    { code: 'unknown_field', part: 'formula', keys: ['goods'], column: 'weight' },
  ]);
});

test('formulas are over numbers or money, not both; days over a range', () => {
  const [number, money, total] = [{ field: 'number' }, { field: 'money' }, { field: 'total' }];
  const [count, price] = [
    { field: 'goods', column: 'count' },
    { field: 'goods', column: 'price' },
  ];
  const sound: Formula[] = [
    { type: 'sum', of: [money, total, price] },
    { type: 'sum', of: [number, count] },
    { type: 'difference', of: [total, money] },
    { type: 'product', of: [count, price], as: 'money' },
    { type: 'product', of: [count, number], as: 'number' },
    { type: 'days', field: 'dates' },
    { type: 'leave_days', field: 'dates' },
  ];
  for (const one of sound) expect(calculated(one)).toEqual([]);
  const wrong: [Formula, string[], string?][] = [
    [{ type: 'sum', of: [number, { field: 'text' }] }, ['text']],
    [{ type: 'sum', of: [{ field: 'goods' }] }, ['goods']],
    [{ type: 'sum', of: [{ field: 'goods', column: 'name' }] }, ['goods'], 'name'],
    [{ type: 'sum', of: [{ field: 'number', column: 'count' }] }, ['number'], 'count'],
    [{ type: 'sum', of: [number, money] }, ['number', 'money']],
    [{ type: 'difference', of: [total, number] }, ['total', 'number']],
    [{ type: 'product', of: [money, price], as: 'money' }, ['money', 'goods']],
    [{ type: 'product', of: [count, number], as: 'money' }, ['goods', 'number']],
    [{ type: 'product', of: [count, price], as: 'number' }, ['goods'], 'price'],
    [{ type: 'product', of: [count, { field: 'more', column: 'count' }], as: 'number' }, ['goods', 'more']],
    [{ type: 'days', field: 'date' }, ['date']],
    [{ type: 'leave_days', field: 'goods' }, ['goods']],
  ];
  for (const [formula, keys, named] of wrong)
    expect(calculated(formula), JSON.stringify(formula)).toEqual([
      { code: 'wrong_type', part: 'formula', keys, ...(named ? { column: named } : {}) },
    ]);
});

test('rings: of conditions, through formulas, of formulas alone', () => {
  const shownWith = (key: string, other: string) =>
    blankField(key, 'number', key, { when: { all: [{ field: other, op: 'filled' }] } });
  const sum = (key: string, other: string) =>
    blankField(key, 'calculated', key, { formula: { type: 'sum', of: [{ field: other }] } });
  const cycles = (...fields: FormField[]): FormFault[] => formFaults(formOf(...fields));
  const ring = (code: FormFault['code'], ...keys: string[]) => ({ code, path: { section: 's', field: keys[0] }, keys });
  expect(cycles(shownWith('a', 'a'))).toEqual([ring('condition_cycle', 'a')]);
  expect(cycles(shownWith('a', 'b'), shownWith('b', 'c'), shownWith('c', 'a'), shownWith('d', 'a'))).toEqual([
    ring('condition_cycle', 'a', 'b', 'c'),
  ]);
  const through = [shownWith('a', 'b'), sum('b', 'a')];
  expect(cycles(...through)).toEqual([ring('condition_cycle', 'a', 'b')]);
  expect(cycles(sum('a', 'b'), sum('b', 'a'))).toEqual([ring('formula_cycle', 'a', 'b')]);
  expect(cycles(...through, sum('c', 'c'))).toEqual([ring('condition_cycle', 'a', 'b'), ring('formula_cycle', 'c')]);
  // What is demanded depends on values and changes none.
  const demanded = blankField('a', 'text', 'А', { requiredWhen: { all: [{ field: 'b', op: 'filled' }] } });
  expect(cycles(demanded, shownWith('b', 'a'))).toEqual([]);
});
