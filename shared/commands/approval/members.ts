import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RouteMember } from '#shared/domain/approval/route.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** The employees whom a member of a step stands for, in the order of their ids; blocked ones are left out. */
export function* employeesOf(
  tx: Transaction,
  member: RouteMember,
  document: RowOf<'document'>,
  authorId: string,
): Reading<string[]> {
  if (member.type === 'employee') return yield* active(tx, member.employeeId);
  if (member.type === 'responsible') return yield* active(tx, document.responsibleId);
  if (member.type === 'head') return yield* active(tx, yield* headOf(tx, authorId));
  const everybody = yield* tx.list('employee', 'state', 'active', 5_000);
  const here = everybody.filter((one) => member.where === 'organization' || one.branchId === document.branchId);
  return here.filter((one) => one.roles.includes(member.role)).map((one) => one.id);
}

function* active(tx: Transaction, id: string | null): Reading<string[]> {
  if (id === null) return [];
  const found = yield* tx.get('employee', id);
  return typeof found === 'string' || found.state !== 'active' ? [] : [found.id];
}

/** The head of the author's department; of the department above when the author is the head. */
function* headOf(tx: Transaction, authorId: string): Reading<string | null> {
  const author = yield* tx.existing('employee', authorId);
  let departmentId = author.departmentId ?? null;
  // A ring of departments would never end.
  for (let above = 0; departmentId !== null && above < 20; above += 1) {
    const found = yield* tx.get('department', departmentId);
    if (typeof found === 'string') return null;
    if (found.headId !== null && found.headId !== authorId) return found.headId;
    departmentId = found.parentId;
  }
  return null;
}
