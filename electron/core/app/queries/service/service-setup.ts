import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { definitionOf } from '#electron/core/app/queries/service/published.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Setup = QueryResult<'service.setup'>;

/** Everything that administrators of the portal keep, archived records included, each kind in the order in which it is shown. */
export function serviceSetup(db: Readable): Setup {
  const counts = new Map(
    prepared(db, 'SELECT serviceId, count(*) FROM ticket GROUP BY serviceId').raw().all() as [string, number][],
  );
  const services = rowsOf(db, 'service', 'ORDER BY position, name_key, id').map((row) => ({
    ...row,
    published: row.publishedVersion > 0 ? definitionOf(db, row.id, row.publishedVersion) : null,
    tickets: counts.get(row.id) ?? 0,
  }));
  const versions = prepared(
    db,
    'SELECT id, serviceId, version, authorId, publishedAt, note FROM service_version ORDER BY serviceId, version DESC',
  ).all() as Setup['versions'];
  return {
    services,
    versions,
    queues: rowsOf(db, 'queue', 'ORDER BY name_key, id'),
    policies: rowsOf(db, 'sla_policy', 'ORDER BY name_key, id'),
    replies: rowsOf(db, 'canned_reply', 'ORDER BY queueId IS NULL, queueId, position, title_key, id'),
    articles: rowsOf(db, 'article', 'ORDER BY title_key, id'),
    recurring: rowsOf(db, 'recurring_ticket', 'ORDER BY title_key, id'),
    grants: rowsOf(db, 'vacation_grant', 'ORDER BY employeeId, "from", id'),
  };
}
