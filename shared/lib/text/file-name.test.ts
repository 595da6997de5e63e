import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test('what no system takes in a name is replaced', () => {
  expect(fileNameOf('Договор № 5/12: «Ромашка»', 'xlsx')).toBe('Договор № 5-12- «Ромашка».xlsx');
  expect(fileNameOf('..\\..\\etc', 'csv')).toBe('-..-etc.csv');
  expect(fileNameOf(' Отбор. ', 'csv')).toBe('Отбор.csv');
  expect(fileNameOf('а\u202eб\u0000', 'csv')).toBe('аб.csv');
  expect(fileNameOf('', 'csv')).toBe('_.csv');
});

test('names of devices get a sign before them, also with an ending', () => {
  for (const name of ['con', 'NUL', 'com1', 'LPT9', 'aux.txt', 'Prn .x'])
    expect(fileNameOf(name, 'xlsx')).toMatch(/^_/);
  expect(fileNameOf('console', 'xlsx')).toBe('console.xlsx');
});

test('no text whatever leads out of the folder or past the length', () => {
  const property = fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
    const name = fileNameOf(title, 'csv');
    expect([...name].filter((one) => '\\/:*?"<>|'.includes(one) || one < ' ')).toEqual([]);
    expect(name).not.toMatch(/^\.|[. ]\.csv$/);
    expect(name.length).toBeLessThanOrEqual(125);
  });
  fc.assert(property);
});
