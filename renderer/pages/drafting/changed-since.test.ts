import { expect, test } from 'vitest';
import { changedSince } from '#renderer/pages/drafting/changed-since.ts';
import type { HistoryLine } from '#shared/queries/record.ts';

const line = (occurredAt: number, field: string, from: unknown, to: unknown) =>
  ({ occurredAt, changes: [{ field, from, to }] }) as unknown as HistoryLine;

test('what differs from the moment of the text, and nothing that came back to it', () => {
  const history = [
    line(50, 'vatAmount', 2, 1),
    line(40, 'amount', 200, 300),
    line(30, 'vatAmount', 1, 2),
    line(20, 'amount', 100, 200),
    line(5, 'currency', 'USD', 'RUB'),
  ];
  expect(changedSince(history, 10, ['amount', 'vatAmount', 'currency'])).toEqual(['amount']);
  expect(changedSince(history, 60, ['amount'])).toEqual([]);
});
