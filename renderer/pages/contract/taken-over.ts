import { addDays } from '#renderer/i18n/format/dates.ts';
import { nextTerm } from '#renderer/pages/contract/next-term.ts';
import type { FormValues } from '#renderer/pages/document/form-values.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** What an amendment takes over from its contract, so that nothing is typed twice. */
export function amendmentOf(row: DocumentRow): Partial<FormValues> {
  return {
    kind: 'amendment',
    // An amendment to an amendment belongs to the same contract.
    parentId: row.kind === 'amendment' ? (row.parentId ?? row.id) : row.id,
    counterpartyId: row.counterpartyId,
    contractType: row.contractType ?? null,
    currency: row.currency,
    branchId: row.branchId,
    responsibleId: row.responsibleId,
    custom: { ...row.custom },
  };
}

/** A renewal: the same deal for a term of the same length that begins the day after this one ends. */
export function renewalOf(row: DocumentRow, subject: string): Partial<FormValues> {
  const { effectiveFrom, expiresOn } = row;
  const term = effectiveFrom && expiresOn ? nextTerm(effectiveFrom, expiresOn) : null;
  return {
    ...amendmentOf(row),
    subject,
    amount: row.amount,
    vatAmount: row.vatAmount,
    effectiveFrom: term?.from ?? (expiresOn ? addDays(expiresOn, 1) : null),
    expiresOn: term?.to ?? null,
    renewal: row.renewal ?? null,
    noticeDays: row.noticeDays ? String(row.noticeDays) : '',
  };
}
