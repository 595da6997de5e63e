import { expect, test } from 'vitest';
import {
  newObligation,
  obligationChanges,
  obligationFaults,
  obligationForm,
  scheduleTotals,
  valuesOfObligation,
} from '#renderer/pages/contract/obligation-form.ts';
import { obligationCommands } from '#shared/commands/contract/obligation.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const id = '01890000-0000-7000-8000-000000000001';
const row: RowOf<'obligation'> = {
  id,
  documentId: id,
  kind: 'payment',
  side: 'ours',
  title: 'Аванс',
  dueDate: '2026-05-22',
  amount: 312_000_000,
  state: 'planned',
  doneOn: null,
  doneDocumentId: null,
  note: null,
  createdAt: 0,
  archivedAt: null,
};

test('a payment needs a sum, everything needs words and a day', () => {
  expect(obligationFaults(newObligation('payment'))).toEqual({
    title: 'whatEmpty',
    dueDate: 'dateEmpty',
    amount: 'amountEmpty',
  });
  expect(obligationFaults({ ...valuesOfObligation(row), kind: 'report', amount: null })).toEqual({});
  expect(obligationFaults({ ...valuesOfObligation(row), state: 'done' })).toEqual({ doneOn: 'dateEmpty' });
});

test('what has no faults fits the command', () => {
  const args = { documentId: id, values: obligationForm(valuesOfObligation(row)) };
  expect(obligationCommands.add.args.safeParse(args).error).toBeUndefined();
});

test('only what was changed is sent; a settlement goes by its own command', () => {
  const values = { ...valuesOfObligation(row), title: ' Аванс 25 % ', state: 'done' as const, doneOn: '2026-05-20' };
  expect(obligationChanges(row, values)).toEqual({
    patch: { title: 'Аванс 25 %' },
    base: { title: 'Аванс' },
    settlement: { state: 'done', doneOn: '2026-05-20', doneDocumentId: null },
  });
  expect(obligationChanges(row, valuesOfObligation(row))).toEqual({ patch: {}, base: {}, settlement: null });
});

test('the schedule adds up what is not called off', () => {
  const line = (given: Partial<typeof row>) => ({
    row: { ...row, ...given },
    standing: 'planned' as const,
    daysLeft: 0,
    doneBy: null,
  });
  const lines = [
    line({ amount: 100, state: 'done' }),
    line({ amount: 200 }),
    line({ amount: 400, state: 'cancelled' }),
    line({ amount: 800, kind: 'delivery' }),
  ];
  expect(scheduleTotals(lines, 1_000)).toEqual({ total: 300, paid: 100, left: 200, unscheduled: 700 });
  expect(scheduleTotals([], 1_000).unscheduled).toBeNull();
});
