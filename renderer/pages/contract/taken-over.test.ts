import { expect, test } from 'vitest';
import { amendmentOf, renewalOf } from '#renderer/pages/contract/taken-over.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

const row = {
  id: 'contract',
  kind: 'contract',
  counterpartyId: 'party',
  contractType: 'supply',
  currency: 'RUB',
  branchId: 'branch',
  responsibleId: 'basov',
  amount: 12_480_000_00,
  vatAmount: 2_250_491_80,
  effectiveFrom: '2026-05-18',
  expiresOn: '2026-12-31',
  renewal: 'by_agreement',
  noticeDays: 30,
  custom: { цфо: 'Склад' },
} as unknown as DocumentRow;

test('an amendment belongs to the contract and takes its parties over', () => {
  expect(amendmentOf(row)).toMatchObject({ kind: 'amendment', parentId: 'contract', counterpartyId: 'party' });
  const amendment = { ...row, id: 'second', kind: 'amendment', parentId: 'contract' } as DocumentRow;
  expect(amendmentOf(amendment).parentId).toBe('contract');
});

test('a renewal begins the day after the end and lasts as long', () => {
  expect(renewalOf(row, 'Продление')).toMatchObject({
    subject: 'Продление',
    amount: 12_480_000_00,
    effectiveFrom: '2027-01-01',
    expiresOn: '2027-08-16',
    noticeDays: '30',
  });
  expect(renewalOf({ ...row, expiresOn: null }, '')).toMatchObject({ effectiveFrom: null, expiresOn: null });
});
