import type { ServerStore } from '#server/sync/store-port.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { leaveDays } from '#shared/domain/service/leave.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';
import { granted } from '#tests/simulation/company.ts';

type Vacation = RowOf<'vacation'>;

/** In the centre: numbers, assignees, clocks and rounds of requests hold together, and no day of vacation is given twice. */
export async function examinePortal(store: ServerStore): Promise<string[]> {
  const tickets = await rowsOfCentre(store, 'ticket');
  if (tickets.length === 0) return [];
  const wrong = numbering(tickets);
  const rounds = await rowsOfCentre(store, 'approval');
  const papers = new Map((await rowsOfCentre(store, 'document')).map((row) => [row.id, row]));
  for (const row of tickets) {
    const { id, state, assigneeId, breaksAt, resolutionDueAt, resolutionSpent, workMinutes, queueMinutes } = row;
    if ((state === 'working') !== (assigneeId !== null) && (state === 'working' || state === 'open'))
      wrong.push(`ticket ${id} is ${state} and ${assigneeId ? 'has' : 'has not'} somebody`);
    const runs = state === 'open' || state === 'working';
    if (runs !== (resolutionDueAt !== null) || runs !== (breaksAt !== null))
      wrong.push(`the clock of ticket ${id} ${runs ? 'stands' : 'runs'} while it is ${state}`);
    if (resolutionSpent !== null && Math.abs(resolutionSpent - workMinutes - queueMinutes) > 2)
      wrong.push(`ticket ${id} has spent other minutes than it was at the desk`);
    // Readers may be asked at any time, and their round ends without the request.
    const own = rounds.filter((one) => one.documentId === id && one.purpose === 'approval');
    const agreeing = own.some((one) => one.state === 'running');
    if (agreeing !== (state === 'approval')) wrong.push(`ticket ${id} is ${state}, its round says otherwise`);
    if (papers.get(id)?.kind !== 'application') wrong.push(`ticket ${id} has no paper`);
    if (row.sla === null) wrong.push(`ticket ${id} was promised nothing`);
  }
  return [...wrong, ...(await vacations(store, tickets))];
}

/** One after the other, without a gap, as often as the counter says. */
function numbering(tickets: readonly RowOf<'ticket'>[]): string[] {
  const numbers = tickets.map((row) => Number(row.number?.slice(2))).sort((one, other) => one - other);
  return numbers.flatMap((number, n) => (number === n + 1 ? [] : [`number ${number} stands where ${n + 1} should`]));
}

async function vacations(store: ServerStore, tickets: readonly RowOf<'ticket'>[]): Promise<string[]> {
  const wrong: string[] = [];
  const rows = await rowsOfCentre(store, 'vacation');
  const substitutions = new Map((await rowsOfCentre(store, 'substitution')).map((row) => [row.id, row]));
  const taken = rows.filter((row) => row.state === 'requested' || row.state === 'approved');
  for (const row of taken) {
    const same = (other: Vacation): boolean => other.employeeId === row.employeeId && other.id !== row.id;
    if (taken.some((other) => same(other) && other.from <= row.to && row.from <= other.to))
      wrong.push(`the days of vacation ${row.id} are given twice`);
    const days = [row, ...taken.filter(same)].reduce((sum, { from, to }) => sum + leaveDays(from, to), 0);
    if (days > granted) wrong.push(`${row.employeeId} takes ${days} days`);
  }
  for (const row of rows) {
    const ticket = tickets.find((one) => one.id === row.ticketId);
    const gone = ticket?.state === 'cancelled' || ticket?.state === 'declined' || ticket?.state === 'rejected';
    if (gone !== (row.state === 'cancelled' || row.state === 'rejected'))
      wrong.push(`vacation ${row.id} is ${row.state}, its ticket ${ticket?.state}`);
    const replaced = row.substitutionId ? substitutions.get(row.substitutionId) : null;
    if (replaced && row.state === 'cancelled' && replaced.cancelledAt === null)
      wrong.push(`the substitution of the cancelled vacation ${row.id} is in force`);
  }
  return [
    ...wrong,
    ...lending([...substitutions.values()], await rowsOfCentre(store, 'queue'), await rowsOfCentre(store, 'employee')),
  ];
}

/** Everybody sees the queues of which they are members, and those lent to them by a substitution in force. */
function lending(
  substitutions: readonly RowOf<'substitution'>[],
  queues: readonly RowOf<'queue'>[],
  employees: readonly RowOf<'employee'>[],
): string[] {
  const wrong: string[] = [];
  for (const { id, queueIds } of employees) {
    const lent = substitutions.filter(
      (one) => one.substituteId === id && one.begunAt !== null && !one.endedAt && one.cancelledAt === null,
    );
    const own = queues.filter((one) => one.members.some((member) => member.employeeId === id)).map((one) => one.id);
    const due = new Set([...own, ...lent.flatMap((one) => one.lentQueueIds ?? [])]);
    if ([...due].sort().join() !== [...(queueIds ?? [])].sort().join())
      wrong.push(`${id} sees other queues than they should`);
  }
  return wrong;
}
