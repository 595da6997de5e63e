import { blankField } from '#shared/domain/form/form.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { Door } from './door.ts';

/** A published service with one line to fill in, answered by a desk that never sleeps. Ids of both. */
export interface RoundTheClock {
  queueId: string;
  serviceId: string;
}

/**
 * Makes, as whoever is signed in, a desk with these people (the first one leads it) and a service that it answers within `minutes`
 * by day and night; its lead is told when the first hundredth of that time has passed.
 */
export async function openDesk(
  door: Door,
  given: { name: string; people: readonly string[]; minutes: number; branchId: string },
): Promise<RoundTheClock> {
  const { name, people, branchId } = given;
  const target = { response: given.minutes, resolution: 60 * given.minutes };
  const slaPolicyId = await door.run('sla_policy.create', {
    name,
    calendar: 'always',
    targets: { low: target, normal: target, high: target, critical: target },
    steps: [{ of: 'response', at: 1, tell: 'lead', raisePriority: false }],
  });
  const queueId = await door.run('queue.create', {
    name,
    members: people.map((employeeId) => ({ employeeId, skills: [], limit: null })),
    leadId: people[0] ?? null,
    branchId,
    schedule: null,
    holidays: 'none',
  });
  const serviceId = await publish(door, name, { queueId, slaPolicyId });
  return { queueId, serviceId };
}

/** A definition with one line that has to be filled in and gives the request its title; nobody has to agree. */
export const plainDefinition = (given: Partial<ServiceDefinition>): ServiceDefinition => ({
  form: {
    sections: [
      {
        key: 'main',
        title: 'Что случилось',
        hint: null,
        fields: [blankField('subject', 'text', 'Коротко', { required: true })],
      },
    ],
  },
  titlePattern: '{subject}',
  routeId: null,
  queueId: null,
  assignment: { type: 'queue', employeeId: null, sameBranch: false, skill: null },
  slaPolicyId: null,
  priority: 'normal',
  stages: ['Работа'],
  audience: { branchIds: null, departmentIds: null, roles: null },
  tasks: [],
  effect: 'none',
  printTemplateId: null,
  closeAfterDays: 3,
  ...given,
});

/** A service of the catalog, published. Returns its id. */
export async function publish(door: Door, name: string, given: Partial<ServiceDefinition>): Promise<string> {
  const id = await door.run('service.create', {
    name,
    description: '',
    category: 'it',
    icon: 'question',
    keywords: [],
    position: 90,
    draft: plainDefinition(given),
  });
  await door.run('service.publish', { id, note: '' });
  return id;
}

/** A request of whoever is signed in, to the first version of a service. Returns its id. */
export const askFor = (
  door: Door,
  given: { serviceId: string; requesterId: string; values: Record<string, unknown> },
): Promise<string> => door.run('ticket.create', { ...given, serviceVersion: 1, priority: null, title: null });
