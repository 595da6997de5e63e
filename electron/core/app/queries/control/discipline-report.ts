import { freshnessOf } from '#electron/core/app/queries/analytics/freshness.ts';
import { periodsOf } from '#electron/core/app/queries/analytics/period.ts';
import { weeksOf } from '#electron/core/app/queries/analytics/weeks.ts';
import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { type DueDocument, dueDocuments } from '#electron/core/app/queries/control/due-documents.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { portalOf } from '#electron/core/app/queries/ticket/portal.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { daysBetween } from '#shared/lib/dates/dates.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { Discipline, DisciplineGroup } from '#shared/queries/control.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const nothing = (): Discipline => ({
  ...{ total: 0, inTime: 0, late: 0, undated: 0, overdue: 0, pending: 0 },
  ...{ lateDays: 0, overdueDays: 0, moved: 0, moves: 0 },
});

function add(sum: Discipline, one: DueDocument): void {
  sum.total += 1;
  sum[one.standing] += 1;
  if (one.standing === 'late') sum.lateDays += one.daysLate;
  if (one.standing === 'overdue') sum.overdueDays += one.daysLate;
  sum.moves += one.moves;
  if (one.moves > 0) sum.moved += 1;
}

/** How what was due in a period has been carried out: in all, by person, by branch, by the week of the due day. */
export function disciplineReport(
  db: Readable,
  args: QueryArgs<'discipline.report'>,
  deps: QueryDeps,
): QueryResult<'discipline.report'> {
  const staff = staffOf(db, deps);
  const all = nothing();
  const [people, branches] = [new Map<string | null, Discipline>(), new Map<string | null, Discipline>()];
  const weeks = weeksOf(args.from, args.to, nothing);
  const first = weeks[0]?.from ?? args.from;
  for (const one of dueDocuments(db, deps, args)) {
    add(all, one);
    add(groupAt(people, one.responsibleId), one);
    add(groupAt(branches, one.branchId), one);
    const week = weeks[Math.floor(daysBetween(first, one.dueDate) / 7)]?.week;
    if (week) add(week, one);
  }
  const portal = portalOf(db, deps);
  const { period } = periodsOf(staff.timeOf(deps.userId), args.from, args.to);
  return {
    knownUntil: readMeta(db, 'lastExchangeAt') ?? null,
    freshness: freshnessOf(db, portal, period, deps.now()),
    all,
    people: told(people, (id) => ({ name: staff.nameOf(id), position: staff.person(id ?? '').position || null })),
    branches: told(branches, (id) => ({ name: portal.branches.get(id ?? '')?.city ?? null, position: null })),
    weeks: weeks.map(({ from, week }) => ({ from, ...week })),
  };
}

function groupAt(groups: Map<string | null, Discipline>, id: string | null): Discipline {
  const group = groups.get(id) ?? nothing();
  groups.set(id, group);
  return group;
}

/** Whoever keeps most others waiting first: by what is overdue, then by what was late, then by name. */
function told(
  groups: ReadonlyMap<string | null, Discipline>,
  words: (id: string | null) => Pick<DisciplineGroup, 'name' | 'position'>,
): DisciplineGroup[] {
  const lines = [...groups].map(([id, sum]) => ({ id, ...words(id), ...sum }));
  const keys = new Map(lines.map((one) => [one, sortKey(one.name ?? '\uffff')]));
  const name = (one: DisciplineGroup): string => keys.get(one) ?? '';
  return lines.sort(
    (one, other) =>
      other.overdue - one.overdue ||
      other.late - one.late ||
      (name(one) < name(other) ? -1 : name(one) > name(other) ? 1 : 0),
  );
}
