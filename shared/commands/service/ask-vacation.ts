import { z } from 'zod';
import { actedAt } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import { activeEmployee } from '#shared/commands/approval/people.ts';
import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { awayWithin, counts } from '#shared/commands/service/absence.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { leaveBalance, leaveDays } from '#shared/domain/service/leave.ts';
import { vacationTypes } from '#shared/domain/service/vacation.ts';

/** The fields by which a service with the effect of a vacation is known: `period`, `substitute`, and `vacation_type` if it has one. */
export const vacationFields = { period: 'period', substitute: 'substitute', type: 'vacation_type' } as const;

const asked = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  substitute: z.string().nullish(),
  vacation_type: z.string().nullish(),
});

/** Types in the order in which the form of the service offers them. */
export function vacationType(value: string | null | undefined, options: readonly string[]): RowOf<'vacation'>['type'] {
  const index = value ? options.indexOf(value) : 0;
  return vacationTypes[Math.max(0, index)] ?? 'other';
}

/** Writes the vacation that a ticket asks for. Refuses days that overlap, that the person does not have, or a substitute who is away too. */
export function* askForVacation(
  tx: Transaction,
  context: Context,
  ticket: RowOf<'ticket'>,
  employee: RowOf<'employee'>,
): Reading<void> {
  const found = asked.safeParse(ticket.values);
  if (!found.success)
    throw new Refusal('EFFECT_FIELDS', { fields: [vacationFields.period, vacationFields.substitute] });
  const { period, substitute, vacation_type } = found.data;
  const version = yield* tx.byKey('service_version', 'version', `${ticket.serviceId}/${ticket.serviceVersion}`);
  const fields = version?.definition.form.sections.flatMap((section) => section.fields) ?? [];
  const type = vacationType(vacation_type, fields.find((field) => field.key === vacationFields.type)?.options ?? []);
  yield* checkVacation(tx, context, { employee, period, substituteId: substitute ?? null, type, ticketId: ticket.id });
  // What stands in the schedule for these days becomes this request.
  for (const planned of yield* tx.list('vacation', 'employee', employee.id, 500, true))
    if (planned.state === 'planned' && planned.from <= period.to && period.from <= planned.to)
      tx.patch('vacation', planned, { state: 'cancelled', cancelledAt: context.occurredAt });
  tx.put('vacation', {
    id: tx.id(),
    employeeId: employee.id,
    branchId: employee.branchId,
    departmentId: employee.departmentId ?? null,
    type,
    ...period,
    days: leaveDays(period.from, period.to),
    state: 'requested',
    substituteId: substitute ?? null,
    substitutionId: null,
    ticketId: ticket.id,
    createdById: context.userId,
    createdAt: context.occurredAt,
    cancelledAt: null,
  });
}

interface Asked {
  employee: RowOf<'employee'>;
  period: { from: string; to: string };
  substituteId: string | null;
  type: RowOf<'vacation'>['type'];
  ticketId: string | null;
}

/** Refuses a vacation that cannot be: past or backwards, over another one, beyond the balance, or with a substitute who is away. */
export function* checkVacation(tx: Transaction, context: Context, wish: Asked): Reading<void> {
  const { employee, period, substituteId, type, ticketId } = wish;
  const today = yield* todayIn(tx, employee.branchId, actedAt(context));
  if (period.to < period.from || period.to < today) throw new Refusal('BAD_PERIOD', period);
  const leaves = (yield* tx.list('vacation', 'employee', employee.id, 500, true)).filter(
    (one) => ticketId === null || one.ticketId !== ticketId,
  );
  const other = leaves.find((one) => counts(one.state) && one.from <= period.to && period.from <= one.to);
  if (other) throw new Refusal('VACATION_OVERLAP', { from: other.from, to: other.to });
  if (substituteId !== null) yield* checkSubstitute(tx, employee.id, substituteId, period);
  if (type !== 'annual') return;
  const grants = (yield* tx.list('vacation_grant', 'employee', employee.id, 500)).filter(
    (one) => one.archivedAt === null,
  );
  // Nobody has entered what the person is entitled to: their desk counts by hand.
  if (grants.length === 0) return;
  const taking = leaves.filter((one) => one.type === 'annual' && one.state !== 'planned');
  const { available } = leaveBalance(grants, taking, period.from);
  const days = leaveDays(period.from, period.to);
  if (days > available) throw new Refusal('NO_BALANCE', { days, available });
}

export function* checkSubstitute(
  tx: Transaction,
  employeeId: string,
  substituteId: string,
  { from, to }: { from: string; to: string },
): Reading<void> {
  if (substituteId === employeeId) throw new Refusal('SUBSTITUTE_IS_REQUESTER', {});
  yield* activeEmployee(tx, substituteId);
  const away = yield* awayWithin(tx, substituteId, from, to);
  if (away) throw new Refusal('SUBSTITUTE_AWAY', away);
}
