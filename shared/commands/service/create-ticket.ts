import { actedAt } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import { beginRound } from '#shared/commands/approval/submit.ts';
import type { Context } from '#shared/commands/command.ts';
import { origin } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { goOn } from '#shared/commands/service/after-round.ts';
import { askForVacation } from '#shared/commands/service/ask-vacation.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { nextNumber } from '#shared/commands/service/numbering.ts';
import { pinnedNow } from '#shared/commands/service/pinned-time.ts';
import { planTasks } from '#shared/commands/service/plan-tasks.ts';
import { requestSteps } from '#shared/commands/service/request-steps.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import { firstOfType } from '#shared/domain/form/first-of-type.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Priority } from '#shared/domain/service/definition.ts';
import type { TicketSla } from '#shared/domain/service/ticket.ts';
import { ticketTitle } from '#shared/domain/service/ticket-title.ts';

export interface Wish {
  service: RowOf<'service'>;
  version: RowOf<'service_version'>;
  values: Record<string, unknown>;
  requester: RowOf<'employee'>;
  priority: Priority | null;
  title: string | null;
  splitFromId: string | null;
  recurringId: string | null;
}

/** Makes a ticket with its paper, its clocks and tasks, and sends it on: into its round of approval, or to its desk. Returns its id. */
export function* createTicket(tx: Transaction, context: Context, wish: Wish): Reading<string> {
  const { service, version, requester } = wish;
  const { definition } = version;
  const values = formValues(definition.form, wish.values);
  const problems = valueProblems(definition.form, values);
  if (problems.length > 0)
    throw new Refusal('FORM_PROBLEMS', { service: service.name, problems: problems.slice(0, 20) });
  const id = tx.id();
  const at = nowOf(context);
  const priority = wish.priority ?? definition.priority;
  const title = wish.title ?? ticketTitle(definition.titlePattern, definition.form, values, service.name);
  const number = yield* nextNumber(tx, context);
  const ticket: RowOf<'ticket'> = {
    ...unmeasured(),
    id,
    number,
    serviceId: service.id,
    serviceVersion: version.version,
    title,
    values,
    requesterId: requester.id,
    authorId: context.actor?.id ?? requester.id,
    branchId: requester.branchId,
    queueId: definition.queueId,
    priority,
    splitFromId: wish.splitFromId,
    recurringId: wish.recurringId,
    sla: yield* promised(tx, definition, { priority, branchId: requester.branchId, at }),
    since: at,
    occurredAt: context.occurredAt,
    receivedAt: context.receivedAt,
    deviceName: context.deviceName,
  };
  tx.put('ticket', ticket);
  const paper = paperOf(ticket, definition.form, yield* todayIn(tx, requester.branchId, actedAt(context)));
  tx.put('document', { ...paper, ...origin(context), authorId: requester.id });
  if (definition.effect === 'vacation') yield* askForVacation(tx, context, ticket, requester);
  yield* planTasks(tx, id, definition.tasks);
  yield* sendOn(tx, context, ticket, definition);
  yield* settleTicket(tx, context, id);
  return id;
}

function* sendOn(
  tx: Transaction,
  context: Context,
  ticket: RowOf<'ticket'>,
  { routeId }: Pick<RowOf<'service_version'>['definition'], 'routeId'>,
): Reading<void> {
  const paper = yield* tx.existing('document', ticket.id);
  const route = routeId ? yield* tx.existing('approval_route', routeId) : null;
  const steps = yield* requestSteps(tx, route, paper, ticket.requesterId);
  happen(tx, context, ticket.id, 'created', { approval: steps.length > 0, serviceVersion: ticket.serviceVersion });
  if (!route || steps.length === 0) return yield* goOn(tx, context, ticket.id);
  const from = { id: route.id, name: route.name, version: route.version };
  const asker = { ...context, userId: ticket.requesterId };
  yield* beginRound(tx, asker, paper, { purpose: 'approval', route: from, steps, note: null, round: 1 });
}

/** What the policy promises for this priority, in the working time as it is now. */
function* promised(
  tx: Transaction,
  definition: RowOf<'service_version'>['definition'],
  { priority, branchId, at }: { priority: Priority; branchId: string; at: number },
): Reading<TicketSla> {
  const policy = definition.slaPolicyId ? yield* tx.existing('sla_policy', definition.slaPolicyId) : null;
  const queue = definition.queueId ? yield* tx.existing('queue', definition.queueId) : null;
  const { pins } = yield* pinnedNow(tx, policy?.calendar ?? 'requester', { branchId, queue, madeAt: at }, at);
  return {
    policyId: policy?.id ?? null,
    policyVersion: policy?.version ?? 0,
    response: policy?.targets[priority].response ?? null,
    resolution: policy?.targets[priority].resolution ?? null,
    times: [{ ...pins, from: null }],
    steps: policy?.steps ?? [],
  };
}

/** The paper that is approved, filed and printed: its fields come from the form, so that nothing is typed twice. */
function paperOf(ticket: RowOf<'ticket'>, form: RowOf<'service_version'>['definition']['form'], date: string) {
  const amount = firstOfType(form, ticket.values, 'money');
  const counterparty = firstOfType(form, ticket.values, 'counterparty');
  return {
    id: ticket.id,
    kind: 'application' as const,
    number: ticket.number,
    date,
    subject: ticket.title,
    counterpartyId: typeof counterparty === 'string' ? counterparty : null,
    amount: typeof amount === 'number' ? amount : null,
    vatAmount: null,
    currency: 'RUB',
    state: 'draft' as const,
    responsibleId: null,
    branchId: ticket.branchId,
    dueDate: null,
    note: null,
    labels: [],
    custom: ticket.values,
    sourceKey: null,
    sourceFormat: null,
  };
}

/** What is worked out later. */
const unmeasured = () =>
  ({
    assigneeId: null,
    insteadOfId: null,
    state: 'approval' as const,
    stage: 0,
    watchers: [],
    participants: [],
    deskIds: [],
    question: null,
    unread: false,
    solution: null,
    rating: null,
    ratingComment: null,
    reopened: 0,
    mergedIntoId: null,
    loggedMinutes: 0,
    responseDueAt: null,
    respondedAt: null,
    responseSpent: null,
    responseLived: null,
    responseLate: null,
    resolutionDueAt: null,
    resolutionSpent: null,
    resolutionLived: null,
    resolutionLate: null,
    breaksAt: null,
    checkAt: null,
    escalated: 0,
    approvalMinutes: 0,
    queueMinutes: 0,
    workMinutes: 0,
    waitingMinutes: 0,
    stageMinutes: {},
    assignedAt: null,
    resolvedAt: null,
    closedAt: null,
  }) satisfies Partial<RowOf<'ticket'>>;
