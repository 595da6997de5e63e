import { expect, test } from 'vitest';
import { formulaKinds, formulaOf } from '#renderer/pages/builder/formula-of.ts';
import { blankField, type FormField } from '#shared/domain/form/form.ts';

const formOf = (...fields: FormField[]) => ({ sections: [{ key: 'main', title: '', hint: null, fields }] });
const total = blankField('total', 'calculated', 'Всего');

test('one thing to count is enough', () => {
  const price = { key: 'price', label: 'Цена', type: 'money' as const, required: false, options: [] };
  const form = formOf(blankField('lines', 'table', 'Строки', { columns: [price] }), total);
  const only = { field: 'lines', column: 'price' };
  expect(formulaOf(form, 'total', 'sum', [])).toEqual({ type: 'sum', of: [only] });
  expect(formulaOf(form, 'total', 'product', [])).toEqual({ type: 'product', of: [only], as: 'money' });
  expect(formulaOf(form, 'total', 'difference', [])).toEqual({ type: 'difference', of: [only, only] });
  expect(formulaOf(form, 'total', 'days', [])).toBeNull();
});

test('another kind keeps the parts that are still there', () => {
  const form = formOf(blankField('a', 'number', 'А'), blankField('b', 'number', 'Б'), total);
  const parts = [{ field: 'b' }, { field: 'gone' }];
  expect(formulaOf(form, 'total', 'sum', parts)).toEqual({ type: 'sum', of: [{ field: 'b' }] });
  expect(formulaOf(form, 'total', 'difference', parts)).toEqual({
    type: 'difference',
    of: [{ field: 'b' }, { field: 'a' }],
  });
});

test('nothing is made of nothing', () => {
  expect(formulaKinds.map((kind) => formulaOf(formOf(total), 'total', kind, []))).toEqual(formulaKinds.map(() => null));
});
