import type { Stage } from '#build/company/contracts/stage.ts';
import { servicePlans } from '#build/company/portal/catalog/services.ts';
import { pastServices } from '#build/company/portal/past/past-services.ts';
import type { Portal } from '#build/company/portal/set-up-portal.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TimeSpan } from '#shared/domain/service/clocks.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { PinnedTime } from '#shared/domain/service/ticket.ts';
import { yearOf } from '#shared/lib/dates/dates.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';
import { defaultSchedule } from '#shared/lib/working-time/working-time.ts';

export interface KnownService {
  key: string;
  row: RowOf<'service'>;
  definition: ServiceDefinition;
  queue: RowOf<'queue'>;
  policy: RowOf<'sla_policy'>;
  route: RowOf<'approval_route'> | null;
}

/** Everything of the company that requests of the past are made of, looked up once. */
export class PastCompany {
  readonly people: readonly RowOf<'employee'>[];
  readonly parties: readonly RowOf<'counterparty'>[];
  readonly services: readonly KnownService[];
  readonly #departments: ReadonlyMap<string, RowOf<'department'>>;
  readonly #branches: ReadonlyMap<string, RowOf<'branch'>>;
  readonly #calendars: readonly RowOf<'calendar_version'>[];
  readonly #times = new Map<string, { pin: PinnedTime; span: TimeSpan }>();

  constructor(stage: Stage, portal: Portal) {
    this.people = stage.of('employee');
    this.parties = stage.of('counterparty');
    this.#departments = byId(stage.of('department'));
    this.#branches = byId(stage.of('branch'));
    this.#calendars = stage.of('calendar_version').sort((one, other) => one.year - other.year);
    const versions = stage.of('service_version');
    this.services = servicePlans
      .filter((plan) => pastServices[plan.key])
      .map(({ key }) => {
        const row = stage.get('service', portal.services.get(key) ?? '');
        const definition = versions.find((one) => one.serviceId === row.id)?.definition;
        if (!definition?.queueId || !definition.slaPolicyId) throw new Error(`${row.name} has no desk or no policy`);
        const queue = stage.get('queue', definition.queueId);
        const policy = stage.get('sla_policy', definition.slaPolicyId);
        const route = definition.routeId ? stage.get('approval_route', definition.routeId) : null;
        return { key, row, definition, queue, policy, route };
      });
  }

  branch(id: string): RowOf<'branch'> {
    return found(this.#branches.get(id));
  }

  person(id: string): RowOf<'employee'> {
    return found(this.people.find((one) => one.id === id));
  }

  /** The lead of a desk, who ticks its lines off; null: it is no desk's. */
  memberOf(queueId: string | null): string | null {
    if (queueId === null) return null;
    return this.services.find((one) => one.queue.id === queueId)?.queue.leadId ?? null;
  }

  /** Whoever leads the department of a person, or the one above when it is the person. */
  headOf(person: RowOf<'employee'>): string | null {
    for (let id = person.departmentId ?? null; id !== null; ) {
      const department = this.#departments.get(id);
      if (department?.headId && department.headId !== person.id) return department.headId;
      id = department?.parentId ?? null;
    }
    return null;
  }

  /** The working time that a ticket made at an instant is judged by, with its pins. */
  timeOf(service: KnownService, branchId: string, at: number): { pin: PinnedTime; span: TimeSpan } {
    const { queue, policy } = service;
    const byQueue = policy.calendar === 'queue';
    const branch = this.branch(byQueue ? (queue.branchId ?? branchId) : branchId);
    const year = yearOf(localDate(branch.offsets, at));
    const key = `${byQueue ? queue.id : branch.id}/${year}`;
    const known = this.#times.get(key);
    if (known) return known;
    const schedule = (byQueue ? queue.schedule : null) ?? branch.schedule ?? defaultSchedule;
    const calendars = this.#calendars.filter((one) => one.year === year || one.year === year + 1);
    const pin: PinnedTime = {
      from: null,
      offsets: branch.offsets,
      schedule: { days: [...schedule.days], intervals: schedule.intervals.map(([from, to]) => [from, to]) },
      calendars: calendars.map((one) => one.id),
    };
    const time = {
      offsets: branch.offsets,
      schedule,
      calendar: calendars.map(({ year: of, days }) => ({ year: of, days })),
    };
    const made = { pin, span: { from: null, time } };
    this.#times.set(key, made);
    return made;
  }
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the company has no such row');
  return value;
}
