import { expect, test } from 'vitest';
import { firstOfType } from './first-of-type.ts';
import { blankField, type Form, type FormField } from './form.ts';
import { valueTexts } from './value-texts.ts';

const formOf = (...fields: FormField[]): Form => ({ sections: [{ key: 's', title: '', hint: null, fields }] });
const [romashka, vasilek] = ['0190a000-0003-8000-8000-000000000001', '0190a000-0003-8000-8000-000000000002'];

const purchase = formOf(
  blankField('price', 'money', 'Цена'),
  blankField('count', 'number', 'Количество'),
  blankField('total', 'calculated', 'Итого', {
    formula: { type: 'product', of: [{ field: 'price' }, { field: 'count' }], as: 'money' },
  }),
  blankField('supplier', 'counterparty', 'Поставщик', { when: { all: [{ field: 'known', op: 'is', value: true }] } }),
  blankField('known', 'flag', 'Поставщик известен'),
  blankField('payer', 'counterparty', 'Плательщик'),
  blankField('note', 'text', 'Примечание'),
);

test('what is filled in and shown, in the order of the form, a calculated value as what it is', () => {
  const values = { note: ' ', known: false, supplier: romashka, count: 3, price: 100_00 };
  expect(valueTexts(purchase, values)).toEqual([
    { key: 'price', label: 'Цена', type: 'money', value: 100_00 },
    { key: 'count', label: 'Количество', type: 'number', value: 3 },
    { key: 'total', label: 'Итого', type: 'money', value: 300_00 },
    { key: 'known', label: 'Поставщик известен', type: 'flag', value: false },
  ]);
});

test('the amount is the total, not the price that goes into it; without a total it is the price', () => {
  expect(firstOfType(purchase, { price: 100_00, count: 3 }, 'money')).toBe(300_00);
  expect(firstOfType(purchase, { price: 100_00 }, 'money')).toBe(100_00);
  expect(firstOfType(purchase, { count: 3 }, 'money')).toBeNull();
});

test('the first that is shown and fits', () => {
  const both = { supplier: romashka, payer: vasilek };
  expect(firstOfType(purchase, { ...both, known: true }, 'counterparty')).toBe(romashka);
  expect(firstOfType(purchase, both, 'counterparty')).toBe(vasilek);
  expect(firstOfType(purchase, { payer: 'ООО' }, 'counterparty')).toBeNull();
  const vacation = formOf(
    blankField('dates', 'date_range', 'Отпуск'),
    blankField('days', 'calculated', 'Дней', { formula: { type: 'leave_days', field: 'dates' } }),
  );
  const dates = { from: '2026-06-08', to: '2026-06-21' };
  expect(firstOfType(vacation, { dates }, 'date_range')).toEqual(dates);
  expect(firstOfType(vacation, { dates }, 'number')).toBe(13);
  expect(firstOfType(vacation, { dates: { from: '2026-06-08' } }, 'date_range')).toBeNull();
});
