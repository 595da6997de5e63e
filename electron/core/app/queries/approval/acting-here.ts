import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { absentFor, substitutionsToday } from '#electron/core/app/queries/company/standing-in.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { workOf } from '#shared/commands/approval/acting.ts';
import type { SubstitutedWork } from '#shared/domain/company/substitution.ts';
import type { RowOf } from '#shared/domain/registry.ts';

type Task = Pick<RowOf<'approval_task'>, 'kind' | 'employeeId' | 'escalatedToId'>;

/** Whose work the person at this workstation may do today, besides their own. */
export interface ActingHere {
  me: string;
  today: readonly RowOf<'substitution'>[];
  insteadOf: Readonly<Record<SubstitutedWork, ReadonlySet<string>>>;
}

export function actingHere(db: Readable, deps: QueryDeps, staff: Staff): ActingHere {
  const today = substitutionsToday(db, deps, staff);
  const of = (work: SubstitutedWork) => absentFor(today, deps.userId, work);
  const insteadOf = {
    approval: of('approval'),
    signing: of('signing'),
    acknowledgement: of('acknowledgement'),
    key_dates: of('key_dates'),
    tickets: of('tickets'),
    queues: of('queues'),
  };
  return { me: deps.userId, today, insteadOf };
}

/** For whom the person here would decide a task: null for themselves, undefined when it is not theirs to decide. */
export function decidesFor({ me, insteadOf }: ActingHere, task: Task): string | null | undefined {
  if (task.employeeId === me) return null;
  if (task.escalatedToId === me || insteadOf[workOf[task.kind]].has(task.employeeId)) return task.employeeId;
  return undefined;
}

/** Whether the task has been answered already about the content in force: the answer is on its way, or waits for a file's bytes. */
export const answers = (one: Pick<RowOf<'decision'>, 'state' | 'hash'>, hashInForce: string): boolean =>
  (one.state === 'sent' || one.state === 'standing') && one.hash === hashInForce;
