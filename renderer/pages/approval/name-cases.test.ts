import { expect, test } from 'vitest';
import { nameInCase } from '#renderer/pages/approval/name-cases.ts';

test('a name is declined in the order in which it is written', () => {
  expect(nameInCase('Олег Басов', 'accusative')).toBe('Олега Басова');
  expect(nameInCase('Вера Голубева', 'accusative')).toBe('Веру Голубеву');
  expect(nameInCase('Дарья Миронова', 'dative')).toBe('Дарье Мироновой');
  expect(nameInCase('Басов Олег Игоревич', 'genitive')).toBe('Басова Олега Игоревича');
});

test('what is no Russian name is left alone', () => {
  expect(nameInCase('John Smith', 'nominative')).toBe('John Smith');
  expect(nameInCase('', 'dative')).toBe('');
});
