import { timeLeft } from '#electron/core/app/queries/approval/time-left.ts';
import { urgencyOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import type { TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import type { Telling } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { lastRounds } from '#electron/core/app/queries/ticket/rounds.ts';
import type { HolderLoad } from '#shared/queries/analytics.ts';

export type Pressing = 'onTime' | 'soon' | 'late';

/** So many cases of each kind are named. */
const named = 200;

/** Less than this share of the time that was given is little. */
const little = 0.2;

type Load = HolderLoad & Required<Pick<HolderLoad, 'cases'>>;

/** Who has how much, the late first. */
export class Holders {
  readonly #loads = new Map<string, Load>();
  readonly #telling: Pick<Telling, 'staff' | 'portal'>;
  readonly #cities: ReadonlyMap<string, string>;

  constructor(telling: Pick<Telling, 'staff' | 'portal'>) {
    this.#telling = telling;
    this.#cities = new Map([...telling.portal.branches.values()].map(({ name, city }) => [name, city]));
  }

  person(id: string, pressing: Pressing, caseId: string): void {
    const { position, fullName, branchName } = this.#telling.staff.person(id);
    const branchCity = this.#cities.get(branchName ?? '') ?? null;
    const known = { employeeId: id, fullName, position, branchCity, type: 'person' } as const;
    this.#count(id, known, pressing, caseId);
  }

  desk(id: string, pressing: Pressing, caseId: string): void {
    const fullName = this.#telling.portal.queues.get(id)?.name ?? null;
    this.#count(id, { ...nobody, fullName, type: 'desk', queueId: id }, pressing, caseId);
  }

  requester(caseId: string): void {
    this.#count('requester', { ...nobody, type: 'requester' }, 'onTime', caseId);
  }

  told(): HolderLoad[] {
    return [...this.#loads.entries()]
      .sort(([key, one], [otherKey, other]) => {
        return other.late - one.late || other.soon - one.soon || other.total - one.total || (key < otherKey ? -1 : 1);
      })
      .map(([, load]) => load);
  }

  #count(key: string, who: Omit<Load, Pressing | 'total' | 'cases'>, pressing: Pressing, caseId: string): void {
    let load = this.#loads.get(key);
    if (!load) {
      load = { ...who, onTime: 0, soon: 0, late: 0, total: 0, cases: { onTime: [], soon: [], late: [] } };
      this.#loads.set(key, load);
    }
    load[pressing] += 1;
    load.total += 1;
    if (load.cases[pressing].length < named) load.cases[pressing].push(caseId);
  }
}

const nobody = { employeeId: null, fullName: null, position: null, branchCity: null } as const;

/** Who has the open tickets now: whoever is asked to agree, whoever works on them, their desk, or the requester. */
export function ticketHolders(telling: Telling, open: readonly TicketLine[]): HolderLoad[] {
  const { db, staff, terms, now } = telling;
  const holders = new Holders(telling);
  const inApproval = open.filter((line) => line.state === 'approval').map((line) => line.id);
  for (const [id, round] of lastRounds(db, inApproval)) {
    for (const task of round.asked) {
      const minutes = round.steps[task.step]?.deadlineMinutes ?? null;
      const { left } = timeLeft(staff.timeOf(task.employeeId), now, task.dueAt, minutes);
      holders.person(task.employeeId, pressingOf(task.dueAt, left, now), id);
    }
  }
  for (const line of open) {
    if (line.state === 'approval') continue;
    if (line.state === 'waiting') {
      holders.requester(line.id);
      continue;
    }
    const urgency = urgencyOf(line, terms, now);
    const pressing = urgency === 'late' || urgency === 'soon' ? urgency : 'onTime';
    if (line.assigneeId !== null) holders.person(line.assigneeId, pressing, line.id);
    else if (line.queueId !== null) holders.desk(line.queueId, pressing, line.id);
  }
  return holders.told();
}

export function pressingOf(dueAt: number | null, left: number | null, now: number): Pressing {
  if (dueAt !== null && dueAt < now) return 'late';
  return left !== null && left < little ? 'soon' : 'onTime';
}
