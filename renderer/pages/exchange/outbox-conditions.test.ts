import { expect, test } from 'vitest';
import { filterOf, noConditions, offeredGroups, shows } from '#renderer/pages/exchange/outbox-conditions.ts';

const startOf = (day: string) => Date.parse(`${day}T00:00Z`) - 3 * 3_600_000;

test('nothing is asked while nothing is set', () => {
  expect(filterOf(noConditions, [], startOf, [])).toEqual({});
  expect(filterOf({ ...noConditions, text: '  ' }, [], startOf, ['x'])).toEqual({});
});

test('a period holds both its days by the clock of the branch', () => {
  const given = { ...noConditions, period: { from: '2026-05-13', to: '2026-05-13' } };
  const { from, to } = filterOf(given, [], startOf, []);
  expect(new Date(from ?? 0).toISOString()).toBe('2026-05-12T21:00:00.000Z');
  expect((to ?? 0) - (from ?? 0)).toBe(86_400_000);
  expect(filterOf({ ...noConditions, period: { from: null, to: '2026-05-13' } }, [], startOf, [])).toEqual({ to });
});

test('kinds of records are asked for in groups; what has none is «rest»', () => {
  const there = ['document', 'decision', 'saved_view', 'snooze'];
  expect(offeredGroups(there)).toEqual(['document', 'approval', 'rest']);
  expect(filterOf({ ...noConditions, entity: 'rest' }, there, startOf, []).entities).toEqual(['saved_view', 'snooze']);
  expect(filterOf({ ...noConditions, entity: 'approval' }, there, startOf, []).entities).toContain('decision');
});

test('words are looked for in events too; suspended changes are those that wait', () => {
  const given = { ...noConditions, text: 'новый ', state: 'suspended' } as const;
  expect(filterOf(given, [], startOf, ['document.create'])).toEqual({
    ...{ text: 'новый', commands: ['document.create'], suspended: true },
  });
  expect((['waiting', 'rejected', 'accepted', 'aside'] as const).filter((list) => shows('suspended', list))).toEqual([
    'waiting',
  ]);
  expect(shows(null, 'aside')).toBe(false);
});
