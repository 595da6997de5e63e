import { z } from 'zod';
import { branchScope, entity, organizationScope, userScope } from '#shared/domain/entity.ts';
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
  },
  keys: { login: (row) => row.login, state: (row) => row.state },
  scopes: () => [organizationScope],
});

/** Scopes a person may see, given all branches of the organization; at most 100 of them (sync.md). */
export function scopesOfEmployee(
  person: { id: Id; branchId: Id; branchAccess: string[] | null; state: string },
  branches: readonly Id[],
): string[] {
  if (person.state !== 'active') return [];
  const visible = person.branchAccess === null ? branches : person.branchAccess;
  // What a person cannot work without comes before the limit cuts.
  const first = [organizationScope, userScope(person.id), branchScope(person.branchId)];
  return [...new Set([...first, ...visible.map(branchScope).sort()])].slice(0, 100).sort();
}
