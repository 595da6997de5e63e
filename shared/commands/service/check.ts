import { z } from 'zod';
import { employeesOf } from '#shared/commands/approval/members.ts';
import { type Context, command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { admit } from '#shared/commands/service/admit.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { settleTicket, standingOf } from '#shared/commands/service/settle-ticket.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { priorities } from '#shared/domain/service/definition.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

/** The time has come to look at a ticket: a step of its escalation, or its silent close. The centre's own job; right to give at any time. */
export const checkTicket = command({
  name: 'ticket.check',
  version: 1,
  args: z.object({ id: z.string() }),
  roles: 'centre',
  *decide(tx, args, context) {
    const row = yield* tx.existing('ticket', args.id);
    const at = nowOf(context);
    if (row.checkAt === null || row.checkAt > at) return {};
    if (row.state === 'resolved') {
      tx.patch('ticket', row, { state: 'closed', closedAt: at, since: at });
      happen(tx, context, row.id, 'confirmed', { silent: true });
    } else if (isOpen(row.state)) yield* escalate(tx, context, row, at);
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Takes every step whose share of the target has passed: tells people, and raises the priority where the step says so. */
function* escalate(tx: Transaction, context: Context, row: RowOf<'ticket'>, at: number): Reading<void> {
  yield* settleTicket(tx, context, row.id);
  const { events, clocks } = yield* standingOf(tx, yield* tx.existing('ticket', row.id), at);
  const taken = new Set(events.filter((one) => one.kind === 'escalated').map((one) => one.data['step']));
  for (const [index, step] of (row.sla?.steps ?? []).entries()) {
    // The target in force: a changed priority may have set another one than was promised at first.
    const { state, target, spent } = clocks[step.of];
    if (taken.has(index) || state !== 'running' || target === null || spent * 100 < target * step.at) continue;
    const told = yield* whom(tx, yield* tx.existing('ticket', row.id), step.tell);
    yield* admit(tx, row.id, told);
    const current = yield* tx.existing('ticket', row.id);
    const raised = priorities[priorities.indexOf(current.priority) + 1];
    const priority = step.raisePriority && raised ? raised : current.priority;
    tx.patch('ticket', current, { escalated: current.escalated + 1, priority });
    happen(tx, context, row.id, 'escalated', {
      step: index,
      of: step.of,
      at: step.at,
      tell: step.tell,
      told,
      priority,
      when: at,
    });
  }
}

function* whom(tx: Transaction, row: RowOf<'ticket'>, tell: string): Reading<string[]> {
  const queue = row.queueId ? yield* tx.get('queue', row.queueId) : null;
  const lead = queue && typeof queue !== 'string' && queue.leadId ? [queue.leadId] : [];
  if (tell === 'lead') return lead;
  if (tell === 'assignee') return row.assigneeId ? [row.assigneeId] : lead;
  const paper = yield* tx.get('document', row.id);
  if (typeof paper === 'string') return lead;
  const heads = yield* employeesOf(tx, { type: 'head' }, paper, row.assigneeId ?? row.requesterId);
  return heads.length > 0 ? heads : lead;
}
