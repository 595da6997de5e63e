import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { answer } from '#electron/core/store/rows/read.ts';
import { employeesOf } from '#shared/commands/approval/members.ts';
import type { ReadAnswer, Reading, ReadRequest } from '#shared/commands/reading.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import { conditionsHold, stepsFor } from '#shared/domain/approval/conditions.ts';
import type { RouteMember } from '#shared/domain/approval/route.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Fitting = NonNullable<QueryResult<'approval.view'>>['routes'];

/** Routes whose conditions a document meets, in the company's order: the first is the one proposed. With the people each step would ask. */
export function fittingRoutes(db: Readable, staff: Staff, document: RowOf<'document'>, authorId: string): Fitting {
  const routes = rowsOf(db, 'approval_route', 'WHERE active = 1 AND archivedAt IS NULL ORDER BY position, id');
  const run = reader(db);
  const tx = new Transaction(document.id, 'device');
  const idsOf = (member: RouteMember): string[] => run(employeesOf(tx, member, document, authorId)) ?? [];
  return routes.flatMap((route) => {
    const steps = conditionsHold(route.conditions, document) ? stepsFor(route.steps, document) : [];
    if (steps.length === 0) return [];
    const lines = steps.map(({ name, mode, quorum, members }) => ({
      name,
      mode,
      quorum,
      people: [...new Set(members.flatMap(idsOf))].map(staff.person),
    }));
    return [{ id: route.id, name: route.name, steps: lines }];
  });
}

/**
 * Runs what commands read with; the same question (everybody of a role) is put to the database once. Undefined where a
 * command would be refused: a row it needs is not on this workstation.
 */
function reader(db: Readable): <T>(steps: Reading<T>) => T | undefined {
  const known = new Map<string, ReadAnswer>();
  const ask = (request: ReadRequest): ReadAnswer => {
    const key = JSON.stringify(request);
    const found = known.get(key) ?? answer(db, request);
    known.set(key, found);
    return found;
  };
  return (steps) => {
    try {
      let step = steps.next();
      while (!step.done) step = steps.next(ask(step.value));
      return step.value;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };
}
