import { actedAt, letIn, workOf } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { admit } from '#shared/commands/service/admit.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Substitution = RowOf<'substitution'>;
type Period = Pick<Substitution, 'employeeId' | 'substituteId' | 'from' | 'to' | 'kinds' | 'reason'> & {
  vacationId?: string | null;
};

/** Writes a substitution, and puts it in force at once when its period has begun. Returns its id. */
export function* substitute(tx: Transaction, context: Context, period: Period): Reading<string> {
  const employee = yield* tx.existing('employee', period.employeeId);
  const today = yield* todayIn(tx, employee.branchId, actedAt(context));
  const id = tx.id();
  tx.put('substitution', {
    ...period,
    id,
    createdById: context.userId,
    createdAt: context.occurredAt,
    begunAt: null,
    cancelledAt: null,
  });
  const object = { entity: 'employee', id: period.employeeId };
  recordHistory(tx, context, 'substitution.create', object, {}, { ...period });
  if (period.from <= today && today <= period.to) yield* begin(tx, context, id);
  return id;
}

/** From now on the substitute sees what waits for the absent person, and the tickets of their queues. */
export function* begin(tx: Transaction, context: Context, id: string): Reading<void> {
  const row = yield* tx.existing('substitution', id);
  const lent = row.kinds.includes('queues') ? yield* lend(tx, row) : [];
  tx.patch('substitution', row, { begunAt: context.receivedAt ?? context.occurredAt, lentQueueIds: lent });
  const tasks = yield* tx.list('approval_task', 'asked', row.employeeId, 2_000, true);
  for (const task of tasks) {
    if (!row.kinds.includes(workOf[task.kind])) continue;
    // A workstation may hold a task without its document; the centre has both.
    const document = yield* tx.get('document', task.documentId);
    if (typeof document !== 'string') yield* letIn(tx, document.id, [row.substituteId]);
  }
  if (!row.kinds.includes('tickets')) return;
  for (const ticket of yield* tx.list('ticket', 'assigned', row.employeeId, 2_000, true))
    yield* admit(tx, ticket.id, [row.substituteId]);
  for (const task of yield* tx.list('ticket_task', 'asked', row.employeeId, 2_000, true))
    yield* admit(tx, task.ticketId, [row.substituteId]);
}

function* lend(tx: Transaction, { employeeId, substituteId }: Substitution): Reading<string[]> {
  const [absent, other] = [yield* tx.existing('employee', employeeId), yield* tx.existing('employee', substituteId)];
  const own = other.queueIds ?? [];
  const added = (absent.queueIds ?? []).filter((id) => !own.includes(id));
  if (added.length > 0) tx.patch('employee', other, { queueIds: [...own, ...added] });
  // Those that the substitute has already may be lent by somebody else who comes back earlier: they are lent twice.
  return [...(absent.queueIds ?? [])];
}

/** Ends a substitution before its time: nothing of it is in force any more. */
export function* callOff(tx: Transaction, context: Context, row: Substitution): Reading<void> {
  if (row.cancelledAt !== null) return;
  tx.patch('substitution', row, { cancelledAt: context.receivedAt ?? context.occurredAt });
  if (row.lentQueueIds?.length && !row.endedAt)
    yield* takeBack(tx, context, yield* tx.existing('substitution', row.id));
}

/** Takes back the queues that were lent, except those that the substitute has got as a member or lends from somebody else meanwhile. */
export function* takeBack(tx: Transaction, context: Context, row: Substitution): Reading<void> {
  const employee = yield* tx.existing('employee', row.substituteId);
  const others = (yield* tx.list('substitution', 'substitute', row.substituteId, 500, true)).filter(
    (one) => one.id !== row.id && !one.endedAt,
  );
  const kept = new Set(others.flatMap((one) => one.lentQueueIds ?? []));
  const gone: string[] = [];
  for (const id of row.lentQueueIds ?? []) {
    const queue = yield* tx.get('queue', id);
    const isMember = typeof queue !== 'string' && queue.members.some((one) => one.employeeId === employee.id);
    if (!isMember && !kept.has(id)) gone.push(id);
  }
  tx.patch('substitution', row, { endedAt: context.receivedAt ?? context.occurredAt });
  if (gone.length > 0)
    tx.patch('employee', employee, { queueIds: (employee.queueIds ?? []).filter((id) => !gone.includes(id)) });
}
