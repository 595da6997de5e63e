import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Labels are offered from this many of the latest labelled documents; more would make every page wait. */
const recentDocuments = 5_000;
const mostLabels = 500;

/** The small tables every page needs, each in the order in which it is shown. */
export function directory(db: Readable): QueryResult<'directory'> {
  const people = rowsOf(db, 'employee', '').map((row) => ({ row, key: sortKey(row.fullName) }));
  people.sort((left, right) => compare(left.key, right.key) || compare(left.row.id, right.row.id));
  return {
    organization: rowsOf(db, 'organization', 'ORDER BY id LIMIT 1')[0] ?? null,
    branches: rowsOf(db, 'branch', 'ORDER BY position, id'),
    employees: people.map(({ row }) => row),
    labels: labelsOf(db),
  };
}

/** Distinct labels, the most used ones first. */
function labelsOf(db: Readable): string[] {
  const sql = `SELECT one.value FROM (
      SELECT labels FROM document WHERE labels <> '[]' ORDER BY rid DESC LIMIT ?
    ) recent, json_each(recent.labels) one
    WHERE one.type = 'text' GROUP BY one.value ORDER BY count(*) DESC, one.value LIMIT ?`;
  return prepared(db, sql).pluck().all(recentDocuments, mostLabels) as string[];
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
