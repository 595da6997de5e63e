import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Most different sets of labels looked at, the frequent ones first, and most labels offered. */
const mostSets = 5_000;
const mostLabels = 500;

/** The small tables every page needs, each in the order in which it is shown. */
export function directory(db: Readable): QueryResult<'directory'> {
  const people = rowsOf(db, 'employee', '').map((row) => ({ row, key: sortKey(row.fullName) }));
  people.sort((left, right) => compare(left.key, right.key) || compare(left.row.id, right.row.id));
  return {
    organization: rowsOf(db, 'organization', 'ORDER BY id LIMIT 1')[0] ?? null,
    branches: rowsOf(db, 'branch', 'ORDER BY position, id'),
    employees: people.map(({ row }) => row),
    departments: rowsOf(db, 'department', 'ORDER BY name_key, id'),
    labels: labelsOf(db),
  };
}

/** Distinct labels, the most used ones first. The index of labels alone is read, each different set once. */
function labelsOf(db: Readable): string[] {
  const sql = `SELECT labels, count(*) AS documents FROM document WHERE labels <> '[]'
    GROUP BY labels ORDER BY documents DESC LIMIT ?`;
  const counts = new Map<string, number>();
  for (const [set, documents] of prepared(db, sql).raw().all(mostSets) as [string, number][]) {
    for (const label of JSON.parse(set) as string[]) counts.set(label, (counts.get(label) ?? 0) + documents);
  }
  const ordered = [...counts].sort((left, right) => right[1] - left[1] || compare(left[0], right[0]));
  return ordered.slice(0, mostLabels).map(([label]) => label);
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
