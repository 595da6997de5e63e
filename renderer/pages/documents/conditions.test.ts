import { expect, test } from 'vitest';
import { sameFilter, setConditions, withFields, without } from '#renderer/pages/documents/conditions.ts';

test('one chip stands for all fields of its condition', () => {
  const filter = { dateFrom: '2026-05-01', dateTo: '2026-05-31', kinds: ['act' as const] };
  expect(setConditions(filter)).toEqual(['kinds', 'period']);
  expect(without(filter, 'period')).toEqual({ kinds: ['act'] });
});

test('an empty choice is no condition', () => {
  expect(withFields({ kinds: ['act'] }, { kinds: [], amountFrom: undefined, archived: true })).toEqual({
    archived: true,
  });
});

test('filters are the same whatever the order of their fields', () => {
  expect(sameFilter({ archived: true, kinds: ['act'] }, { kinds: ['act'], archived: true })).toBe(true);
  expect(sameFilter({ kinds: ['act'] }, { kinds: ['act', 'upd'] })).toBe(false);
});
