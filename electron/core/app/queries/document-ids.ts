import { arrangedGroups } from '#electron/core/app/queries/document-grouped.ts';
import { documentView } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Above this many rows the whole index of ids is read at once: single look-ups read the long rows. */
const few = 500;

/** All ids of a view in its order. */
export function documentIds(
  db: Readable,
  args: QueryArgs<'document.ids'>,
  deps: QueryDeps,
): QueryResult<'document.ids'> {
  const { rids } = args.by === undefined ? documentView(db, deps, args) : arrangedGroups(db, deps, args, args.by);
  const sql =
    rids.length <= few
      ? 'SELECT d.rid, d.id FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value'
      : 'SELECT rid, id FROM document ORDER BY id';
  const given = rids.length <= few ? [JSON.stringify([...rids])] : [];
  const byRid: string[] = [];
  for (const [rid, id] of prepared(db, sql)
    .raw()
    .all(...given) as [number, string][])
    byRid[rid] = id;
  const ids: string[] = [];
  for (const rid of rids) {
    const id = byRid[rid];
    if (id !== undefined) ids.push(id);
  }
  return { ids };
}
