import { expect, test } from 'vitest';
import { changedValues } from '#renderer/pages/ticket/changed-values.ts';

test('only what differs is sent, whatever the order of its parts', () => {
  const before = { period: { from: '2026-07-20', to: '2026-08-02' }, reason: 'отпуск', gone: 1 };
  const after = { period: { to: '2026-08-02', from: '2026-07-20' }, reason: 'отгул', fresh: [1] };
  expect(changedValues(before, after)).toEqual({ reason: 'отгул', gone: null, fresh: [1] });
});

test('nothing and null are the same', () => {
  expect(changedValues({ a: null }, {})).toEqual({});
});
