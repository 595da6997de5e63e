import { answers } from '#electron/core/app/queries/approval/acting-here.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Step = Pick<RouteStep, 'key' | 'name' | 'kind' | 'deadlineMinutes'>;
export type AskedTask = Pick<
  RowOf<'approval_task'>,
  'id' | 'approvalId' | 'step' | 'position' | 'kind' | 'employeeId' | 'escalatedToId' | 'activeSince' | 'dueAt'
>;

/** The last round of approval of a ticket's paper: its steps, and who still has to answer. */
export interface LastRound {
  id: string;
  state: RowOf<'approval'>['state'];
  currentStep: number;
  startedAt: number;
  finishedAt: number | null;
  steps: Step[];
  /** Asked now and not answered yet; who is due first stands first. */
  asked: AskedTask[];
}

const roundSql = `SELECT a.id, a.documentId, a.state, a.currentStep, a.startedAt, a.finishedAt, a.hash, a.steps
  FROM json_each(?) w CROSS JOIN approval a ON a.documentId = w.value WHERE a.purpose = 'approval'
  ORDER BY a.startedAt, a.id`;
const taskSql = `SELECT t.id, t.approvalId, t.step, t.position, t.kind, t.employeeId, t.escalatedToId, t.activeSince, t.dueAt
  FROM json_each(?) w CROSS JOIN approval_task t ON t.approvalId = w.value WHERE t.state = 'active'
  ORDER BY t.dueAt IS NULL, t.dueAt, t.step, t.position, t.id`;
const decisionSql = `SELECT d.taskId, d.state, d.hash FROM json_each(?) w CROSS JOIN decision d ON d.taskId = w.value`;

type Read = Pick<LastRound, 'id' | 'state' | 'currentStep' | 'startedAt' | 'finishedAt'> & {
  documentId: string;
  hash: string;
  steps: string;
};

/** Last rounds of tickets by their ids. */
export function lastRounds(db: Readable, ids: readonly string[]): ReadonlyMap<string, LastRound> {
  if (ids.length === 0) return new Map();
  const last = new Map((prepared(db, roundSql).all(JSON.stringify(ids)) as Read[]).map((one) => [one.documentId, one]));
  const running = [...last.values()].filter((one) => one.state === 'running').map((one) => one.id);
  const tasks = prepared(db, taskSql).all(JSON.stringify(running)) as AskedTask[];
  const said = Map.groupBy(
    prepared(db, decisionSql).all(JSON.stringify(tasks.map((task) => task.id))) as Pick<
      RowOf<'decision'>,
      'taskId' | 'state' | 'hash'
    >[],
    (one) => one.taskId,
  );
  const by = Map.groupBy(tasks, (task) => task.approvalId);
  return new Map(
    [...last].map(([id, { documentId: _, hash, steps, ...round }]) => {
      const asked = (by.get(round.id) ?? []).filter((task) => !said.get(task.id)?.some((one) => answers(one, hash)));
      return [id, { ...round, steps: JSON.parse(steps) as Step[], asked }];
    }),
  );
}
