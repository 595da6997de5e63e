import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { runQuery } from '#electron/core/app/run-query.ts';
import { openReadable } from '#electron/core/store/open.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { benchDatabase, benchKey, percentile, rounded } from './support-rows.ts';

const goal = 100;
const rounds = 40;
const roundsAfterChange = 5;

/** Everything about the busiest counterparties and people, and the list of possible duplicates, as they are asked for again and again. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const db = openReadable({ path: benchDatabase(documents, say), key: benchKey });
  let version = 1;
  const deps: QueryDeps = {
    ...{ userId: '', filesDir: '', now: () => Date.now(), sending: () => null },
    versions: () => version,
  };
  const busiest = (column: 'counterpartyId' | 'responsibleId'): string[] =>
    db
      .prepare(
        `SELECT ${column} FROM document WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count(*) DESC LIMIT 10`,
      )
      .pluck()
      .all() as string[];
  const asked: [name: string, query: string, args: unknown][] = [
    ...busiest('counterpartyId').map(
      (id) => ['counterparty', 'counterparty.relations', { id, type: null, limit: 60 }] as [string, string, unknown],
    ),
    ...busiest('responsibleId').map(
      (id) => ['person', 'person.card', { id, type: null, limit: 60 }] as [string, string, unknown],
    ),
    ['duplicates', 'counterparty.duplicates', { id: null, limit: 50 }],
  ];
  const times: Record<string, number[]> = {};
  const measure = (mark: string) => {
    for (const [name, query, args] of asked) {
      if (mark) version += 1;
      const began = performance.now();
      runQuery(db, query, args, deps);
      times[`${name}${mark}`] = [...(times[`${name}${mark}`] ?? []), performance.now() - began];
    }
  };
  // Pages and columns are read once; then each is asked for as people do, and right after a change of some row.
  measure('First');
  for (let round = 0; round < rounds; round += 1) measure('');
  for (let round = 0; round < roundsAfterChange; round += 1) measure('AfterChange');
  const largest = db
    .prepare('SELECT count(*) FROM document WHERE counterpartyId = ?')
    .pluck()
    .get(busiest('counterpartyId')[0]) as number;
  db.close();
  const value = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, rounded(percentile(all, 0.95))]));
  const ok = Math.max(value['counterparty'] ?? 0, value['person'] ?? 0) <= goal;
  return {
    name: 'relations',
    goal: { counterparty: goal, person: goal },
    value,
    ok,
    documents,
    largestCounterparty: largest,
  };
}
