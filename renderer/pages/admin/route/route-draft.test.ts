import { expect, test } from 'vitest';
import { faultsOf, memberKey, memberOf, moved, newStep } from '#renderer/pages/admin/route/route-draft.ts';
import type { RouteMember, RouteStep } from '#shared/domain/approval/route.ts';

const step = (key: string, given: Partial<RouteStep> = {}): RouteStep => ({
  ...newStep([]),
  key,
  name: key,
  members: [{ type: 'head' }],
  ...given,
});

test('a new step has a key that no other step has', () => {
  expect(newStep([step('step-1'), step('step-3')]).key).toBe('step-4');
  expect(newStep([step('step-1'), step('step-2')]).key).toBe('step-3');
});

test('a step moves by one place and stays at the ends', () => {
  const steps = [step('a'), step('b'), step('c')];
  const keys = (list: RouteStep[]) => list.map((one) => one.key).join('');
  expect(keys(moved(steps, 1, -1))).toBe('bac');
  expect(keys(moved(steps, 1, 1))).toBe('acb');
  expect(keys(moved(steps, 0, -1))).toBe('abc');
  expect(keys(moved(steps, 2, 1))).toBe('abc');
});

test('a step says first what it lacks', () => {
  const faults = faultsOf([
    step('whole'),
    step('nameless', { name: ' ' }),
    step('empty', { members: [] }),
    step('some', { mode: 'quorum' }),
    step('two', { mode: 'quorum', quorum: 2 }),
  ]);
  expect([...faults]).toEqual([
    ['nameless', 'faultName'],
    ['empty', 'faultMembers'],
    ['some', 'faultQuorum'],
  ]);
});

test.each<RouteMember>([
  { type: 'employee', employeeId: '018d10a4-0080-8b54-932d-e69644833e08' },
  { type: 'role', role: 'lawyer', where: 'organization' },
  { type: 'role', role: 'manager', where: 'branch' },
  { type: 'head' },
  { type: 'responsible' },
])('%j survives the list', (member) => {
  expect(memberOf(memberKey(member))).toEqual(member);
});
