import { z } from 'zod';
import { actedAt } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import { activeEmployee } from '#shared/commands/approval/people.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { begin, callOff, substitute, takeBack } from '#shared/commands/company/put-substitution.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { awayWithin } from '#shared/commands/service/absence.ts';
import { substitution } from '#shared/domain/company/substitution.ts';
import { Refusal } from '#shared/domain/error.ts';

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
    const away = yield* awayWithin(tx, args.substituteId, args.from, args.to);
    if (away) throw new Refusal('SUBSTITUTE_AWAY', away);
    const id = yield* substitute(tx, context, args);
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
    yield* callOff(tx, context, row);
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
    yield* begin(tx, context, row.id);
    return {};
  },
});

/** The period has ended: the substitute has only their own queues again. The centre's own job. */
export const endSubstitution = command({
  name: 'substitution.end',
  version: 1,
  args: z.object({ id: z.string() }),
  roles: 'centre',
  *decide(tx, args, context) {
    const row = yield* tx.existing('substitution', args.id);
    if (row.endedAt || !row.lentQueueIds?.length) return {};
    const employee = yield* tx.existing('employee', row.employeeId);
    if ((yield* todayIn(tx, employee.branchId, context.receivedAt ?? context.occurredAt)) <= row.to) return {};
    yield* takeBack(tx, context, row);
    return {};
  },
});
