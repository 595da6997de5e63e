import type { Job } from '#server/jobs/job.ts';
import type { DueRow } from '#server/sync/store-port.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

const page = 500;
/** Recurring requests of a company are few. */
const limit = 2_000;

/** Tickets whose clock has come to a step of the escalation, and resolved ones that nobody has confirmed in time. */
export const checkTickets: Job = async (tx, now, isNew) => {
  const found: DueRow[] = [];
  for (let after: DueRow | null = null; ; after = found.at(-1) ?? null) {
    const next: DueRow[] = await tx.due('ticket', now, after, page);
    found.push(...next);
    if (next.length < page) break;
  }
  const due = found.filter((one) => isNew(`check/${one.id}/${one.due}`));
  return due.map(({ id }) => ({ name: 'ticket.check', v: 1, args: { id } }));
};

/** Requests whose day has come where their requester works. */
export const recurTickets: Job = async (tx, now, isNew) => {
  const rows = (await tx.byKey('recurring_ticket', 'living', 'living', limit, false)).map(
    ({ row }) => row as RowOf<'recurring_ticket'>,
  );
  if (rows.length === 0) return [];
  const employees = await tx.getMany('employee', [...new Set(rows.map((row) => row.requesterId))]);
  const branchOf = (row: RowOf<'recurring_ticket'>): string =>
    (employees.get(row.requesterId)?.row as RowOf<'employee'> | undefined)?.branchId ?? '';
  const branches = await tx.getMany('branch', [...new Set(rows.map(branchOf))]);
  const due = rows.filter((row) => {
    const branch = branches.get(branchOf(row))?.row as RowOf<'branch'> | undefined;
    return branch && row.nextOn <= localDate(branch.offsets, now) && isNew(`recur/${row.id}/${row.nextOn}`);
  });
  return due.map((row) => ({ name: 'ticket.recur', v: 1, args: { id: row.id, on: row.nextOn } }));
};
