import { z } from 'zod';
import { branchScope, entity, organizationScope, queueScope, roleScope, userScope } from '#shared/domain/entity.ts';
import { id, json, later, oneOf, optionalId, optionalText, text } from '#shared/domain/field.ts';
import type { Id } from '#shared/lib/ids.ts';

export const roles = ['administrator', 'manager', 'accountant', 'lawyer', 'clerk', 'hr', 'it'] as const;
export type Role = (typeof roles)[number];

export const employee = entity({
  name: 'employee',
  fields: {
    fullName: text(200),
    position: text(200),
    branchId: id(),
    login: text(60),
    roles: json(z.array(z.enum(roles)), { merge: 'merge' }),
    /** Branches whose papers the person may see; null: all of them. */
    branchAccess: json(z.array(z.string()).nullable(), { merge: 'ask' }),
    email: optionalText(200, { merge: 'latest' }),
    phone: optionalText(40, { merge: 'latest' }),
    state: oneOf(['active', 'blocked']),
    departmentId: later(optionalId()),
    /** Queues whose tickets the person sees: as a member, or while standing in for one. Kept by queue.* and substitution.*. */
    queueIds: later(json(z.array(z.string()).nullable(), { part: 'process', merge: 'latest' })),
  },
  keys: { login: (row) => row.login, state: (row) => row.state },
  scopes: () => [organizationScope],
});

/** What of an employee decides what they may see. */
type Sight = { id: Id; branchId: Id; branchAccess: string[] | null; state: string } & {
  roles?: readonly string[];
  queueIds?: string[] | null | undefined;
};

/** Scopes a person may see, given all branches of the organization; at most 100 of them (sync.md). */
export function scopesOfEmployee(person: Sight, branches: readonly Id[]): string[] {
  if (person.state !== 'active') return [];
  const visible = person.branchAccess === null ? branches : person.branchAccess;
  // What a person cannot work without comes before the limit cuts.
  const first = [organizationScope, userScope(person.id), branchScope(person.branchId)];
  first.push(...(person.roles ?? []).map(roleScope), ...(person.queueIds ?? []).map(queueScope));
  return [...new Set([...first, ...visible.map(branchScope).sort()])].slice(0, 100).sort();
}
