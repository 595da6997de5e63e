import type { ActingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { type TimeLeft, timeLeft } from '#electron/core/app/queries/approval/time-left.ts';
import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { Portal } from '#electron/core/app/queries/ticket/portal.ts';
import type { AskedTask, LastRound } from '#electron/core/app/queries/ticket/rounds.ts';
import { workOf } from '#shared/commands/approval/acting.ts';
import type { SubstitutedWork } from '#shared/domain/company/substitution.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ClockView, Holder } from '#shared/queries/ticket.ts';

type Ticket = Pick<
  RowOf<'ticket'>,
  'state' | 'requesterId' | 'queueId' | 'assigneeId' | 'insteadOfId' | 'since' | 'assignedAt'
>;

interface Seen {
  staff: Staff;
  portal: Portal;
  today: ActingHere['today'];
  round: LastRound | null;
  resolution: ClockView;
}

const nobody: Holder = {
  type: 'nobody',
  employeeId: null,
  fullName: null,
  insteadOfName: null,
  queueName: null,
  others: 0,
  since: null,
  dueAt: null,
};

/** Who has a ticket now: whoever is asked to agree, whoever works on it or their desk, or the requester. */
export function holderOf(ticket: Ticket, seen: Seen): Holder {
  const { staff, portal, round, resolution } = seen;
  const { state, since } = ticket;
  const queueName = portal.queues.get(ticket.queueId ?? '')?.name ?? null;
  if (state === 'approval') return approver(round?.asked ?? [], seen);
  if (state === 'waiting' || state === 'resolved') {
    const { requesterId } = ticket;
    return { ...nobody, type: 'requester', employeeId: requesterId, fullName: staff.nameOf(requesterId), since };
  }
  if (state !== 'open' && state !== 'working') return nobody;
  const { dueAt } = resolution;
  if (ticket.assigneeId === null) return { ...nobody, type: 'desk', queueName, since, dueAt };
  const acting = standingIn(ticket.assigneeId, 'tickets', seen);
  return {
    ...nobody,
    ...acting,
    type: 'person',
    insteadOfName: acting.insteadOfName ?? staff.nameOf(ticket.insteadOfId),
    queueName,
    since: ticket.assignedAt ?? since,
    dueAt,
  };
}

function approver(asked: readonly AskedTask[], seen: Seen): Holder {
  const [first] = asked;
  if (!first) return nobody;
  const acting = standingIn(first.employeeId, workOf[first.kind], seen);
  const { activeSince: since, dueAt } = first;
  return { ...nobody, ...acting, type: 'person', others: asked.length - 1, since, dueAt };
}

/** The person, or whoever does their work today. */
export function standingIn(employeeId: string, work: SubstitutedWork, { staff, today }: Pick<Seen, 'staff' | 'today'>) {
  const found = today.find((one) => one.employeeId === employeeId && one.kinds.includes(work));
  if (!found) return { employeeId, fullName: staff.nameOf(employeeId), insteadOfName: null };
  const fullName = staff.nameOf(found.substituteId);
  return { employeeId: found.substituteId, fullName, insteadOfName: staff.nameOf(employeeId) };
}

/** The time left of what concerns the requester: of the step of the approval, or of the resolution. */
export function timeOfHolder(
  ticket: Ticket,
  { staff, round, resolution }: Seen,
  now: number,
): TimeLeft & { dueAt: number | null } {
  if (ticket.state === 'approval') {
    const [task] = round?.asked ?? [];
    if (!task || !round) return { dueAt: null, minutesLeft: null, left: null };
    const minutes = round.steps[task.step]?.deadlineMinutes ?? null;
    return { dueAt: task.dueAt, ...timeLeft(staff.timeOf(task.employeeId), now, task.dueAt, minutes) };
  }
  if (resolution.dueAt === null) return { dueAt: null, minutesLeft: null, left: null };
  const { dueAt, minutesLeft, left } = resolution;
  return { dueAt, minutesLeft, left };
}
