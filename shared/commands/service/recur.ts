import { z } from 'zod';
import { branchTime, todayIn } from '#shared/commands/approval/branch-time.ts';
import { command } from '#shared/commands/command.ts';
import { createTicket } from '#shared/commands/service/create-ticket.ts';
import { nowOf } from '#shared/commands/service/log.ts';
import { nextOccurrence } from '#shared/domain/service/next-occurrence.ts';
import { isWorkingDay, nextWorkingDay } from '#shared/lib/working-time/working-days.ts';

/** The day of a recurring request has come: its ticket is made, and the next day noted. The centre's own job; never two for one day. */
export const recurTicket = command({
  name: 'ticket.recur',
  version: 1,
  args: z.object({ id: z.string(), on: z.string() }),
  roles: 'centre',
  *decide(tx, args, context) {
    const row = yield* tx.existing('recurring_ticket', args.id);
    if (row.archivedAt !== null || row.nextOn !== args.on) return {};
    const requester = yield* tx.existing('employee', row.requesterId);
    const at = nowOf(context);
    const today = yield* todayIn(tx, requester.branchId, at);
    if (today < row.nextOn) return {};
    const following = nextOccurrence(row.every, row.day, today);
    const time = yield* branchTime(tx, requester.branchId, at);
    const nextOn = row.workingDay && !isWorkingDay(time, following) ? nextWorkingDay(time, following) : following;
    const ended = row.until !== null && nextOn > row.until;
    tx.patch('recurring_ticket', row, { nextOn, ...(ended ? { archivedAt: at } : {}) });
    const service = yield* tx.existing('service', row.serviceId);
    const version = yield* tx.byKey('service_version', 'version', `${service.id}/${service.publishedVersion}`);
    // A service that is closed, a requester who has left: nothing is made, and the desk sees the row stand still.
    if (!version || service.archivedAt !== null || requester.state !== 'active') return {};
    const { values, title } = row;
    const wish = { service, version, requester, values, title, priority: null, splitFromId: null, recurringId: row.id };
    return { id: yield* createTicket(tx, context, wish) };
  },
});
