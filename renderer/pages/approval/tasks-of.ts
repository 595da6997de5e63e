import type { StepKind, Target } from '#renderer/state/approval-desk.ts';
import type { approvalView, RoundLine, StepLine, TaskLine } from '#shared/queries/approval.ts';

export type ApprovalView = NonNullable<NonNullable<typeof approvalView.result>>;

export interface OpenTask {
  round: RoundLine;
  step: StepLine;
  task: TaskLine;
}

/** Every round of the document, the one in force first. */
export const roundsOf = (view: ApprovalView): RoundLine[] =>
  view.current ? [view.current, ...view.others] : [...view.others];

const tasksOf = (round: RoundLine): OpenTask[] =>
  round.steps.flatMap((step) => step.tasks.map((task) => ({ round, step, task })));

/** What waits for the person here, the round in force before acknowledgements. */
export function myTask(view: ApprovalView): OpenTask | null {
  return (
    roundsOf(view)
      .filter((round) => round.state === 'running')
      .flatMap(tasksOf)
      .find(({ task }) => task.mine && task.state === 'active') ?? null
  );
}

/** The newest decision of the person here that can still be taken back: sent, or in force in a round that runs. */
export function myDecision(view: ApprovalView, userId: string): { id: string; kind: StepKind } | null {
  for (const { round, task } of roundsOf(view).flatMap(tasksOf)) {
    const decision = task.decisions[0];
    if (!decision || decision.actor.id !== userId) continue;
    if (decision.standing === 'sent' || (decision.standing === 'inForce' && round.state === 'running'))
      return { id: decision.id, kind: task.kind };
  }
  return null;
}

/** Names of those whose decision the round waits for. */
export const waitedFor = (round: RoundLine): string[] =>
  tasksOf(round)
    .filter(({ task }) => task.state === 'active')
    .map(({ task }) => task.employee.fullName);

/** What a decision about the task is bound to. */
export const targetOf = ({ task }: OpenTask, view: ApprovalView, document: { id: string; title: string }): Target => ({
  documentId: document.id,
  taskId: task.id,
  kind: task.kind,
  title: document.title,
  hash: view.hash,
  hashSpec: view.hashSpec,
  versionNumber: view.versionNumber,
});
