import { expect, test } from 'vitest';
import { toldChanges } from '#renderer/pages/record/told-changes.ts';

test("a former value that may not be seen any more stays so in the company's own fields", () => {
  expect(toldChanges('document.update', [{ field: 'custom', to: { a: 1 }, hidden: true }])).toEqual([
    { field: 'custom.a', to: 1, hidden: true },
  ]);
});

test('what a new record left empty, and its place in a list, are not told; nothing was there before', () => {
  const changes = [
    { field: 'title', from: null, to: 'Аванс' },
    { field: 'note', from: null, to: null },
    { field: 'labels', from: null, to: [] },
    { field: 'position', from: null, to: 3 },
  ];
  expect(toldChanges('obligation.add', changes)).toEqual([{ field: 'title', to: 'Аванс' }]);
  expect(toldChanges('clause.update', changes.slice(1, 2))).toEqual([{ field: 'note', from: null, to: null }]);
  expect(toldChanges('employee.create', [{ field: 'position', to: 'Юрист' }])).toHaveLength(1);
});

test('a signature is no approval, and whose decision it is stands elsewhere', () => {
  const said = (task: string, verdict: string) => [
    { field: 'verdict', to: verdict },
    { field: 'task', to: task },
    { field: 'employee', to: 'e' },
  ];
  expect(toldChanges('decision.make', said('sign', 'approve'))).toEqual([{ field: 'verdict', to: 'sign' }]);
  expect(toldChanges('decision.make', said('sign', 'return'))).toEqual([{ field: 'verdict', to: 'return' }]);
});

test('the company’s own fields are told one by one, only those that differ', () => {
  const change = { field: 'custom', from: { a: 1, b: 2 }, to: { a: 1, b: 3, c: 'да' } };
  expect(toldChanges('document.update', [change])).toEqual([
    { field: 'custom.b', from: 2, to: 3 },
    { field: 'custom.c', from: null, to: 'да' },
  ]);
});

test('a part that was put away is named by what it was', () => {
  expect(toldChanges('key_date.archive', [{ field: 'key_date', from: 'id', to: null }])).toEqual([
    { field: 'key_date', to: 'id' },
  ]);
  const archived = [{ field: 'archivedAt', from: null, to: 5 }];
  expect(toldChanges('document.archive', archived)).toEqual(archived);
});

test('the loser of a conflict is told as such, its own fields of the company one by one', () => {
  const lost = { field: 'lost.amount', from: 1, to: 2 };
  const custom = { field: 'lost.custom', from: { a: 1 }, to: { a: 2 } };
  expect(toldChanges('conflict.resolve', [lost, custom])).toEqual([lost, { field: 'lost.custom.a', from: 1, to: 2 }]);
});
