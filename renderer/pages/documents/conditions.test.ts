import { expect, test } from 'vitest';
import {
  ownTests,
  sameFilter,
  setConditions,
  withFields,
  withOwn,
  without,
} from '#renderer/pages/documents/conditions.ts';

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

test('a condition on one of the company’s own fields is a chip of its own', () => {
  const city = { key: 'city', op: 'contains', value: 'перм' } as const;
  const days = [
    { key: 'days', op: 'at_least', value: 2 },
    { key: 'days', op: 'at_most', value: 5 },
  ] as const;
  const filter = withOwn(withOwn({ kinds: ['memo' as const] }, 'city', [city]), 'days', days);
  expect(setConditions(filter)).toEqual(['kinds', 'own:city', 'own:days']);
  expect(ownTests(filter, 'days')).toEqual(days);
  expect(withOwn(filter, 'city', [{ ...city, value: 'уфа' }]).custom?.[0]).toEqual({ ...city, value: 'уфа' });
  expect(without(filter, 'own:days')).toEqual({ kinds: ['memo'], custom: [city] });
  expect(without(without(filter, 'own:days'), 'own:city')).toEqual({ kinds: ['memo'] });
});
