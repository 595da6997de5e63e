import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { Role } from '#shared/domain/employee.ts';

interface Person {
  id: string;
  fullName: string;
  state: string;
  roles: readonly Role[];
}

/** Who can be asked in a step today, in the whole company; `of_request`: it follows from each request who it is. */
export function stepPeople<P extends Person>(
  step: Pick<RouteStep, 'members'>,
  employees: readonly P[],
): P[] | 'of_request' {
  if (step.members.some((member) => member.type === 'head' || member.type === 'responsible')) return 'of_request';
  return employees.filter(
    (person) =>
      person.state === 'active' &&
      step.members.some((member) =>
        member.type === 'employee'
          ? member.employeeId === person.id
          : member.type === 'role' && person.roles.includes(member.role),
      ),
  );
}
