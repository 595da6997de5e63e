import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { articleHits } from '#electron/core/app/queries/service/articles.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const mostArticles = 8;

/** What a desk says often, its own before what every desk has; and articles that help with a request. */
export function deskWords(
  db: Readable,
  { queueId, serviceId, text }: QueryArgs<'desk.words'>,
  deps: QueryDeps,
): QueryResult<'desk.words'> {
  const order = 'ORDER BY queueId IS NULL, position, title_key, id';
  return {
    replies: rowsOf(
      db,
      'canned_reply',
      `WHERE archivedAt IS NULL AND (queueId IS NULL OR queueId = ?) ${order}`,
      queueId,
    ),
    articles: articleHits(db, deps, { text, serviceId, most: mostArticles }),
  };
}
