import { expect, test } from 'vitest';
import { withoutGrant } from '#renderer/pages/admin/sections/portal/without-grant.ts';

const person = (id: string, state = 'active') => ({ id, state });
const grant = (employeeId: string, from: string, days = 28, archivedAt: number | null = null) => ({
  employeeId,
  from,
  days,
  archivedAt,
});

test('nobody gets the days of a year twice, and those who have left get none', () => {
  const people = [person('a'), person('b'), person('c'), person('d', 'blocked'), person('e')];
  const grants = [
    grant('a', '2026-01-01'),
    grant('b', '2025-01-01'),
    grant('c', '2026-01-01', 28, 1),
    grant('e', '2026-03-01', -2),
  ];
  expect(withoutGrant(people, grants, 2026).map((one) => one.id)).toEqual(['b', 'c', 'e']);
});
