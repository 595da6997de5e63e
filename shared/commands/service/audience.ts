import type { RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';

type Asking = Pick<RowOf<'employee'>, 'branchId' | 'departmentId' | 'roles'>;

/** Whether a service is offered to a person: everything that its audience names has to fit. */
export function isOffered({ audience }: Pick<ServiceDefinition, 'audience'>, person: Asking): boolean {
  const { branchIds, departmentIds, roles } = audience;
  if (branchIds !== null && !branchIds.includes(person.branchId)) return false;
  if (departmentIds !== null && !departmentIds.includes(person.departmentId ?? '')) return false;
  return roles === null || person.roles.some((role) => roles.includes(role));
}
