import { namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Most messages shown; of a longer discussion the latest. */
const mostComments = 2_000;

/** The discussion of a record, oldest first. */
export function recordComments(
  db: Readable,
  { entity, id }: QueryArgs<'record.comments'>,
): QueryResult<'record.comments'> {
  const tail = 'WHERE objectId = ? AND objectEntity = ? ORDER BY occurredAt DESC, id DESC LIMIT ?';
  const rows = rowsOf(db, 'comment', tail, id, entity, mostComments).reverse();
  const names = namesOf(
    db,
    'employee',
    rows.flatMap((row) => [row.authorId, ...(row.mentions ?? [])]),
  );
  return rows.map((row) => ({
    id: row.id,
    authorId: row.authorId,
    authorName: names.get(row.authorId) ?? null,
    text: row.text,
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt,
    mentions: (row.mentions ?? []).flatMap((id) => {
      const fullName = names.get(id);
      return fullName === undefined ? [] : [{ id, fullName }];
    }),
  }));
}
