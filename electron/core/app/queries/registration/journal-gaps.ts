import { periodsOf } from '#electron/core/app/queries/registration/journal-list.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { type Gap, gapsOf, type NumberTaken } from '#shared/domain/registration/gaps.ts';
import type { JournalRow } from '#shared/domain/registration/journal.ts';
import { firstNumberIn } from '#shared/domain/registration/period.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** The register of gaps of one period of a journal; null when the journal is not on this workstation. */
export function journalGaps(
  db: Readable,
  { journalId, period }: QueryArgs<'journal.gaps'>,
): QueryResult<'journal.gaps'> {
  const journal = storedOf(db, 'journal', journalId)?.row;
  if (!journal) return null;
  const { highest, gaps, registrations } = gapsIn(db, journal, period);
  return {
    ...{ periods: periodsOf(db, journalId), highest, gaps },
    registered: registrations.filter((row) => row.voidedAt === null).length,
    knownUntil: readMeta(db, 'lastExchangeAt') ?? null,
  };
}

/** What an auditor would ask about: of all journals and periods here. */
export function unexplainedNumbers(db: Readable): QueryResult<'journal.unexplained'> {
  return rowsOf(db, 'journal', 'ORDER BY position, id').flatMap((journal) =>
    periodsOf(db, journal.id).flatMap((period) => {
      const open = gapsIn(db, journal, period).gaps.filter((gap) => gap.cause === 'unexplained');
      const count = open.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0);
      return count > 0 ? [{ journalId: journal.id, period, count }] : [];
    }),
  );
}

function gapsIn(
  db: Readable,
  journal: JournalRow,
  period: string,
): { highest: number; gaps: Gap[]; registrations: NumberTaken[] } {
  // Of a year's numbers only what the register needs is read: a hundred thousand of them take a tenth of a second.
  const taken = `SELECT id, seq, voidedAt, voidedById, voidReason FROM registration
    WHERE journalId = ? AND period = ? AND seq IS NOT NULL`;
  const registrations = prepared(db, taken).all(journal.id, period) as NumberTaken[];
  const here = 'WHERE journalId = ? AND period = ?';
  const blocks = rowsOf(db, 'number_block', here, journal.id, period);
  const notes = rowsOf(db, 'number_gap', `${here} ORDER BY explainedAt, id`, journal.id, period);
  return { ...gapsOf({ first: firstNumberIn(journal, period), registrations, blocks, notes }), registrations };
}
