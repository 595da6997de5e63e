import { expect, test } from 'vitest';
import { asKey, fieldKeyOf } from '#renderer/pages/builder/field-key.ts';
import { fieldKey } from '#shared/domain/form/form.ts';

test('a key is the label in Latin letters', () => {
  expect(fieldKeyOf('Срок поставки, дней', new Set())).toBe('srok_postavki_dney');
  expect(fieldKeyOf('Щётка для объезда', new Set())).toBe('schetka_dlya_obezda');
  expect(fieldKeyOf('2-НДФЛ', new Set())).toBe('ndfl');
});

test('a taken key gets a number, also when it is as long as keys may be', () => {
  expect(fieldKeyOf('Цена', new Set(['tsena', 'tsena_2']))).toBe('tsena_3');
  const long = 'а'.repeat(60);
  const first = fieldKeyOf(long, new Set());
  const second = fieldKeyOf(long, new Set([first]));
  expect(first).toHaveLength(40);
  expect(second).toBe(`${'a'.repeat(38)}_2`);
});

test('a label without letters takes the fallback', () => {
  expect(fieldKeyOf('№ 15', new Set())).toBe('field');
  expect(fieldKeyOf('…', new Set(['table']), 'table')).toBe('table_2');
});

test('whatever is typed, the form takes the key', () => {
  for (const typed of ['Да/Нет', '  x  ', 'É', '日本', '_a_', 'й'.normalize('NFD'), 'a'.repeat(99), 'б '.repeat(50)])
    expect(fieldKey.safeParse(fieldKeyOf(typed, new Set())).success, typed).toBe(true);
  expect(asKey('Период__с ')).toBe('period_s');
});
