import { queueShareOf, type StageCase, Stages, slowestStage } from '#electron/core/app/queries/analytics/stage-time.ts';
import { type StepCase, stepCases } from '#electron/core/app/queries/analytics/step-cases.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import type { Telling } from '#electron/core/app/queries/ticket/queue-rows.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';

type StageMinutes = RowOf<'ticket'>['stageMinutes'];

/** What the times of decisions follow from. */
const decided = ['approval', 'approval_task', 'decision', 'employee', 'branch', 'working_calendar'] as const;
const keptFor = new WeakMap<Readable, Latest<StepCase[]>>();

/** Where settled tickets stood, and where they stood longest: steps of their approval by name, then stages of the work by name. */
export function stagesOf(
  telling: Telling,
  deps: QueryDeps,
  resolved: readonly TicketLine[],
): Pick<TicketAnalytics, 'stages' | 'bottleneck'> {
  const stages = new Stages();
  for (const one of approvalCases(telling, deps, resolved))
    stages.at(`approval/${one.name}`, one.name, 'approval').add(one);
  for (const one of workCases(telling, resolved)) stages.at(`stage/${one.name}`, one.name, 'work').add(one);
  const told = stages.told();
  const slowest = slowestStage(told);
  if (!slowest) return { stages: told, bottleneck: null };
  const { key, spread } = slowest;
  return {
    stages: told,
    bottleneck: {
      key,
      p90: spread.p90 ?? 0,
      median: spread.median ?? 0,
      queueShare: queueShareOf(slowest),
      people: stages.people(key),
      slowest: slowest.slowest,
    },
  };
}

/** Kept until a decision is made: a report is read again after every change of any ticket. */
function approvalCases({ db, staff }: Telling, deps: QueryDeps, resolved: readonly TicketLine[]): StepCase[] {
  const ids = resolved.filter((line) => line.approvalMinutes > 0).map((line) => line.id);
  const kept = keptFor.get(db) ?? new Latest<StepCase[]>();
  keptFor.set(db, kept);
  const versions = decided.map((entity) => deps.versions(entity)).join('/');
  return kept.get(`${versions}/${ids.join()}`, () => stepCases(db, staff, 'papers', ids));
}

function* workCases({ portal }: Telling, resolved: readonly TicketLine[]): Iterable<StageCase & { name: string }> {
  for (const { id, serviceId, serviceVersion, assigneeId, stageMinutes } of resolved) {
    const names = portal.definition(serviceId, serviceVersion)?.stages ?? [];
    const people = assigneeId === null ? [] : [assigneeId];
    const stages = JSON.parse(stageMinutes) as StageMinutes;
    for (const stage in stages) {
      const { queue, work, waiting } = stages[stage] as StageMinutes[string];
      yield { id, queue, work, waiting, people, name: names[Number(stage)] ?? stage };
    }
  }
}
