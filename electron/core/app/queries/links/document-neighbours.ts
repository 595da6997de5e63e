import { linksOf } from '#electron/core/app/queries/contract-card/links.ts';
import { relatedById, relatedColumns } from '#electron/core/app/queries/contract-card/related.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const mostParts = 200;

/** Direct links of a document from either side, and its place under a main document. */
export function documentNeighbours(
  db: Readable,
  { id }: QueryArgs<'document.neighbours'>,
): QueryResult<'document.neighbours'> {
  const row = storedOf(db, 'document', id)?.row;
  if (!row) return null;
  const below = `SELECT ${relatedColumns} FROM document d WHERE d.parentId = ? AND d.archivedAt IS NULL
    ORDER BY d.date, d.id LIMIT ${mostParts}`;
  return {
    links: linksOf(db, id),
    above: relatedById(db, [row.parentId ?? null]).get(row.parentId ?? '') ?? null,
    below: prepared(db, below).all(id) as RelatedDocument[],
  };
}
