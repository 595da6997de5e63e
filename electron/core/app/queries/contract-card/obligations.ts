import { relatedById } from '#electron/core/app/queries/contract-card/related.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { addDays, daysBetween } from '#shared/lib/dates/dates.ts';
import type { ObligationLine, RelatedDocument } from '#shared/queries/contract.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Obligations of a contract by the day they are due. */
export function obligationLines(db: Readable, documentId: string, today: string): ObligationLine[] {
  const order = 'WHERE documentId = ? AND archivedAt IS NULL ORDER BY dueDate, id';
  const rows = rowsOf(db, 'obligation', order, documentId);
  const fulfilling = relatedById(
    db,
    rows.map((row) => row.doneDocumentId),
  );
  return rows.map((row) => ({
    row,
    standing: row.state === 'planned' ? (row.dueDate <= today ? 'due' : 'planned') : row.state,
    daysLeft: daysBetween(today, row.dueDate),
    doneBy: fulfilling.get(row.doneDocumentId ?? '') ?? null,
  }));
}

const soonDays = 14;

/**
 * What has been paid and what is still to be, in kopecks. Without any payment in the schedule the payment documents that
 * belong to the contract tell what has been paid.
 */
export function moneyOf(
  document: RowOf<'document'>,
  obligations: readonly ObligationLine[],
  payments: readonly RelatedDocument[],
  today: string,
): NonNullable<QueryResult<'contract.card'>>['money'] {
  const schedule = obligations
    .map(({ row }) => row)
    .filter((row) => row.kind === 'payment' && row.state !== 'cancelled');
  const done = schedule.filter((row) => row.state === 'done');
  const ahead = schedule.filter((row) => row.state === 'planned');
  const near = ahead.filter((row) => row.dueDate <= addDays(today, soonDays));
  const sameCurrency = payments.filter((one) => one.currency === document.currency);
  const paid = schedule.length > 0 ? sum(done) : sum(sameCurrency);
  const soon = sum(near);
  const rest = document.amount === null ? sum(ahead) - soon : Math.max(0, document.amount - paid - soon);
  return { paid, soon, rest, soonUntil: near.at(-1)?.dueDate ?? null };
}

const sum = (all: readonly { amount: number | null }[]): number =>
  all.reduce((total, one) => total + (one.amount ?? 0), 0);
