import type { ReadTx } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { scopesOfEmployee } from '#shared/domain/employee.ts';
import { type EntityName, ownScopes, type RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

export interface Person {
  id: Id;
  scopes: string[];
  /** seq of the last change of what the person may see. */
  membershipSeq: number;
}

/** What a person may see now; a blocked or unknown one sees nothing. */
export async function personOf(tx: ReadTx, userId: Id): Promise<Person> {
  const found = (await tx.getMany('employee', [userId])).get(userId);
  if (!found) return { id: userId, scopes: [], membershipSeq: 0 };
  const branches = await tx.idsOf('branch');
  const scopes = scopesOfEmployee(found.row as RowOf<'employee'>, branches);
  return { id: userId, scopes, membershipSeq: found.version };
}

/** Whether a person sees a row that stands by itself; rows with a parent are opened through it. */
export function seesRow(person: Person, entity: EntityName, row: AnyRow): boolean {
  const { scopes, parent } = ownScopes(entity, row);
  return parent !== undefined || scopes.some((scope) => person.scopes.includes(scope));
}
