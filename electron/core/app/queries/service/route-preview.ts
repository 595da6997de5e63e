import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { substitutionsToday } from '#electron/core/app/queries/company/standing-in.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { runReading } from '#electron/core/app/queries/service/run-reading.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { workOf } from '#shared/commands/approval/acting.ts';
import { employeesOf } from '#shared/commands/approval/members.ts';
import { asksHeadOnly } from '#shared/commands/service/request-steps.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import { stepsFor } from '#shared/domain/approval/conditions.ts';
import { Refusal } from '#shared/domain/error.ts';
import { firstOfType } from '#shared/domain/form/first-of-type.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { RoutePreviewStep } from '#shared/queries/service.ts';

/** Who would be asked to agree to a request with these values, step by step; whoever stands in for somebody today is named in their place. */
export function routePreview(
  db: Readable,
  deps: QueryDeps,
  staff: Staff,
  definition: ServiceDefinition,
  requester: RowOf<'employee'>,
  values: Record<string, unknown>,
): RoutePreviewStep[] {
  const [route] = definition.routeId ? rowsOf(db, 'approval_route', 'WHERE id = ?', definition.routeId) : [];
  if (!route) return [];
  const amount = firstOfType(definition.form, values, 'money');
  // Of the paper a route asks no more than this.
  const paper = {
    id: requester.id,
    kind: 'application',
    branchId: requester.branchId,
    amount,
    responsibleId: null,
  } as RowOf<'document'>;
  const tx = new Transaction(requester.id, 'device');
  const steps = stepsFor(route.steps, paper).map((step) => {
    const ids = step.members.flatMap((member) => {
      try {
        return runReading(db, employeesOf(tx, member, paper, requester.id));
      } catch (error) {
        // A person of the route who is not on this workstation: the centre will know them.
        if (error instanceof Refusal) return [];
        throw error;
      }
    });
    const people = [...new Set(ids)].map((id) => insteadOf(db, deps, staff, id, workOf[step.kind]));
    return { step, line: { name: step.name, people, deadlineMinutes: step.deadlineMinutes } };
  });
  // Whoever has nobody above them is asked by nobody there.
  return steps.filter(({ step, line }) => line.people.length > 0 || !asksHeadOnly(step)).map(({ line }) => line);
}

/** The person, or who stands in for them today in this kind of work. */
export function insteadOf(
  db: Readable,
  deps: QueryDeps,
  staff: Staff,
  id: string,
  work: RowOf<'substitution'>['kinds'][number],
): RoutePreviewStep['people'][number] {
  const found = substitutionsToday(db, deps, staff).find((one) => one.employeeId === id && one.kinds.includes(work));
  const fullName = staff.nameOf(found?.substituteId ?? id) ?? '';
  return { id: found?.substituteId ?? id, fullName, insteadOfName: found ? (staff.nameOf(id) ?? '') : null };
}
