import { type DocumentKind, isContract } from '#shared/domain/document.ts';
import { visibleText } from '#shared/lib/text/visible.ts';

interface Checked {
  kind: DocumentKind;
  subject: string;
  amount: number | null;
  effectiveFrom?: string | null | undefined;
  expiresOn?: string | null | undefined;
}

export type DocumentFault = { field: 'subject' | 'amount' | 'expiresOn'; problem: 'empty' | 'negative' | 'before' };

/** What makes a document unfit to be kept: a subject nobody can read; of a contract also a negative amount or an end before the beginning. */
export function documentFault(row: Checked): DocumentFault | null {
  if (visibleText(row.subject) === '') return { field: 'subject', problem: 'empty' };
  if (!isContract(row.kind)) return null;
  if (row.amount !== null && row.amount < 0) return { field: 'amount', problem: 'negative' };
  if (row.effectiveFrom && row.expiresOn && row.expiresOn < row.effectiveFrom)
    return { field: 'expiresOn', problem: 'before' };
  return null;
}
