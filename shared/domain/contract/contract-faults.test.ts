import { expect, test } from 'vitest';
import { documentFault } from '#shared/domain/contract/contract-faults.ts';

const row = {
  kind: 'contract',
  subject: 'Поставка',
  amount: 100,
  effectiveFrom: '2026-05-01',
  expiresOn: '2026-05-01',
} as const;

test('a sound contract, and a letter about whatever', () => {
  expect(documentFault(row)).toBeNull();
  expect(documentFault({ ...row, kind: 'invoice', amount: -5, expiresOn: '2020-01-01' })).toBeNull();
});

test.each([
  [{ subject: '\u200b\u202e' }, { field: 'subject', problem: 'empty' }],
  [{ kind: 'incoming', subject: ' ' } as const, { field: 'subject', problem: 'empty' }],
  [{ amount: -50_000 }, { field: 'amount', problem: 'negative' }],
  [{ expiresOn: '2026-04-30' }, { field: 'expiresOn', problem: 'before' }],
])('%j is told', (given, fault) => {
  expect(documentFault({ ...row, ...given })).toEqual(fault);
});
