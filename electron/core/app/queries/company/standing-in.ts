import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { SubstitutedWork } from '#shared/domain/company/substitution.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { dateOf } from '#shared/lib/dates/dates.ts';
import { dayLength } from '#shared/lib/dates/local-time.ts';

type Substitution = RowOf<'substitution'>;

const keptFor = new WeakMap<Readable, Latest<Substitution[]>>();

/** Substitutions in force now, by the day it is in the absent person's branch. */
export function substitutionsToday(db: Readable, deps: QueryDeps, staff: Staff): Substitution[] {
  const kept = keptFor.get(db) ?? new Latest<Substitution[]>();
  keptFor.set(db, kept);
  // It is never two days earlier anywhere.
  const since = dateOf(Math.floor(deps.now() / dayLength) - 2);
  const living = kept.get(`${deps.versions('substitution')}/${since}`, () =>
    rowsOf(db, 'substitution', 'WHERE cancelledAt IS NULL AND "to" >= ? ORDER BY "from", id', since),
  );
  return living.filter((one) => {
    const today = staff.todayOf(one.employeeId);
    return one.from <= today && today <= one.to;
  });
}

/** People whose work of a kind falls to somebody today. */
export const absentFor = (
  today: readonly Substitution[],
  substituteId: string,
  work: SubstitutedWork,
): ReadonlySet<string> =>
  new Set(
    today.filter((one) => one.substituteId === substituteId && one.kinds.includes(work)).map((one) => one.employeeId),
  );
