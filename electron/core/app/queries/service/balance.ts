import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { type LeaveBalance, leaveBalance } from '#shared/domain/service/leave.ts';

/**
 * Days of vacation of an employee on a day, by the rule of the request; without the vacation of `exceptTicketId`. null: nobody has
 * entered what the person is entitled to, or the person here may not know it.
 */
export function balanceOf(
  db: Readable,
  employeeId: string,
  on: string,
  exceptTicketId: string | null = null,
): LeaveBalance | null {
  const grants = rowsOf(db, 'vacation_grant', 'WHERE employeeId = ? AND archivedAt IS NULL', employeeId);
  if (grants.length === 0) return null;
  const leaves = rowsOf(db, 'vacation', `WHERE employeeId = ? AND type = 'annual' AND state <> 'planned'`, employeeId);
  const taking = leaves.filter((one) => exceptTicketId === null || one.ticketId !== exceptTicketId);
  return leaveBalance(grants, taking, on);
}
