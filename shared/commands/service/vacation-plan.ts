import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { counts } from '#shared/commands/service/absence.ts';
import { Refusal } from '#shared/domain/error.ts';
import { leaveDays } from '#shared/domain/service/leave.ts';
import { vacation } from '#shared/domain/service/vacation.ts';

const { employeeId, type, from, to } = vacation.fields;

/** Puts a vacation into the schedule (график отпусков): a plan, which the request of the person later makes good. */
export const planVacation = command({
  name: 'vacation.plan',
  version: 1,
  args: z.object({ employeeId: employeeId.schema, type: type.schema, from: from.schema, to: to.schema }),
  *decide(tx, args, context) {
    const arranges = context.actor?.roles.some(
      (role) => role === 'hr' || role === 'administrator' || role === 'manager',
    );
    if (args.employeeId !== context.userId && !arranges) throw new Refusal('DENIED', { command: 'vacation.plan' });
    if (args.to < args.from) throw new Refusal('BAD_PERIOD', { from: args.from, to: args.to });
    const employee = yield* tx.existing('employee', args.employeeId);
    const leaves = yield* tx.list('vacation', 'employee', employee.id, 500, true);
    const other = leaves.find(
      (one) => (counts(one.state) || one.state === 'planned') && one.from <= args.to && args.from <= one.to,
    );
    if (other) throw new Refusal('VACATION_OVERLAP', { from: other.from, to: other.to });
    const id = tx.id();
    tx.put('vacation', {
      ...args,
      id,
      branchId: employee.branchId,
      departmentId: employee.departmentId ?? null,
      days: leaveDays(args.from, args.to),
      state: 'planned',
      substituteId: null,
      substitutionId: null,
      ticketId: null,
      createdById: context.userId,
      createdAt: context.occurredAt,
      cancelledAt: null,
    });
    return { id };
  },
});

/** Takes a plan out of the schedule. What has been asked for is cancelled with its ticket. */
export const unplanVacation = command({
  name: 'vacation.unplan',
  version: 1,
  args: z.object({ id: z.string() }),
  about: (args) => ({ entity: 'vacation', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('vacation', args.id);
    const arranges = context.actor?.roles.some(
      (role) => role === 'hr' || role === 'administrator' || role === 'manager',
    );
    if (row.employeeId !== context.userId && !arranges) throw new Refusal('DENIED', { command: 'vacation.unplan' });
    if (row.state !== 'planned') throw new Refusal('WRONG_STAGE', { state: row.state });
    tx.patch('vacation', row, { state: 'cancelled', cancelledAt: context.occurredAt });
    return {};
  },
});
