import type { BranchPlan } from '#build/company/branches.ts';
import { addDays, dateOf, instantOf, workingDayFrom } from '#build/company/calendar.ts';
import type { Random } from '#build/company/random.ts';
import { type DocumentKind, type DocumentState, isContract } from '#shared/domain/document.ts';

/** A change of state at an instant. */
export interface Step {
  at: number;
  from: DocumentState;
  to: DocumentState;
}

export interface Life {
  first: DocumentState;
  state: DocumentState;
  dueDate: string | null;
  steps: Step[];
}

interface Course {
  path: readonly DocumentState[];
  /** Days a stage lasts, from and to; the stage of performance has its own. */
  stage: readonly [number, number];
  perform: readonly [number, number];
  /** Days until the document is due, if it ever is. */
  due: readonly [number, number] | null;
}

const course = (
  path: readonly DocumentState[],
  stage: Course['stage'],
  perform: Course['perform'],
  due: Course['due'],
): Course => ({ path, stage, perform, due });

const courses: Record<DocumentKind, Course> = {
  incoming: course(['reg', 'perform', 'done'], [0, 3], [2, 18], [8, 20]),
  outgoing: course(['draft', 'approve', 'sign', 'reg', 'done'], [0, 3], [0, 0], null),
  internal: course(['draft', 'reg', 'done'], [0, 3], [0, 0], null),
  order: course(['draft', 'sign', 'reg'], [0, 2], [0, 0], null),
  memo: course(['approve', 'perform', 'done'], [0, 3], [1, 9], [4, 14]),
  // Contracts on their way have rounds of approval and are told one by one; these came through before.
  contract: course(['draft', 'reg', 'perform', 'done'], [1, 5], [60, 360], [90, 380]),
  amendment: course(['draft', 'reg', 'done'], [1, 5], [0, 0], null),
  invoice: course(['check', 'approve', 'sign', 'done'], [1, 6], [0, 0], [10, 24]),
  act: course(['check', 'sign', 'done'], [0, 4], [0, 0], [5, 12]),
  upd: course(['check', 'approve', 'done'], [0, 3], [0, 0], [5, 12]),
  vat_invoice: course(['check', 'done'], [0, 3], [0, 0], null),
  payment_in: course(['reg', 'done'], [0, 1], [0, 0], null),
  payment_out: course(['reg', 'done'], [0, 1], [0, 0], null),
  power_of_attorney: course(['sign', 'reg'], [0, 1], [0, 0], [20, 60]),
  template: course(['draft'], [0, 0], [0, 0], null),
  // Papers of requests follow their requests.
  application: course(['draft'], [0, 0], [0, 0], null),
  letter: course(['reg', 'done'], [0, 1], [1, 10], null),
  custom: course(['reg', 'done'], [0, 1], [1, 10], null),
};

/** How far a document has come by `now`; `rush` is the share of those that stop on their way. */
export function liveThrough(
  random: Random,
  kind: DocumentKind,
  date: string,
  at: number,
  branch: BranchPlan,
  now: number,
): Life {
  const { path, stage, perform, due } = courses[kind];
  const today = dateOf(now, branch.offset);
  const dueDate = due && random.chance(0.85) ? workingDayFrom(addDays(date, random.between(...due))) : null;
  const [first, ...rest] = path as [DocumentState, ...DocumentState[]];
  // Papers of the last quarter may be stuck; older ones have long been dealt with.
  const stuckAt = random.chance(0.17) && at > now - 90 * 86_400_000 ? random.below(rest.length + 1) : -1;
  const steps: Step[] = [];
  let [state, moment] = [first, at];
  for (const [index, next] of rest.entries()) {
    if (index === stuckAt) {
      const halt = random.weighted<DocumentState | null>([
        [null, 6],
        ['wait', 4],
        ['refused', 2],
        ['void', 1],
      ]);
      if (halt !== null && !(halt === 'wait' && isContract(kind))) move(halt);
      break;
    }
    if (!move(next)) break;
  }
  const open =
    state !== 'done' && state !== 'refused' && state !== 'void' && !(kind === 'power_of_attorney' && state === 'reg');
  if (open && dueDate !== null && dueDate < today) {
    const learned = Math.max(instantOf(addDays(dueDate, 1), 9 * 60, branch.offset), moment + 60_000);
    steps.push({ at: Math.min(learned, now), from: state, to: 'late' });
    state = 'late';
  }
  return { first, state, dueDate, steps };

  function move(next: DocumentState): boolean {
    const days = state === 'perform' ? random.between(...perform) : random.between(...stage);
    const day = workingDayFrom(addDays(dateOf(moment, branch.offset), days));
    const when = Math.max(
      instantOf(day, random.between(545, 1_070), branch.offset),
      moment + random.between(4, 50) * 60_000,
    );
    if (when > now) return false;
    steps.push({ at: when, from: state, to: next });
    [state, moment] = [next, when];
    return true;
  }
}
