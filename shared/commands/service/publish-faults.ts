import { employeesOf } from '#shared/commands/approval/members.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { vacationFields } from '#shared/commands/service/ask-vacation.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { formFaults } from '#shared/domain/form/form-faults.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { PlannedTask, ServiceDefinition } from '#shared/domain/service/definition.ts';

/** Refuses a definition that would fail those who ask: a form that does not hold together, a route or a queue with nobody in it. */
export function* checkDefinition(tx: Transaction, definition: ServiceDefinition): Reading<void> {
  const faults = formFaults(definition.form);
  if (faults.length > 0) throw new Refusal('FORM_FAULTS', { faults: faults.slice(0, 20) });
  if (definition.queueId === null && definition.routeId === null) throw new Refusal('QUEUE_NEEDED', {});
  if (definition.queueId !== null) yield* checkQueue(tx, definition.queueId);
  if (definition.slaPolicyId !== null) yield* tx.existing('sla_policy', definition.slaPolicyId);
  if (definition.routeId !== null) yield* checkRoute(tx, yield* tx.existing('approval_route', definition.routeId));
  for (const task of definition.tasks) if (task.queueId !== null) yield* checkQueue(tx, task.queueId);
  const ring = ringOf(definition.tasks);
  if (ring) throw new Refusal('TASK_RING', { tasks: ring });
  if (definition.effect === 'vacation') checkVacationFields(definition);
}

function* checkQueue(tx: Transaction, id: string): Reading<void> {
  const queue = yield* tx.existing('queue', id);
  let living = 0;
  for (const member of queue.members) {
    const found = yield* tx.get('employee', member.employeeId);
    if (typeof found !== 'string' && found.state === 'active') living += 1;
  }
  if (queue.archivedAt !== null || living === 0) throw new Refusal('QUEUE_EMPTY', { queue: queue.name });
}

/** Every step asks somebody who is still here: a role that nobody has any more would stop every request of the service. */
function* checkRoute(tx: Transaction, route: RowOf<'approval_route'>): Reading<void> {
  if (route.archivedAt !== null || !route.active) throw new Refusal('ROUTE_EMPTY', { route: route.name, step: '' });
  for (const step of route.steps) {
    // Who the head or the responsible is follows from each request.
    if (step.members.some((member) => member.type === 'head' || member.type === 'responsible')) continue;
    const people: string[] = [];
    for (const member of step.members) {
      const anywhere = member.type === 'role' ? { ...member, where: 'organization' as const } : member;
      people.push(...(yield* employeesOf(tx, anywhere, nowhere, '')));
    }
    if (people.length === 0) throw new Refusal('ROUTE_EMPTY', { route: route.name, step: step.name });
  }
}

/** Roles are looked for in the whole company, so no field of a paper is asked for. */
const nowhere = { branchId: '', responsibleId: null } as RowOf<'document'>;

/** The keys of tasks that wait for each other, in order; null when there is an order in which all can be done. */
export function ringOf(tasks: readonly Pick<PlannedTask, 'key' | 'after'>[]): string[] | null {
  const left = new Map(
    tasks.map((task) => [task.key, task.after.filter((key) => tasks.some((one) => one.key === key))]),
  );
  for (let moved = true; moved; ) {
    moved = false;
    for (const [key, after] of left)
      if (after.every((one) => !left.has(one))) {
        left.delete(key);
        moved = true;
      }
  }
  const [first] = left.keys();
  if (first === undefined) return null;
  const path = [first];
  for (;;) {
    const next = left.get(path.at(-1) ?? '')?.find((key) => left.has(key)) ?? first;
    const seen = path.indexOf(next);
    if (seen >= 0) return path.slice(seen);
    path.push(next);
  }
}

function checkVacationFields({ form }: ServiceDefinition): void {
  const types = new Map(fieldsOf(form).map((field) => [field.key, field.type]));
  if (types.get(vacationFields.period) !== 'date_range' || types.get(vacationFields.substitute) !== 'employee')
    throw new Refusal('EFFECT_FIELDS', { fields: [vacationFields.period, vacationFields.substitute] });
}
