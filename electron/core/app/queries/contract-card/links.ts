import { relatedById, relatedColumns } from '#electron/core/app/queries/contract-card/related.ts';
import { namesNumber } from '#electron/core/app/queries/relations/papers-of-contracts.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Links = NonNullable<QueryResult<'contract.card'>>['links'];

/** Documents linked with this one from either side, those that are here. */
export function linksOf(db: Readable, documentId: string): Links {
  const tail = 'WHERE (documentId = ? OR otherId = ?) AND archivedAt IS NULL ORDER BY createdAt, id';
  const rows = rowsOf(db, 'document_link', tail, documentId, documentId);
  const otherOf = (row: RowOf<'document_link'>) => (row.documentId === documentId ? row.otherId : row.documentId);
  const others = relatedById(db, rows.map(otherOf));
  return rows.flatMap((row) => {
    const other = others.get(otherOf(row));
    return other ? [{ ...other, linkId: row.id, linkKind: row.kind, keeperId: row.documentId }] : [];
  });
}

const mostPayments = 200;
/** A number shorter than this is part of too many others. */
const shortestNumber = 3;
const namedSql = `SELECT ${relatedColumns}, d.note FROM document d WHERE d.counterpartyId = ? AND d.archivedAt IS NULL
  AND d.kind IN ('payment_in', 'payment_out')
  AND (d.parentId = ? OR instr(d.subject, ?) > 0 OR instr(coalesce(d.note, ''), ?) > 0)`;

/** Payments that belong to a contract: linked to it, fulfilling an obligation of it, or naming its number. Newest first. */
export function paymentsOf(
  db: Readable,
  document: RowOf<'document'>,
  links: Links,
  fulfilling: readonly (RelatedDocument | null)[],
): RelatedDocument[] {
  const linked = links.map(({ linkId: _id, linkKind: _kind, keeperId: _keeper, ...other }) => other);
  const all = [...linked, ...fulfilling.filter((one) => one !== null), ...naming(db, document)];
  const payments = new Map(all.filter(isPayment).map((one) => [one.id, one]));
  const newest = [...payments.values()].sort((one, other) =>
    one.date === other.date ? 0 : one.date < other.date ? 1 : -1,
  );
  return newest.slice(0, mostPayments);
}

const isPayment = ({ kind }: RelatedDocument): boolean => kind === 'payment_in' || kind === 'payment_out';

function naming(db: Readable, document: RowOf<'document'>): RelatedDocument[] {
  const number = document.number?.trim() ?? '';
  if (document.counterpartyId === null || number.length < shortestNumber) return [];
  type Read = RelatedDocument & { note: string | null };
  const rows = prepared(db, namedSql).all(document.counterpartyId, document.id, number, number) as Read[];
  return rows
    .filter((row) => namesNumber(`${row.subject}\n${row.note ?? ''}`, number))
    .map(({ note: _note, ...row }) => row);
}
