import { expect, test } from 'vitest';
import { groupsOf } from '#renderer/pages/vacations/schedule-groups.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

const line = (employeeId: string, departmentName: string | null, branchCity = 'Москва'): ScheduleLine => ({
  employeeId,
  fullName: employeeId,
  position: '',
  departmentName,
  branchCity,
  balance: null,
  leaves: [],
});

test('people stand under their department of their city, overlaps where their people are', () => {
  const overlap = {
    departmentId: 'd1',
    departmentName: 'Бухгалтерия',
    from: '2026-06-01',
    to: '2026-06-05',
    employeeIds: ['a', 'b'],
  };
  const lines = [line('a', 'Бухгалтерия'), line('b', 'Бухгалтерия'), line('c', null), line('d', null, 'Казань')];
  const groups = groupsOf({ lines, overlaps: [overlap], holidays: [] });
  expect(groups.map((group) => [group.name, group.city, group.lines.length, group.overlaps.length])).toEqual([
    ['Бухгалтерия', 'Москва', 2, 1],
    [null, 'Москва', 1, 0],
    [null, 'Казань', 1, 0],
  ]);
});
