import { z } from 'zod';
import { letIn } from '#shared/commands/approval/acting.ts';
import { endRound } from '#shared/commands/approval/end.ts';
import { employeesOf } from '#shared/commands/approval/members.ts';
import { leads } from '#shared/commands/approval/people.ts';
import { beginRound } from '#shared/commands/approval/submit.ts';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { Refusal } from '#shared/domain/error.ts';

/** Calls a round off: the document goes back to its author. */
export const cancelApproval = command({
  name: 'approval.cancel',
  version: 1,
  args: z.object({ documentId: z.string(), approvalId: z.string(), reason: z.string().max(2_000) }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    const round = yield* tx.existing('approval', args.approvalId);
    if (round.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'approval', id: round.id });
    if (!leads(context, document) && round.authorId !== context.userId) throw new Refusal('NOT_YOUR_TURN', {});
    if (round.state !== 'running') throw new Refusal('NOT_RUNNING', { state: round.state });
    yield* endRound(tx, context, round, 'cancelled');
    recordHistory(tx, context, 'approval.cancel', { entity: 'document', id: document.id }, {}, { reason: args.reason });
    return {};
  },
});

/** Asks people to read a document and say that they have. */
export const requestAcknowledgement = command({
  name: 'acknowledgement.request',
  version: 1,
  args: z.object({
    documentId: z.string(),
    employeeIds: z.array(z.string()).min(1).max(500),
    deadlineMinutes: z.number().int().positive().nullable(),
    note: z.string().max(2_000).nullable(),
  }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    const members = args.employeeIds.map((employeeId) => ({ type: 'employee' as const, employeeId }));
    const rounds = yield* tx.list('approval', 'document', document.id, 500);
    const step = {
      key: 'read',
      name: '',
      kind: 'acknowledge',
      mode: 'all',
      quorum: null,
      conditions: [],
      escalateTo: null,
    } as const;
    const { deadlineMinutes } = args;
    const id = yield* beginRound(tx, context, document, {
      purpose: 'acknowledgement',
      route: { id: null, name: '', version: 0 },
      steps: [{ ...step, conditions: [], members, deadlineMinutes }],
      note: args.note,
      round: rounds.length + 1,
    });
    recordHistory(
      tx,
      context,
      'acknowledgement.request',
      { entity: 'document', id: document.id },
      {},
      { employees: args.employeeIds },
    );
    return { id };
  },
});

/** The deadline of a task has passed: whoever the step names may decide as well from now on. The centre's own job. */
export const escalateTask = command({
  name: 'approval.escalate',
  version: 1,
  args: z.object({ taskId: z.string() }),
  roles: 'centre',
  *decide(tx, args, context) {
    const task = yield* tx.existing('approval_task', args.taskId);
    const now = context.receivedAt ?? context.occurredAt;
    if (task.state !== 'active' || task.escalatedToId !== null || task.dueAt === null || task.dueAt > now) return {};
    const round = yield* tx.existing('approval', task.approvalId);
    const wanted = round.steps[task.step]?.escalateTo ?? null;
    if (wanted === null || round.state !== 'running') return {};
    const document = yield* tx.existing('document', task.documentId);
    const [employeeId] = yield* employeesOf(tx, wanted, document, task.employeeId);
    if (!employeeId || employeeId === task.employeeId) return {};
    tx.patch('approval_task', task, { escalatedToId: employeeId });
    yield* letIn(tx, document.id, [employeeId]);
    recordHistory(
      tx,
      context,
      'approval.escalate',
      { entity: 'document', id: document.id },
      {},
      { employee: employeeId },
    );
    return { employeeId };
  },
});
