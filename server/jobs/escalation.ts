import type { Job } from '#server/jobs/job.ts';
import type { DueRow, ReadTx } from '#server/sync/store-port.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const page = 500;

/** Tasks whose deadline has passed, where their step names somebody to escalate to. */
export const escalateOverdue: Job = async (tx, now, isNew) => {
  const overdue = (await overdueTasks(tx, now)).filter(({ id, due }) => isNew(`escalate/${id}/${due}`));
  const tasks = await tx.getMany(
    'approval_task',
    overdue.map((one) => one.id),
  );
  const found = [...tasks.values()].map(({ row }) => row as RowOf<'approval_task'>);
  const rounds = await tx.getMany('approval', [...new Set(found.map((task) => task.approvalId))]);
  const escalated = found.filter((task) => {
    const round = rounds.get(task.approvalId)?.row as RowOf<'approval'> | undefined;
    return round?.state === 'running' && round.steps[task.step]?.escalateTo;
  });
  return escalated.map((task) => ({ name: 'approval.escalate', v: 1, args: { taskId: task.id } }));
};

async function overdueTasks(tx: ReadTx, now: number): Promise<DueRow[]> {
  const found: DueRow[] = [];
  for (let after: DueRow | null = null; ; after = found.at(-1) ?? null) {
    const next: DueRow[] = await tx.due('approval_task', now, after, page);
    found.push(...next);
    if (next.length < page) return found;
  }
}
