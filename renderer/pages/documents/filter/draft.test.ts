import { expect, test } from 'vitest';
import {
  draftOf,
  faultsOf,
  freshCondition,
  freshGroup,
  replaced,
  treeOf,
  withOperator,
} from '#renderer/pages/documents/filter/draft.ts';
import type { ConditionTree } from '#shared/queries/condition.ts';

const tree: ConditionTree = {
  join: 'all',
  of: [
    { field: 'subject', op: 'contains', value: 'ремонт' },
    { join: 'any', of: [{ field: 'amount', op: 'between', from: 100, to: null }] },
  ],
};

test('a draft and its tree mean the same', () => {
  expect(treeOf(draftOf(tree))).toEqual(tree);
  expect(treeOf(draftOf(undefined))).toBeUndefined();
});

test('a condition that was emptied takes its group along', () => {
  const draft = draftOf(tree);
  const group = draft.of[1];
  const [leaf] = group && 'of' in group ? group.of : [];
  expect(treeOf(replaced(draft, leaf?.key ?? 0, null))).toEqual({ join: 'all', of: [tree.of[0]] });
});

test('each fault is told at its condition', () => {
  const fresh = [
    freshCondition('subject', 'text'),
    freshCondition('date', 'date'),
    freshCondition('custom:gone', 'text'),
  ];
  const grouped = freshGroup('any', freshCondition('isConfidential', 'flag'));
  const types = { subject: 'text', date: 'date', isConfidential: 'flag' } as const;
  const faults = faultsOf({ join: 'all', of: [...fresh, grouped] }, (field) => types[field as 'date']);
  expect(fresh.map(({ key }) => faults.get(key))).toEqual(['VALUE_MISSING', 'VALUE_MISSING', 'FIELD_UNKNOWN']);
  expect(faults.size).toBe(3);
});

test('another comparison keeps the value that fits it', () => {
  const some = { ...freshCondition('state', 'choice'), value: ['draft'] };
  expect(withOperator(some, 'not_in', 'choice').value).toEqual(['draft']);
  expect(withOperator(some, 'filled', 'choice')).toEqual({ key: some.key, field: 'state', op: 'filled' });
  expect(withOperator(freshCondition('date', 'date'), 'past', 'date').days).toBe(30);
});
