import type { DocumentForm } from '#shared/commands/document.ts';
import { moscow } from '#tests/integration/server/company.ts';

/** A filled-in form of a letter. */
export const letter = (change: Partial<DocumentForm> = {}): DocumentForm => ({
  kind: 'incoming',
  number: 'ВХ-1',
  date: '2026-05-13',
  subject: 'О поставке',
  counterpartyId: null,
  amount: 100_000,
  vatAmount: null,
  currency: 'RUB',
  state: 'reg',
  responsibleId: null,
  branchId: moscow,
  dueDate: null,
  note: null,
  labels: [],
  ...change,
});
