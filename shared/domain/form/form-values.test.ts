import { expect, test } from 'vitest';
import { blankField, type Form, type FormField } from './form.ts';
import { formValues } from './form-values.ts';
import { initialValues } from './initial-values.ts';
import { isRequired, visibleFields } from './visible-fields.ts';

const formOf = (...fields: FormField[]): Form => ({ sections: [{ key: 's', title: '', hint: null, fields }] });
const when = (field: string, op: 'is' | 'filled' | 'at_least' = 'filled', value?: unknown) => ({
  all: [{ field, op, value }],
});

const purchase = formOf(
  blankField('urgent', 'flag', 'Срочно'),
  blankField('reason', 'text', 'Почему', { when: when('urgent', 'is', true), required: true }),
  blankField('goods', 'table', 'Что купить', {
    columns: [
      { key: 'name', label: 'Название', type: 'text', required: true, options: [] },
      { key: 'count', label: 'Сколько', type: 'number', required: true, options: [] },
      { key: 'price', label: 'Цена', type: 'money', required: false, options: [] },
    ],
  }),
  // Stands before what it is made of.
  blankField('approver', 'employee', 'Кто согласовал', { when: when('total', 'at_least', 100_000_00) }),
  blankField('note', 'long_text', 'Примечание', { requiredWhen: when('total', 'at_least', 50_000_00) }),
  blankField('total', 'calculated', 'Итого', {
    formula: {
      type: 'product',
      of: [
        { field: 'goods', column: 'count' },
        { field: 'goods', column: 'price' },
      ],
      as: 'money',
    },
  }),
);
const laptops = (count: number) => ({ goods: [{ name: ' Ноутбук ', count, price: 90_000_00 }] });

test('a calculated sum shows a field and demands another', () => {
  const shown = (values: unknown) => visibleFields(purchase, values).map(({ key }) => key);
  expect(shown(laptops(1))).toEqual(['urgent', 'goods', 'note', 'total']);
  expect(shown({ ...laptops(2), urgent: true })).toEqual(['urgent', 'reason', 'goods', 'approver', 'note', 'total']);
  const note = purchase.sections[0]?.fields[4] as FormField;
  expect(isRequired(note, formValues(purchase, laptops(1)))).toBe(true);
  expect(isRequired(note, formValues(purchase, {}))).toBe(false);
  expect(isRequired({ ...note, required: true }, {})).toBe(true);
});

test('sent: hidden values dropped, sums computed anew, unknown keys dropped, texts trimmed, blanks gone', () => {
  const given = {
    urgent: false,
    reason: 'горит',
    note: '  ',
    total: 1,
    goods: [{ name: ' Мышь ', count: 2, price: 500_00, colour: 'чёрная' }, { name: '' }, {}],
    extra: 'нет такого поля',
  };
  expect(formValues(purchase, given, 'sent')).toEqual({
    urgent: false,
    goods: [{ name: 'Мышь', count: 2, price: 500_00 }],
    total: 1_000_00,
  });
  expect(formValues(purchase, given)).toEqual(formValues(purchase, given, 'sent'));
});

test('draft: what is being typed stays as it is typed', () => {
  const given = { note: 'скоро ', goods: [{ name: 'Мышь ', count: null }, {}], reason: 'x' };
  expect(formValues(purchase, given, 'draft')).toEqual({ note: 'скоро ', goods: [{ name: 'Мышь ' }, {}] });
});

test('what hangs on a hidden field is hidden with it', () => {
  const chain = formOf(
    blankField('c', 'text', 'В', { when: when('b') }),
    blankField('b', 'text', 'Б', { when: when('a') }),
    blankField('a', 'text', 'А'),
  );
  expect(formValues(chain, { a: '1', b: '2', c: '3' })).toEqual({ a: '1', b: '2', c: '3' });
  expect(formValues(chain, { b: '2', c: '3' })).toEqual({});
});

test('numbers to six places, choices once, files and ranges without what does not belong to them', () => {
  const form = formOf(
    blankField('rate', 'number', 'Ставка'),
    blankField('systems', 'choices', 'Куда', { options: ['почта', '1С'] }),
    blankField('scan', 'file', 'Скан'),
    blankField('dates', 'date_range', 'Когда'),
    blankField('constructor', 'text', 'Конструктор'),
  );
  expect(formValues(form, { rate: -1e-9 })).toEqual({ rate: 0 });
  const scan = { name: 'скан.pdf', size: 10, sha256: 'a'.repeat(64) };
  expect(
    formValues(form, {
      rate: 0.1 + 0.2,
      systems: ['1С', '1С', 'почта'],
      scan: [{ ...scan, path: '/tmp' }],
      dates: { from: '2026-01-01', time: '10:00' },
    }),
  ).toEqual({ rate: 0.3, systems: ['1С', 'почта'], scan: [scan], dates: { from: '2026-01-01', to: null } });
});

test('a form opens with its initial values, also those of fields that come up later', () => {
  const form = formOf(
    blankField('who', 'employee', 'Кто', { initial: { type: 'requester' } }),
    blankField('day', 'date', 'Когда', { initial: { type: 'today', days: 14 } }),
    blankField('asked', 'date', 'Сегодня', { initial: { type: 'today' } }),
    blankField('copies', 'number', 'Копий', { initial: { type: 'value', value: 1 }, when: when('note') }),
    blankField('list', 'checklist', 'Сдать', { items: ['пропуск', 'ноутбук'] }),
    blankField('note', 'text', 'Примечание'),
  );
  const values = initialValues(form, { requesterId: 'я', today: '2026-12-25' });
  expect(values).toEqual({
    who: 'я',
    day: '2027-01-08',
    asked: '2026-12-25',
    copies: 1,
    list: [
      { text: 'пропуск', done: false },
      { text: 'ноутбук', done: false },
    ],
  });
  expect(formValues(form, values)).not.toHaveProperty('copies');
  expect(formValues(form, { ...values, note: 'две' })).toHaveProperty('copies', 1);
});
