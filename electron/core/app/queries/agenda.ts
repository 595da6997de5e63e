import { relatedById } from '#electron/core/app/queries/contract-card/related.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { AgendaLine, RelatedDocument } from '#shared/queries/contract.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Most lines shown: the earliest. */
const mostLines = 5_000;

type Read = Omit<AgendaLine, 'document' | 'done'> & { done: 0 | 1; documentId: string };

// Each half goes along an index by the day; a day that nobody was named for belongs to whoever answers for the contract.
const sql = `SELECT * FROM (
  SELECT 'key_date/' || k.id AS item, k.date, 'key_date' AS type, k.kind, k.title, NULL AS amount, NULL AS side,
    k.doneAt IS NOT NULL AS done, k.documentId, c.name AS counterpartyName
  FROM key_date k CROSS JOIN document d ON d.id = k.documentId LEFT JOIN counterparty c ON c.id = d.counterpartyId
  WHERE k.date BETWEEN @from AND @to AND k.archivedAt IS NULL AND d.archivedAt IS NULL
    AND (@me IS NULL OR coalesce(k.responsibleId, d.responsibleId) = @me)
  UNION ALL
  SELECT 'obligation/' || o.id, o.dueDate, 'obligation', o.kind, o.title, o.amount, o.side,
    o.state = 'done', o.documentId, c.name
  FROM obligation o CROSS JOIN document d ON d.id = o.documentId LEFT JOIN counterparty c ON c.id = d.counterpartyId
  WHERE o.state IN ('planned', 'done') AND o.dueDate BETWEEN @from AND @to
    AND o.archivedAt IS NULL AND d.archivedAt IS NULL AND (@me IS NULL OR d.responsibleId = @me)
) ORDER BY date, type, item LIMIT @most`;

/** Key dates and obligations of all contracts between two days, both included, by date. */
export function agenda(db: Readable, { from, to, mine }: QueryArgs<'agenda'>, deps: QueryDeps): QueryResult<'agenda'> {
  const rows = prepared(db, sql).all({ from, to, me: mine ? deps.userId : null, most: mostLines }) as Read[];
  const documents = relatedById(
    db,
    rows.map((row) => row.documentId),
  );
  return rows.map(({ documentId, done, ...row }) => ({
    ...row,
    done: done === 1,
    document: documents.get(documentId) as RelatedDocument,
  }));
}
