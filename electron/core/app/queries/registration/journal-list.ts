import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { ownNumbers } from '#electron/core/app/queries/registration/own-numbers.ts';
import { presentDay } from '#electron/core/app/queries/registration/present-day.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { heardOf } from '#shared/domain/registration/journal.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import type { JournalLease } from '#shared/queries/registration.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** All journals with how far they have come, and who holds numbers of them. */
export function journalList(
  db: Readable,
  _args: QueryArgs<'journal.list'>,
  deps: QueryDeps,
): QueryResult<'journal.list'> {
  const today = presentDay(db, deps.userId, deps.now());
  const highest = prepared(db, 'SELECT max(seq) FROM registration WHERE journalId = ? AND period = ?').pluck();
  return rowsOf(db, 'journal', 'ORDER BY position, id').map((journal) => {
    const period = periodOf(journal.period, today);
    const last = highest.get(journal.id, period) as number | null;
    const own = ownNumbers(db, journal.id, period);
    const periods = [...new Set([period, ...periodsOf(db, journal.id)])].sort().reverse();
    const leases = leasesOf(db, journal.id, period);
    return { journal, period, periods, last, left: own.length, next: own[0]?.seq ?? null, leases };
  });
}

/** Periods in which numbers of a journal were given, the newest first. */
export function periodsOf(db: Readable, journalId: string): string[] {
  const given = `SELECT period FROM registration WHERE journalId = ? UNION
    SELECT period FROM number_block WHERE journalId = ? ORDER BY period DESC`;
  return prepared(db, given).pluck().all(journalId, journalId) as string[];
}

/** What workstations still hold, of the present period and of later ones. */
function leasesOf(db: Readable, journalId: string, period: string): JournalLease[] {
  const client = readMeta(db, 'client');
  const used = prepared(db, 'SELECT receivedAt FROM registration WHERE blockId = ?');
  const held = `WHERE journalId = ? AND period >= ? AND client IS NOT NULL AND returnedAt IS NULL ORDER BY "from"`;
  return rowsOf(db, 'number_block', held, journalId, period)
    .map((block) => {
      const registrations = used.all(block.id) as { receivedAt: number | null }[];
      return {
        ...{ blockId: block.id, isHere: block.client === client, deviceName: block.deviceName, userId: block.userId },
        ...{ period: block.period, from: block.from, to: block.to, since: block.grantedAt },
        ...{ left: block.to - block.from + 1 - registrations.length, heardAt: heardOf(block, registrations) },
      };
    })
    .filter((lease) => lease.left > 0);
}
