import { expect, test } from 'vitest';
import { shortName } from '#shared/lib/text/short-name.ts';

const within = (limit: number) => (name: string) => name.length <= limit;

test.each([
  ['Договор поставки.docx', 30, 'Договор поставки.docx'],
  ['Договор поставки.docx', 15, 'Договор п….docx'],
  ['Договор поставки.docx', 14, 'Договор….docx'],
  ['Договор поставки', 8, 'Договор…'],
  ['Приложение. Спецификация товара', 14, 'Приложение. С…'],
  ['😀😀😀.pdf', 9, '😀😀….pdf'],
])('%s in %i characters', (name, limit, short) => {
  expect(shortName(name, within(limit))).toBe(short);
});
