import { expect, test } from 'vitest';
import { numberOf, numberWords } from '#renderer/pages/document/number-words.ts';

test('numbers are read as people type them', () => {
  expect(numberOf('12,5')).toBe(12.5);
  expect(numberOf(' 1 234.5 ')).toBe(1234.5);
  expect(numberOf('\u22123')).toBe(-3);
  expect(numberOf('-0')).toBe(0);
  for (const typed of ['', 'двенадцать', '1e9', '1,2,3', '--1', '.5']) expect(numberOf(typed), typed).toBeNull();
});

test('what is written can be read again', () => {
  for (const value of [0, 7, -1234.5, 1234567.25]) expect(numberOf(numberWords(value))).toBe(value);
  expect(numberWords(-1234567.5)).toBe('\u22121\u00a0234\u00a0567,5');
});
