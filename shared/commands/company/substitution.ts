import { z } from 'zod';
import { actedAt, letIn, workOf } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import { activeEmployee } from '#shared/commands/approval/people.ts';
import { type Context, command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { substitution } from '#shared/domain/company/substitution.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const fields = substitution.fields;
const form = z.object({
  employeeId: fields.employeeId.schema,
  substituteId: fields.substituteId.schema,
  from: fields.from.schema,
  to: fields.to.schema,
  kinds: fields.kinds.schema,
  reason: fields.reason.schema,
});

/** Set by the person who will be away, or for them by those who arrange the company. */
const arranges = (context: Context, employeeId: string): boolean =>
  context.userId === employeeId ||
  (context.actor?.roles.some((role) => role === 'administrator' || role === 'hr' || role === 'manager') ?? true);

/** Names a substitute for a period and kinds of work. Refuses one who is away in it too: there are no chains. */
export const createSubstitution = command({
  name: 'substitution.create',
  version: 1,
  args: form,
  about: (args) => ({ entity: 'employee', id: args.employeeId }),
  *decide(tx, args, context) {
    if (!arranges(context, args.employeeId)) throw new Refusal('DENIED', { command: 'substitution.create' });
    if (args.to < args.from || args.substituteId === args.employeeId) throw new Refusal('BAD_PERIOD', {});
    const employee = yield* tx.existing('employee', args.employeeId);
    yield* activeEmployee(tx, args.substituteId);
    const today = yield* todayIn(tx, employee.branchId, actedAt(context));
    if (args.to < today) throw new Refusal('BAD_PERIOD', { to: args.to });
    const away = yield* tx.list('substitution', 'employee', args.substituteId, 500, true);
    const both = away.find((one) => one.cancelledAt === null && one.from <= args.to && args.from <= one.to);
    if (both) throw new Refusal('SUBSTITUTE_AWAY', { from: both.from, to: both.to });
    const id = tx.id();
    const begun = args.from <= today;
    const now = context.receivedAt ?? context.occurredAt;
    tx.put('substitution', {
      ...args,
      id,
      createdById: context.userId,
      createdAt: context.occurredAt,
      begunAt: begun ? now : null,
      cancelledAt: null,
    });
    if (begun) yield* showWaiting(tx, args);
    recordHistory(tx, context, 'substitution.create', { entity: 'employee', id: args.employeeId }, {}, args);
    return { id };
  },
});

/** Ends a substitution before its time. */
export const cancelSubstitution = command({
  name: 'substitution.cancel',
  version: 1,
  args: z.object({ id: z.string() }),
  about: (args) => ({ entity: 'substitution', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('substitution', args.id);
    if (!arranges(context, row.employeeId)) throw new Refusal('DENIED', { command: 'substitution.cancel' });
    if (row.cancelledAt !== null) return {};
    tx.patch('substitution', row, { cancelledAt: context.receivedAt ?? context.occurredAt });
    recordHistory(
      tx,
      context,
      'substitution.cancel',
      { entity: 'employee', id: row.employeeId },
      {},
      { substituteId: row.substituteId },
    );
    return {};
  },
});

/** The period has begun: the substitute sees what waits for the absent person. The centre's own job. */
export const beginSubstitution = command({
  name: 'substitution.begin',
  version: 1,
  args: z.object({ id: z.string() }),
  roles: 'centre',
  *decide(tx, args, context) {
    const row = yield* tx.existing('substitution', args.id);
    if (row.begunAt !== null || row.cancelledAt !== null) return {};
    const employee = yield* tx.existing('employee', row.employeeId);
    const now = context.receivedAt ?? context.occurredAt;
    if ((yield* todayIn(tx, employee.branchId, now)) < row.from) return {};
    tx.patch('substitution', row, { begunAt: now });
    yield* showWaiting(tx, row);
    return {};
  },
});

function* showWaiting(
  tx: Transaction,
  row: Pick<RowOf<'substitution'>, 'employeeId' | 'substituteId' | 'kinds'>,
): Reading<void> {
  const tasks = yield* tx.list('approval_task', 'asked', row.employeeId, 2_000, true);
  for (const task of tasks) {
    if (!row.kinds.includes(workOf[task.kind])) continue;
    // A workstation may hold a task without its document; the centre has both.
    const document = yield* tx.get('document', task.documentId);
    if (typeof document !== 'string') yield* letIn(tx, document.id, [row.substituteId]);
  }
}
