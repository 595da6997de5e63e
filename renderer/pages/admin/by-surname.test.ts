import { expect, test } from 'vitest';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';

const order = (...names: string[]): string[] =>
  bySurname(names.map((fullName) => ({ fullName }))).map((one) => one.fullName);

test('people stand in the order of their surnames', () => {
  expect(order('Марина Тен', 'Алия Гизатуллина', 'Олег Басов')).toEqual([
    'Олег Басов',
    'Алия Гизатуллина',
    'Марина Тен',
  ]);
});

test('of one surname the first name decides, a patronymic stands between', () => {
  expect(order('Олег Петрович Ёлкин', 'Анна Ёлкина', 'Олег Жуков', 'Анна Ёлкин')).toEqual([
    'Анна Ёлкин',
    'Олег Петрович Ёлкин',
    'Анна Ёлкина',
    'Олег Жуков',
  ]);
});

test('a name of one word and spaces around do no harm', () => {
  expect(order('  Яна ', 'Борис Агапов ')).toEqual(['Борис Агапов ', '  Яна ']);
});
