import { expect, test } from 'vitest';
import { filterOf, startConditions } from '#renderer/pages/queues/desk-state.ts';

const desk = { queueId: null, conditions: startConditions, text: '' };

test('a desk opens with what is mine and what nobody has, of all of my queues', () => {
  const filter = filterOf(desk, ['it', 'hr'], 'me-id');
  expect(filter.queueIds).toEqual(['it', 'hr']);
  expect(filter.assigneeIds).toEqual(['me-id', 'none']);
  expect(filter.states).not.toContain('closed');
  expect(filter.serviceIds).toBeNull();
});

test('conditions that are taken away ask for everything', () => {
  const conditions = { ...startConditions, assigned: null, ended: true };
  const filter = filterOf({ queueId: 'it', conditions, text: ' оплата ' }, ['it', 'hr'], 'me-id');
  expect([filter.queueIds, filter.assigneeIds, filter.states, filter.text]).toEqual([['it'], null, null, 'оплата']);
});
