import { z } from 'zod';
import { settle } from '#shared/commands/approval/settle.ts';
import type { Context } from '#shared/commands/command.ts';
import { command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { checkSubstitute, checkVacation, vacationFields, vacationType } from '#shared/commands/service/ask-vacation.ts';
import { happen } from '#shared/commands/service/log.ts';
import { isOfDesk, openTicket } from '#shared/commands/service/reach.ts';
import { reroute } from '#shared/commands/service/reroute.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import { firstOfType } from '#shared/domain/form/first-of-type.ts';
import { type Form, fieldsOf } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { leaveDays } from '#shared/domain/service/leave.ts';
import { ticketTitle } from '#shared/domain/service/ticket-title.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/**
 * Changes what was filled in. `base` is what stood when the person began: another value that somebody has written meanwhile is not
 * written over. While a round is under way the decisions of it fall away with the content; what was agreed is not changed any more.
 */
export const editTicket = command({
  name: 'ticket.update',
  version: 1,
  args: z.object({ id: z.string(), patch: z.record(z.string(), z.unknown()), base: z.record(z.string(), z.unknown()) }),
  about: (args) => ({ entity: 'ticket', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* openTicket(tx, context, args.id);
    const isOwn = context.userId === row.requesterId || context.userId === row.authorId;
    if (!isOwn && !(yield* isOfDesk(tx, context, row))) throw new Refusal('DENIED', { command: 'ticket.update' });
    const rounds = yield* tx.list('approval', 'document', row.id, 500);
    if (rounds.some((one) => one.state === 'approved')) throw new Refusal('APPROVED_LOCKED', {});
    const disputed = Object.keys(args.patch).find(
      (key) =>
        !sameValue(row.values[key] ?? null, args.base[key] ?? null) && !sameValue(row.values[key], args.patch[key]),
    );
    if (disputed) throw new Refusal('STALE_VERSION', { field: disputed });
    const service = yield* tx.existing('service', row.serviceId);
    const version = yield* tx.byKey('service_version', 'version', `${row.serviceId}/${row.serviceVersion}`);
    if (!version) throw new Refusal('NOT_FOUND', { entity: 'service', id: row.serviceId });
    const { definition } = version;
    const values = formValues(definition.form, { ...row.values, ...args.patch });
    const problems = valueProblems(definition.form, values);
    if (problems.length > 0)
      throw new Refusal('FORM_PROBLEMS', { service: service.name, problems: problems.slice(0, 20) });
    const title = ticketTitle(definition.titlePattern, definition.form, values, service.name);
    tx.patch('ticket', row, { values, title });
    if (definition.effect === 'vacation') yield* moveVacation(tx, context, row, values, definition.form);
    const fields = [...new Set([...Object.keys(row.values), ...Object.keys(values)])];
    const changed = fields.filter((key) => !sameValue(row.values[key] ?? null, values[key] ?? null));
    happen(tx, context, row.id, 'edited', {
      changes: changed.map((field) => ({ field, from: row.values[field] ?? null, to: values[field] ?? null })),
    });
    yield* rewritePaper(tx, row.id, { values, title, form: definition.form });
    yield* settle(tx, context, row.id);
    yield* reroute(tx, context, row.id, definition.routeId);
    return {};
  },
});

function* rewritePaper(
  tx: Transaction,
  id: string,
  { values, title, form }: { values: Record<string, unknown>; title: string; form: Form },
): Reading<void> {
  const paper = yield* tx.existing('document', id);
  const amount = firstOfType(form, values, 'money');
  const counterparty = firstOfType(form, values, 'counterparty');
  tx.patch('document', paper, { custom: values, subject: title, amount, counterpartyId: counterparty });
}

/** The vacation that was asked for moves with the form. */
function* moveVacation(
  tx: Transaction,
  context: Context,
  row: RowOf<'ticket'>,
  values: Record<string, unknown>,
  form: Form,
): Reading<void> {
  const leave = yield* tx.byKey('vacation', 'ticket', row.id);
  if (leave?.state !== 'requested') return;
  const period = values[vacationFields.period] as { from: string; to: string };
  const substituteId = (values[vacationFields.substitute] ?? null) as string | null;
  const employee = yield* tx.existing('employee', row.requesterId);
  const options = fieldsOf(form).find((field) => field.key === vacationFields.type)?.options ?? [];
  const type = vacationType(values[vacationFields.type] as string | null, options);
  yield* checkVacation(tx, context, { employee, period, substituteId, type, ticketId: row.id });
  if (substituteId) yield* checkSubstitute(tx, employee.id, substituteId, period);
  tx.patch('vacation', leave, { ...period, type, substituteId, days: leaveDays(period.from, period.to) });
}
