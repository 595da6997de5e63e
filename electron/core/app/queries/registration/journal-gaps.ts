import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { gapsOf } from '#shared/domain/registration/gaps.ts';
import { firstNumberIn } from '#shared/domain/registration/period.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** The register of gaps of one period of a journal; null when the journal is not on this workstation. */
export function journalGaps(
  db: Readable,
  { journalId, period }: QueryArgs<'journal.gaps'>,
): QueryResult<'journal.gaps'> {
  const journal = storedOf(db, 'journal', journalId)?.row;
  if (!journal) return null;
  const given = `SELECT period FROM registration WHERE journalId = ? UNION
    SELECT period FROM number_block WHERE journalId = ? ORDER BY period DESC`;
  const periods = prepared(db, given).pluck().all(journalId, journalId) as string[];
  const here = 'WHERE journalId = ? AND period = ?';
  const registrations = rowsOf(db, 'registration', `${here} AND seq IS NOT NULL`, journalId, period);
  const blocks = rowsOf(db, 'number_block', here, journalId, period);
  const notes = rowsOf(db, 'number_gap', `${here} ORDER BY explainedAt, id`, journalId, period);
  const found = gapsOf({ first: firstNumberIn(journal, period), registrations, blocks, notes });
  return { periods, ...found, registered: registrations.filter((row) => row.voidedAt === null).length };
}
