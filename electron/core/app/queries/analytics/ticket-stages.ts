import { queueShareOf, Stages, slowestStage } from '#electron/core/app/queries/analytics/stage-time.ts';
import { type StepCase, stepCases } from '#electron/core/app/queries/analytics/step-cases.ts';
import type { TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import type { Telling } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';

type StageMinutes = RowOf<'ticket'>['stageMinutes'];

const roundSql = `SELECT a.id FROM json_each(?) w CROSS JOIN approval a ON a.documentId = w.value WHERE a.purpose = 'approval'`;
const minutesSql = 'SELECT t.id, t.stageMinutes FROM json_each(?) w CROSS JOIN ticket t ON t.id = w.value';

/** Where settled tickets stood, and where they stood longest: steps of their approval by name, then stages of the work by name. */
export function stagesOf(
  telling: Telling,
  resolved: readonly TicketLine[],
): Pick<TicketAnalytics, 'stages' | 'bottleneck'> {
  const stages = new Stages();
  for (const one of approvalCases(telling, resolved)) stages.at(`approval/${one.name}`, one.name, 'approval').add(one);
  for (const { name, ...one } of workCases(telling, resolved)) stages.at(`stage/${name}`, name, 'work').add(one);
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

function approvalCases({ db, staff }: Telling, resolved: readonly TicketLine[]): StepCase[] {
  const ids = resolved.filter((line) => line.approvalMinutes > 0).map((line) => line.id);
  return stepCases(db, staff, prepared(db, roundSql).pluck().all(JSON.stringify(ids)) as string[]);
}

function workCases({ db, portal }: Telling, resolved: readonly TicketLine[]) {
  const lines = new Map(resolved.map((line) => [line.id, line]));
  const rows = prepared(db, minutesSql)
    .raw()
    .all(JSON.stringify([...lines.keys()])) as [string, string][];
  return rows.flatMap(([id, text]) => {
    const line = lines.get(id);
    if (!line) return [];
    const names = portal.definition(line.serviceId, line.serviceVersion)?.stages ?? [];
    return Object.entries(JSON.parse(text) as StageMinutes).map(([stage, times]) => ({
      id,
      ...times,
      name: names[Number(stage)] ?? stage,
      people: line.assigneeId ? [line.assigneeId] : [],
    }));
  });
}
