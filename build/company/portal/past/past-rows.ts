import type { PastCourse } from '#build/company/portal/past/past-course.ts';
import type { KnownService } from '#build/company/portal/past/past-world.ts';
import { firstOfType } from '#shared/domain/form/first-of-type.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { type ClockTerms, foldClocks, type TimeSpan } from '#shared/domain/service/clocks.ts';
import { inLaneOrder } from '#shared/domain/service/lane-order.ts';
import type { PinnedTime } from '#shared/domain/service/ticket.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface PastRequest {
  id: Id;
  number: string;
  title: string;
  values: Record<string, unknown>;
  requester: RowOf<'employee'>;
  service: KnownService;
  at: number;
  heard: number;
  device: string | null;
  /** The local day on which it was made. */
  date: string;
}

/** The ticket at its end, its clocks folded from its log as the product folds them. */
export function ticketOfPast(
  { id, number, title, values, requester, service, at, heard, device }: PastRequest,
  { log, round, tasks, outcome, endedAt }: PastCourse,
  { pin, span }: { pin: PinnedTime; span: TimeSpan },
): RowOf<'ticket'> {
  const { row, definition, policy, queue } = service;
  const { response, resolution } = policy.targets[definition.priority];
  const terms: ClockTerms = { responseMinutes: response, resolutionMinutes: resolution };
  const desks = tasks.flatMap((task) => (task.queueId && task.queueId !== queue.id ? [task.queueId] : []));
  const asked = round ? round.tasks.map((task) => task.employeeId) : [];
  return {
    id,
    number,
    serviceId: row.id,
    serviceVersion: row.publishedVersion,
    title,
    values,
    requesterId: requester.id,
    authorId: requester.id,
    branchId: requester.branchId,
    queueId: definition.queueId,
    assigneeId: null,
    insteadOfId: null,
    priority: definition.priority,
    stage: 0,
    watchers: [],
    participants: [...new Set(asked)].filter((one) => one !== requester.id),
    deskIds: [...new Set(desks)],
    question: null,
    unread: false,
    solution: null,
    rating: null,
    ratingComment: null,
    reopened: 0,
    mergedIntoId: null,
    splitFromId: null,
    recurringId: null,
    loggedMinutes: 0,
    sla: {
      policyId: policy.id,
      policyVersion: policy.version,
      response,
      resolution,
      times: [pin],
      steps: policy.steps,
    },
    ...measured(foldClocks(inLaneOrder(log.events), terms, [span], endedAt, 'ended')),
    breaksAt: null,
    checkAt: null,
    escalated: 0,
    assignedAt: null,
    resolvedAt: null,
    closedAt: null,
    occurredAt: at,
    receivedAt: heard,
    deviceName: device,
    ...outcome,
  };
}

/** What the lists show of clocks that have stopped. */
const measured = ({ response, resolution, minutes, stages }: ReturnType<typeof foldClocks>) => ({
  responseDueAt: null,
  respondedAt: response.stoppedAt,
  responseSpent: response.startedAt === null ? null : response.spent,
  responseLived: response.startedAt === null ? null : response.lived,
  responseLate: response.late,
  resolutionDueAt: null,
  resolutionSpent: resolution.startedAt === null ? null : resolution.spent,
  resolutionLived: resolution.startedAt === null ? null : resolution.lived,
  resolutionLate: resolution.late,
  approvalMinutes: minutes.approval,
  queueMinutes: minutes.queue,
  workMinutes: minutes.work,
  waitingMinutes: minutes.waiting,
  stageMinutes: stages,
});

/** The paper of a request as it was sent. */
export function paperOfPast({ id, number, title, values, requester, service, at, heard, device, date }: PastRequest) {
  const { form } = service.definition;
  const paper: RowOf<'document'> = {
    id,
    kind: 'application',
    number,
    date,
    subject: title,
    counterpartyId: firstOfType(form, values, 'counterparty'),
    amount: firstOfType(form, values, 'money'),
    vatAmount: null,
    currency: 'RUB',
    state: 'draft',
    responsibleId: null,
    branchId: requester.branchId,
    dueDate: null,
    note: null,
    labels: [],
    custom: values,
    sourceKey: null,
    sourceFormat: null,
    authorId: requester.id,
    createdAt: at,
    receivedAt: heard,
    deviceName: device,
    archivedAt: null,
  };
  return paper;
}

/** The bill that was attached to a request right after it was sent. */
export const billOfPast = (
  { id: documentId, requester, at, heard }: PastRequest,
  id: Id,
  bill: { name: string; size: number; sha256: string },
): RowOf<'attachment'> => ({
  ...bill,
  id,
  documentId,
  mime: 'application/pdf',
  authorId: requester.id,
  createdAt: at,
  verifiedAt: heard + 5_000,
  archivedAt: null,
});
