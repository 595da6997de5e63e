import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** The clause library by category and place; with words, only clauses that hold every one of them. Archived ones are left out. */
export function clauseList(db: Readable, { text }: QueryArgs<'clause.list'>): QueryResult<'clause.list'> {
  const clauses = rowsOf(db, 'clause', 'WHERE archivedAt IS NULL ORDER BY category, position, title_key, id');
  const words = foldForFilter(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return clauses;
  return clauses.filter((clause) => {
    const all = foldForFilter(`${clause.category} ${clause.title} ${clause.text}`);
    return words.every((word) => all.includes(word));
  });
}
