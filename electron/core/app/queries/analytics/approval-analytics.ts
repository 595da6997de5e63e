import { Holders, pressingOf } from '#electron/core/app/queries/analytics/holders.ts';
import { type Period, periodsOf } from '#electron/core/app/queries/analytics/period.ts';
import { spreadOf } from '#electron/core/app/queries/analytics/spread.ts';
import { Stages, slowestStage } from '#electron/core/app/queries/analytics/stage-time.ts';
import { type StepCase, stepCases } from '#electron/core/app/queries/analytics/step-cases.ts';
import { weekIndex, weeksOf } from '#electron/core/app/queries/analytics/weeks.ts';
import { timeLeft } from '#electron/core/app/queries/approval/time-left.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { type Telling, tellingOf } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { lastRounds } from '#electron/core/app/queries/ticket/rounds.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { type DocumentKind, isContract } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';
import type { ContractAnalytics } from '#shared/queries/analytics.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

type Round = Pick<RowOf<'approval'>, 'id' | 'documentId' | 'state' | 'startedAt'> & {
  finishedAt: number;
  kind: DocumentKind;
  branchId: string;
};

const endedSql = `SELECT a.id, a.documentId, a.state, a.startedAt, a.finishedAt, d.kind, d.branchId
  FROM approval a CROSS JOIN document d ON d.id = a.documentId
  WHERE a.state IN ('approved', 'returned', 'rejected') AND a.finishedAt >= ? AND a.finishedAt < ? AND a.purpose = 'approval'
  ORDER BY a.finishedAt, a.id`;
const runningSql = `SELECT a.documentId, d.kind, d.branchId FROM approval a CROSS JOIN document d ON d.id = a.documentId
  WHERE a.state = 'running' AND a.purpose = 'approval'`;

/** How rounds of approval run that ended in a period of days of the viewer's own branch, and who is asked now. */
export function approvalAnalytics(
  db: Readable,
  args: QueryArgs<'approval.analytics'>,
  deps: QueryDeps,
): ContractAnalytics {
  const telling = tellingOf(db, deps);
  const { staff } = telling;
  const { period } = periodsOf(staff.timeOf(deps.userId), args.from, args.to);
  const fits = fitting(args);
  const rounds = endedRounds(db, period).filter(fits);
  const minutes = rounds.map((one) => workingMinutesBetween(staff.timeIn(one.branchId), one.startedAt, one.finishedAt));
  const cases = stepCases(
    db,
    staff,
    'rounds',
    rounds.map((one) => one.id),
  );
  const returned = rounds.filter((one) => one.state === 'returned');
  const approved = rounds.filter((one) => one.state === 'approved').length;
  const { overdue, holders } = askedNow(telling, (prepared(db, runningSql).all() as Place[]).filter(fits));
  const late = cases.filter((one) => one.inTime === false);
  return {
    knownUntil: readMeta(db, 'lastExchangeAt') ?? null,
    cases: {
      ended: papersOf(rounds.map((one) => one.documentId)),
      late: papersOf(late.map((one) => one.id)),
      returned: papersOf(returned.map((one) => one.documentId)),
      overdue: papersOf(overdue),
    },
    rounds: spreadOf(minutes),
    onTime: onTimeOf(cases),
    returns: approved === 0 ? null : returned.length / approved,
    ...stepsOf(cases),
    overdue: overdue.length,
    holders,
    weeks: roundWeeks(telling, rounds, minutes, args),
  };
}

/** So many papers behind a figure are named. */
const named = 500;

const papersOf = (ids: readonly string[]): string[] => [...new Set(ids)].slice(0, named);

type Place = Pick<Round, 'documentId' | 'kind' | 'branchId'>;

/** Contracts, or every other paper that is approved; requests have a report of their own. */
function fitting({
  branchIds,
  contracts,
}: QueryArgs<'approval.analytics'>): (one: Pick<Round, 'kind' | 'branchId'>) => boolean {
  const branches = branchIds && new Set(branchIds);
  return ({ kind, branchId }) =>
    kind !== 'application' && isContract(kind) === contracts && (branches === null || branches.has(branchId));
}

const endedRounds = (db: Readable, { start, end }: Period): Round[] =>
  prepared(db, endedSql).all(start, end) as Round[];

/** Rounds in which something was due, and those of them in which everybody decided in time. */
function onTimeOf(cases: readonly StepCase[]): ContractAnalytics['onTime'] {
  const rounds = Map.groupBy(
    cases.filter((one) => one.inTime !== null),
    (one) => one.roundId,
  );
  const met = [...rounds.values()].filter((steps) => steps.every((one) => one.inTime === true)).length;
  return { met, of: rounds.size };
}

function stepsOf(cases: readonly StepCase[]): Pick<ContractAnalytics, 'steps' | 'bottleneck'> {
  const stages = new Stages();
  for (const one of cases) stages.at(`approval/${one.name}`, one.name, 'approval').add(one);
  const steps = stages.told();
  const slowest = slowestStage(steps);
  if (!slowest) return { steps, bottleneck: null };
  const { key, name, spread } = slowest;
  return {
    steps,
    bottleneck: {
      key,
      name: name ?? '',
      p90: spread.p90 ?? 0,
      median: spread.median ?? 0,
      people: stages.people(key),
      slowest: slowest.slowest,
    },
  };
}

/** Who is asked now, and in how many rounds somebody is late. */
function askedNow(
  telling: Telling,
  places: readonly Place[],
): { overdue: string[]; holders: ContractAnalytics['holders'] } {
  const { db, staff, now } = telling;
  const holders = new Holders(telling);
  const overdue: string[] = [];
  for (const [id, round] of lastRounds(
    db,
    places.map((one) => one.documentId),
  )) {
    if (round.asked.some((task) => task.dueAt !== null && task.dueAt < now)) overdue.push(id);
    for (const task of round.asked) {
      const minutes = round.steps[task.step]?.deadlineMinutes ?? null;
      const { left } = timeLeft(staff.timeOf(task.employeeId), now, task.dueAt, minutes);
      holders.person(task.employeeId, pressingOf(task.dueAt, left, now), id);
    }
  }
  return { overdue, holders: holders.told() };
}

function roundWeeks(
  { staff, userId }: Telling,
  rounds: readonly Round[],
  minutes: readonly number[],
  { from, to }: { from: string; to: string },
): ContractAnalytics['weeks'] {
  const { offsets } = staff.timeOf(userId);
  const weeks = weeksOf(from, to, () => ({ rounds: 0, minutes: 0, cases: [] as string[] }));
  for (const [index, one] of rounds.entries()) {
    const week = weeks[weekIndex(from, offsets, one.finishedAt)]?.week;
    if (!week) continue;
    week.rounds += 1;
    week.minutes += minutes[index] ?? 0;
    if (week.cases.length < named) week.cases.push(one.documentId);
  }
  return weeks.map(({ from: monday, week }) => ({
    from: monday,
    rounds: week.rounds,
    minutes: week.minutes / Math.max(1, week.rounds),
    cases: papersOf(week.cases),
  }));
}
