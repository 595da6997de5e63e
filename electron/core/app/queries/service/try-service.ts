import { type Staff, staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { employeeHere } from '#electron/core/app/queries/service/published.ts';
import { routePreview } from '#electron/core/app/queries/service/route-preview.ts';
import { runReading } from '#electron/core/app/queries/service/run-reading.ts';
import { queueName } from '#electron/core/app/queries/service/service-form.ts';
import { type Trial, trial } from '#electron/core/app/queries/service/trial.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { checkDefinition } from '#shared/commands/service/publish-faults.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import { formFaults } from '#shared/domain/form/form-faults.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { ticketTitle } from '#shared/domain/service/ticket-title.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Answer = QueryResult<'service.try'>;

/** Where a request made by a definition would go, by the very commands that would make it; nothing of it is kept. */
export function tryService(db: Readable, args: QueryArgs<'service.try'>, deps: QueryDeps): Answer {
  const { definition, serviceId } = args;
  const [service] = rowsOf(db, 'service', 'WHERE id = ?', serviceId);
  const requester = employeeHere(db, args.requesterId);
  if (!service || !requester)
    return { ...nothing, refused: { code: 'NOT_HERE', details: { entity: service ? 'employee' : 'service' } } };
  const faults = formFaults(definition.form);
  // A form that does not hold together has no values to speak of.
  if (faults.length > 0)
    return { ...nothing, refused: { code: 'FORM_FAULTS', details: { faults: faults.slice(0, 20) } } };
  const staff = staffOf(db, deps);
  const values = formValues(definition.form, args.values);
  const answer: Answer = {
    ...nothing,
    problems: valueProblems(definition.form, args.values),
    title: ticketTitle(definition.titlePattern, definition.form, values, service.name),
    route: routePreview(db, deps, staff, definition, requester, values),
    queueName: queueName(db, definition.queueId),
    tasks: definition.tasks.map((task) => ({ title: task.title, who: whoDoes(db, staff, task), dueAt: null })),
    refused: refusalOf(() => runReading(db, checkDefinition(new Transaction(serviceId, 'device'), definition))),
  };
  if (answer.refused || answer.problems.length > 0) return answer;
  const wish = { definition, values, requester, priority: args.priority };
  return { ...answer, ...attempt(db, deps, staff, service, wish) };
}

const nothing: Answer = {
  problems: [],
  refused: null,
  title: '',
  route: [],
  queueName: null,
  assignee: null,
  responseDueAt: null,
  resolutionDueAt: null,
  tasks: [],
};

interface Wish {
  definition: ServiceDefinition;
  values: Record<string, unknown>;
  requester: RowOf<'employee'>;
  priority: RowOf<'ticket'>['priority'] | null;
}

function attempt(db: Readable, deps: QueryDeps, staff: Staff, service: RowOf<'service'>, wish: Wish): Partial<Answer> {
  let made: Trial;
  try {
    made = trial(db, deps, service, wish);
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, details: error.details } };
    throw error;
  }
  const { ticket, tasks } = made;
  return {
    assignee:
      ticket.assigneeId === null
        ? null
        : {
            id: ticket.assigneeId,
            fullName: staff.nameOf(ticket.assigneeId) ?? '',
            insteadOfName: staff.nameOf(ticket.insteadOfId),
          },
    responseDueAt: ticket.responseDueAt,
    resolutionDueAt: ticket.resolutionDueAt,
    tasks: tasks.map((task) => ({ title: task.title, who: whoDoes(db, staff, task), dueAt: task.dueAt })),
  };
}

const whoDoes = (
  db: Readable,
  staff: Staff,
  { employeeId, queueId }: { employeeId: string | null; queueId: string | null },
): string | null => (employeeId === null ? queueName(db, queueId) : staff.nameOf(employeeId));

function refusalOf(run: () => void): Answer['refused'] {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
}
