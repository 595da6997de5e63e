import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { WorkItem } from '#shared/queries/work.ts';

type Document = Pick<
  RowOf<'document'>,
  'id' | 'kind' | 'number' | 'subject' | 'amount' | 'currency' | 'state' | 'responsibleId' | 'branchId' | 'archivedAt'
> & { counterpartyName: string | null };

// CROSS JOIN keeps the order of the loops: from the ids to the rows, never the other way.
const sql = `SELECT d.id, d.kind, d.number, d.subject, d.amount, d.currency, d.state, d.responsibleId, d.branchId,
  d.archivedAt, c.name AS counterpartyName
  FROM json_each(?) w CROSS JOIN document d ON d.id = w.value LEFT JOIN counterparty c ON c.id = d.counterpartyId`;

/** Documents that items are about, by id; those that are not on this workstation are absent. */
export function documentsOf(db: Readable, ids: Iterable<string>): ReadonlyMap<string, Document> {
  const rows = prepared(db, sql).all(JSON.stringify([...new Set(ids)])) as Document[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** How an item shows the document it is about. */
export const shown = (document: Document) =>
  ({
    title: document.subject,
    documentId: document.id,
    object: { entity: 'document', id: document.id },
    documentKind: document.kind,
    number: document.number,
    counterpartyName: document.counterpartyName,
    amount: document.amount,
    currency: document.currency,
    // The paper of a request shares its id.
    ...(document.kind === 'application' ? { ticketId: document.id } : {}),
  }) satisfies Partial<WorkItem>;
