import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { ownNumbers } from '#electron/core/app/queries/registration/own-numbers.ts';
import { presentDay } from '#electron/core/app/queries/registration/present-day.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** All journals with how far they have come, and all case files. */
export function journalList(
  db: Readable,
  _args: QueryArgs<'journal.list'>,
  deps: QueryDeps,
): QueryResult<'journal.list'> {
  const today = presentDay(db, deps.userId, deps.now());
  const highest = prepared(db, 'SELECT max(seq) FROM registration WHERE journalId = ? AND period = ?').pluck();
  const journals = rowsOf(db, 'journal', 'ORDER BY position, id').map((journal) => {
    const period = periodOf(journal.period, today);
    const last = highest.get(journal.id, period) as number | null;
    return { journal, period, last, left: ownNumbers(db, journal.id, period).length };
  });
  return { journals, caseFiles: rowsOf(db, 'case_file', 'ORDER BY year DESC, "index", id') };
}
