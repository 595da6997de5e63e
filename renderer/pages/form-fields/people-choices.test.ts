import { expect, test } from 'vitest';
import type { Employee } from '#renderer/data/directory.tsx';
import { byNearness } from '#renderer/pages/form-fields/people-choices.ts';

const someone = (id: string, branchId: string, departmentId: string | null, state = 'active') =>
  ({ id, fullName: id, branchId, departmentId, state }) as Employee;

const people = [
  someone('Якова', 'north', 'sales'),
  someone('Ева', 'north', 'sales'),
  someone('Борис', 'north', 'law'),
  someone('Анна', 'south', null),
  someone('Глеб', 'south', 'sales'),
  someone('Вера', 'north', 'sales', 'dismissed'),
];
const names = (nearId: string, without: string[] = []) =>
  byNearness(people, { nearId, without }).map((group) => [group.nearness, group.people.map((one) => one.id)]);

test('one’s own department comes first, then the branch, then everybody else; who has left and who is left out are missing', () => {
  expect(names('Ева', ['Ева'])).toEqual([
    ['department', ['Глеб', 'Якова']],
    ['branch', ['Борис']],
    ['others', ['Анна']],
  ]);
});

test('without a department the branch comes first; of nobody known everybody stands together', () => {
  expect(names('Анна')).toEqual([
    ['branch', ['Анна', 'Глеб']],
    ['others', ['Борис', 'Ева', 'Якова']],
  ]);
  expect(names('никто')).toEqual([['others', ['Анна', 'Борис', 'Глеб', 'Ева', 'Якова']]]);
});
