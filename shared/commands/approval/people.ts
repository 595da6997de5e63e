import { z } from 'zod';
import { letIn, mayDecide } from '#shared/commands/approval/acting.ts';
import { settleRound } from '#shared/commands/approval/settle.ts';
import { newTask } from '#shared/commands/approval/submit.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const comment = z.string().max(2_000);

/** Hands a task over to somebody else, who then decides in their own name. */
export const delegateTask = command({
  name: 'approval.delegate',
  version: 1,
  args: z.object({ documentId: z.string(), taskId: z.string(), employeeId: z.string(), comment }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    const task = yield* tx.existing('approval_task', args.taskId);
    if (task.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'approval_task', id: task.id });
    const mine = yield* mayDecide(tx, context, task);
    if (!mine && !leads(context, document)) throw new Refusal('NOT_YOUR_TURN', { employeeId: task.employeeId });
    if (task.state === 'done' || task.state === 'closed') throw new Refusal('ALREADY_DECIDED', {});
    if (task.employeeId === args.employeeId) return {};
    yield* activeEmployee(tx, args.employeeId);
    const tasks = yield* tx.list('approval_task', 'approval', task.approvalId, 1_000);
    if (tasks.some((one) => one.step === task.step && one.id !== task.id && one.employeeId === args.employeeId))
      throw new Refusal('ALREADY_EXISTS', { entity: 'approval_task' });
    yield* setAside(tx, task);
    const from = task.employeeId;
    // The new owner's deadline runs in the new owner's branch: the round asks anew.
    const patch = {
      employeeId: args.employeeId,
      origin: 'delegated',
      fromId: from,
      comment: args.comment,
      state: 'waiting',
      activeSince: null,
      dueAt: null,
    } as const;
    tx.patch('approval_task', task, patch);
    yield* letIn(tx, document.id, [args.employeeId]);
    yield* settleRound(tx, context, yield* tx.existing('approval', task.approvalId));
    recordHistory(
      tx,
      context,
      'approval.delegate',
      { entity: 'document', id: document.id },
      { employee: from },
      { employee: args.employeeId },
    );
    return {};
  },
});

/** What the owner before said about some earlier text, or before the files were checked, does not bind the new one. */
function* setAside(tx: Transaction, task: RowOf<'approval_task'>): Reading<void> {
  const decisions = yield* tx.list('decision', 'task', task.id, 1_000);
  for (const one of decisions) if (one.state === 'standing') tx.patch('decision', one, { state: 'superseded' });
}

/** Asks one more person in the step that is under way. */
export const addApprover = command({
  name: 'approval.add-approver',
  version: 1,
  args: z.object({ documentId: z.string(), approvalId: z.string(), employeeId: z.string(), comment }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    const round = yield* tx.existing('approval', args.approvalId);
    if (round.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'approval', id: round.id });
    if (round.state !== 'running') throw new Refusal('NOT_RUNNING', { state: round.state });
    const tasks = yield* tx.list('approval_task', 'approval', round.id, 1_000);
    const asked = tasks.filter((task) => task.step === round.currentStep);
    if (!leads(context, document) && !asked.some((task) => task.employeeId === context.userId))
      throw new Refusal('NOT_YOUR_TURN', {});
    if (asked.some((task) => task.employeeId === args.employeeId && task.state !== 'closed'))
      throw new Refusal('ALREADY_EXISTS', { entity: 'approval_task' });
    yield* activeEmployee(tx, args.employeeId);
    const position = asked.reduce((highest, task) => Math.max(highest, task.position), -1) + 1;
    const place = { approvalId: round.id, documentId: document.id, step: round.currentStep, position };
    const kind = round.steps[round.currentStep]?.kind ?? 'approve';
    const origin = { origin: 'added', fromId: context.userId, comment: args.comment } as const;
    tx.put('approval_task', { ...newTask, ...origin, ...place, id: tx.id(), kind, employeeId: args.employeeId });
    yield* letIn(tx, document.id, [args.employeeId]);
    yield* settleRound(tx, context, round);
    recordHistory(
      tx,
      context,
      'approval.add-approver',
      { entity: 'document', id: document.id },
      {},
      { employee: args.employeeId },
    );
    return {};
  },
});

/** Those who answer for a document may arrange its round. */
export const leads = (context: Context, document: RowOf<'document'>): boolean =>
  context.userId === document.authorId ||
  context.userId === document.responsibleId ||
  (context.actor?.roles.includes('administrator') ?? true);

export function* activeEmployee(tx: Transaction, id: string): Reading<RowOf<'employee'>> {
  const found = yield* tx.existing('employee', id);
  if (found.state !== 'active') throw new Refusal('BLOCKED', { id });
  return found;
}
