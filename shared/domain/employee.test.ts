import { expect, test } from 'vitest';
import { scopesOfEmployee } from '#shared/domain/employee.ts';
import { clerk, employeeRow, kazan, moscow, omsk, rowId } from '#tests/fixtures/kernel/rows.ts';

const branches = [moscow, kazan, omsk];

test('everybody has the organization, themselves and their own branch; some have more, some all of them', () => {
  const own = ['organization', 'role:clerk', `branch:${moscow}`, `user:${clerk}`];
  expect(new Set(scopesOfEmployee(employeeRow(clerk), branches))).toEqual(new Set(own));
  const more = scopesOfEmployee(employeeRow(clerk, { branchAccess: [kazan, moscow] }), branches);
  expect(new Set(more)).toEqual(new Set([...own, `branch:${kazan}`]));
  expect(more).toHaveLength(5);
  const all = scopesOfEmployee(employeeRow(clerk, { branchAccess: null }), branches);
  expect(all).toHaveLength(6);
});

test('a blocked person sees nothing', () => {
  expect(scopesOfEmployee(employeeRow(clerk, { state: 'blocked', branchAccess: null }), branches)).toEqual([]);
});

test('never more than a hundred, always in the same order, and never without oneself', () => {
  const many = Array.from({ length: 300 }, (_, n) => rowId(1, n));
  const scopes = scopesOfEmployee(employeeRow(clerk, { branchAccess: null }), many);
  expect(scopes).toHaveLength(100);
  expect(scopes).toEqual(scopesOfEmployee(employeeRow(clerk, { branchAccess: null }), many.toReversed()));
  expect(scopes).toEqual(expect.arrayContaining(['organization', `user:${clerk}`]));
});
