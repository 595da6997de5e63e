import type { ServerStore } from '#server/sync/store-port.ts';
import { planOf } from '#shared/commands/approval/settle.ts';
import { contentOf } from '#shared/domain/approval/content-hash.ts';
import { routeState } from '#shared/domain/approval/route-state.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';

/** In the centre: every decision in force belongs to the content in force, and rounds, tasks and documents say the same. */
export async function examineApprovals(store: ServerStore): Promise<string[]> {
  const wrong: string[] = [];
  const rounds = await rowsOfCentre(store, 'approval');
  if (rounds.length === 0) return wrong;
  const [tasks, decisions, files, documents] = [
    await rowsOfCentre(store, 'approval_task'),
    await rowsOfCentre(store, 'decision'),
    await rowsOfCentre(store, 'attachment'),
    new Map((await rowsOfCentre(store, 'document')).map((row) => [row.id, row])),
  ];
  for (const one of decisions) if (one.state === 'sent') wrong.push(`decision ${one.id} is only sent, in the centre`);
  for (const round of rounds) {
    const document = documents.get(round.documentId) as RowOf<'document'>;
    const own = tasks.filter((task) => task.approvalId === round.id);
    if (!isLiving(round, document)) {
      if (own.some((task) => (task.state === 'active' || task.state === 'waiting') && round.state !== 'running'))
        wrong.push(`round ${round.id} is ${round.state} and still asks somebody`);
      continue;
    }
    const content = contentOf(
      document,
      files.filter((file) => file.documentId === document.id),
    );
    if (round.hash !== content.hash) wrong.push(`round ${round.id} is about another text than stands`);
    const standing = decisions.filter(
      (one) => one.approvalId === round.id && one.state === 'standing' && one.hash === content.hash,
    );
    const counted = content.verified ? standing : [];
    if (counted.some((one) => one.verdict === 'return' || one.verdict === 'reject'))
      wrong.push(`round ${round.id} goes on in spite of a decision against`);
    const agreed = new Set(counted.map((one) => one.taskId));
    for (const task of own)
      if (task.state === 'done' && !agreed.has(task.id))
        wrong.push(`task ${task.id} is done without a decision in force`);
    const plans = round.steps.map((step, index) => planOf(step, own, index));
    const state = routeState(plans, agreed);
    for (const name of ['active', 'waiting', 'closed', 'done'] as const)
      for (const id of state[name])
        if (own.find((task) => task.id === id)?.state !== name) wrong.push(`task ${id} should be ${name}`);
    const finished = state.current === round.steps.length;
    if ((round.state === 'approved') !== finished)
      wrong.push(`round ${round.id} should ${finished ? '' : 'not '}be approved`);
    const asked = round.steps[state.current]?.kind === 'sign' ? 'sign' : 'approve';
    if (!finished && round.purpose === 'approval' && document.state !== asked)
      wrong.push(`document ${document.id} is ${document.state} while it is in ${asked}`);
  }
  return wrong;
}

/**
 * Rounds whose decisions are in force: those under way and the agreed one of their document, signed or not. What was agreed for a request is
 * being done: the desk's own files change nothing about it.
 */
function isLiving(round: RowOf<'approval'>, document: RowOf<'document'>): boolean {
  if (round.purpose !== 'approval') return round.state === 'running';
  if (document.approvalId !== round.id) return false;
  return round.state === 'running' || (round.state === 'approved' && document.kind !== 'application');
}
