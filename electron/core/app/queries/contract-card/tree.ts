import { relatedById, relatedColumns } from '#electron/core/app/queries/contract-card/related.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Tree = NonNullable<QueryResult<'contract.card'>>['tree'];

const deepest = 20;
const mostBranches = 500;
const childSql = `SELECT ${relatedColumns} FROM document d
  WHERE d.parentId = ? AND (d.archivedAt IS NULL OR d.id = ?) ORDER BY d.date, d.number_key, d.id LIMIT ${mostBranches}`;

/** The main contract that is here, then amendments and renewals in their order, each with its depth. */
export function treeOf(db: Readable, self: RowOf<'document'>): Tree {
  const top = relatedById(db, [topOf(db, self)])
    .values()
    .next().value as RelatedDocument;
  const tree: Tree = [];
  const seen = new Set<string>();
  const add = (one: RelatedDocument, depth: number): void => {
    // Two edits that did not know each other may have made a ring of parents.
    if (seen.has(one.id) || depth > deepest || tree.length >= mostBranches) return;
    seen.add(one.id);
    tree.push({ ...one, depth, self: one.id === self.id });
    for (const child of prepared(db, childSql).all(one.id, self.id) as RelatedDocument[]) add(child, depth + 1);
  };
  add(top, 0);
  if (!seen.has(self.id)) add(relatedById(db, [self.id]).get(self.id) as RelatedDocument, 0);
  return tree;
}

function topOf(db: Readable, self: RowOf<'document'>): string {
  const parent = prepared(db, 'SELECT parentId, id FROM document WHERE id = ?');
  let top = self.id;
  let above = self.parentId ?? null;
  for (let steps = 0; above !== null && above !== self.id && steps < deepest; steps += 1) {
    const found = parent.get(above) as { id: string; parentId: string | null } | undefined;
    if (!found) break;
    top = found.id;
    above = found.parentId;
  }
  return top;
}
