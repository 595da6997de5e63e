import type { Role } from '#shared/domain/employee.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Roles = readonly Role[] | null | undefined;
type Person = { roles: readonly string[] };

/** Administrators always may: whoever arranges a right could give it to themselves anyway. */
const isAmong = (allowed: Roles, person: Person): boolean =>
  !allowed || person.roles.some((role) => role === 'administrator' || allowed.some((one) => one === role));

/** Whether a person may make documents of a kind of the company's own. */
export const mayCreateOf = (kind: Pick<RowOf<'document_kind'>, 'createRoles'>, person: Person): boolean =>
  isAmong(kind.createRoles, person);

/** Whether a person may change documents of a kind of the company's own, their files among that. */
export const mayEditOf = (kind: Pick<RowOf<'document_kind'>, 'editRoles'>, person: Person): boolean =>
  isAmong(kind.editRoles, person);
