import type { StageCase } from '#electron/core/app/queries/analytics/stage-time.ts';
import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import { workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';

/** How long a round stood in one of its steps. */
export interface StepCase extends StageCase {
  key: string;
  name: string;
  /** Every decision of the step was made in time; null: nothing was due. */
  inTime: boolean | null;
  roundId: string;
}

interface Decided {
  roundId: string;
  step: number;
  employeeId: string;
  activeSince: number;
  dueAt: number | null;
  decidedAt: number;
}

interface Round {
  id: string;
  documentId: string;
  steps: string;
}

const roundSql = {
  rounds: 'SELECT a.id, a.documentId, a.steps FROM json_each(?) w CROSS JOIN approval a ON a.id = w.value',
  papers: `SELECT a.id, a.documentId, a.steps FROM json_each(?) w CROSS JOIN approval a ON a.documentId = w.value
    WHERE a.purpose = 'approval'`,
} as const;
// A decision from before the question was asked anew belongs to the earlier question.
const decidedSql = `SELECT t.approvalId AS roundId, t.step, t.employeeId, t.activeSince, t.dueAt, max(d.occurredAt) AS decidedAt
  FROM json_each(?) w CROSS JOIN approval_task t ON t.approvalId = w.value CROSS JOIN decision d ON d.taskId = t.id
  WHERE t.activeSince IS NOT NULL AND d.state <> 'revoked' AND d.occurredAt >= t.activeSince
  GROUP BY t.id ORDER BY decidedAt, t.id`;

/**
 * Steps of rounds, given by their ids or by those of their papers, in working minutes of the branch of whoever decided. One after the other they add up; at once the last one counts.
 * The queue is the time until the person had decided what they decided before: nobody can see when somebody begins to read.
 */
export function stepCases(
  db: Readable,
  staff: Staff,
  of: keyof typeof roundSql,
  wanted: readonly string[],
): StepCase[] {
  const found = prepared(db, roundSql[of]).all(JSON.stringify(wanted)) as Round[];
  const rounds = new Map(found.map((one) => [one.id, one]));
  const ids = JSON.stringify([...rounds.keys()]);
  const stepsOf = remembered((text) => JSON.parse(text) as Pick<RouteStep, 'key' | 'name' | 'mode'>[]);
  const before = new Map<string, number>();
  const cases = new Map<string, StepCase & { people: string[] }>();
  for (const one of prepared(db, decidedSql).all(ids) as Decided[]) {
    const round = rounds.get(one.roundId);
    const step = round && stepsOf(round.steps)[one.step];
    const begun = Math.max(one.activeSince, before.get(one.employeeId) ?? 0);
    before.set(one.employeeId, one.decidedAt);
    if (!round || !step) continue;
    const time = staff.timeOf(one.employeeId);
    const all = workingMinutesBetween(time, one.activeSince, one.decidedAt);
    const queue = workingMinutesBetween(time, one.activeSince, Math.min(begun, one.decidedAt));
    const inTime = one.dueAt === null ? null : one.decidedAt <= one.dueAt;
    const place = `${one.roundId}/${one.step}`;
    const known = cases.get(place);
    if (!known) {
      const { key, name } = step;
      const { roundId, employeeId } = one;
      const times = { queue, work: all - queue, waiting: 0 };
      cases.set(place, { id: round.documentId, roundId, key, name, ...times, people: [employeeId], inTime });
      continue;
    }
    known.people.push(one.employeeId);
    known.inTime = both(known.inTime, inTime);
    if (step.mode === 'sequence') {
      known.queue += queue;
      known.work += all - queue;
    } else if (all > known.queue + known.work) {
      known.queue = queue;
      known.work = all - queue;
    }
  }
  return [...cases.values()];
}

const both = (one: boolean | null, other: boolean | null): boolean | null =>
  one === null ? other : other === null ? one : one && other;

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}
