import { type ActingHere, decidesFor } from '#electron/core/app/queries/approval/acting-here.ts';
import type { Telling } from '#electron/core/app/queries/ticket/queue-rows.ts';
import type { LastRound } from '#electron/core/app/queries/ticket/rounds.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';
import { dayLength } from '#shared/lib/dates/local-time.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Card = NonNullable<QueryResult<'ticket.card'>>;

interface Asked {
  me: RowOf<'employee'> | null;
  acting: ActingHere;
  round: LastRound | null;
  /** A round of the paper has been agreed: what was agreed is not changed any more. */
  agreed: boolean;
  vacation: Card['vacation'];
}

/** As long as in ticket.reopen. */
const reopenDays = 30;

/** What the person here may do with a ticket: the same rules as the commands', so that nothing is offered that would be refused. */
export function rightsOf({ portal, now }: Telling, row: RowOf<'ticket'>, asked: Asked): Card['may'] {
  const { me, acting, round, vacation } = asked;
  const lead = portal.queues.get(row.queueId ?? '')?.leadId ?? null;
  const desk =
    row.assigneeId === acting.me ||
    (row.queueId !== null && (me?.queueIds?.includes(row.queueId) ?? false)) ||
    (me?.roles.includes('administrator') ?? false) ||
    (row.assigneeId !== null && acting.insteadOf.tickets.has(row.assigneeId)) ||
    lead === acting.me;
  const own =
    row.requesterId === acting.me || row.authorId === acting.me || acting.insteadOf.tickets.has(row.requesterId);
  const open = isOpen(row.state);
  const settled = row.state === 'resolved' || row.state === 'closed';
  const recent = row.resolvedAt === null || now - row.resolvedAt <= reopenDays * dayLength;
  const made = row.requesterId === acting.me || row.authorId === acting.me;
  return {
    desk,
    own,
    // What an approver gave back comes to the desk after it has been sent again.
    take: desk && open && row.state !== 'approval' && row.assigneeId === null && row.question?.resubmit !== true,
    edit: open && !asked.agreed && (made || desk),
    approve: round?.asked.some((task) => decidesFor(acting, task) !== undefined) ?? false,
    reopen: own && settled && recent,
    cancel: own && (open || (settled && vacation?.state === 'approved')),
  };
}
