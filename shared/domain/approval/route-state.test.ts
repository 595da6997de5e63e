import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeState, type StepPlan } from '#shared/domain/approval/route-state.ts';

type State = 'done' | 'active' | 'waiting' | 'closed';

/**
 * The rule from its first principles, for one person at a time: whoever agrees is done; whoever a complete step does without is
 * closed; whoever may answer now is active; everybody else waits. A step is complete when no further answer could be missing in it.
 */
function stateOf(steps: readonly StepPlan[], agreed: ReadonlySet<string>, step: number, person: string): State {
  const isEnough = ({ mode, quorum, tasks }: StepPlan): boolean => {
    let missing = mode === 'any' ? 1 : mode === 'quorum' && quorum !== null ? quorum : tasks.length;
    if (missing > tasks.length) missing = tasks.length;
    for (const task of tasks) if (agreed.has(task)) missing -= 1;
    return missing <= 0;
  };
  if (agreed.has(person)) return 'done';
  for (let before = 0; before < step; before += 1) if (!isEnough(steps[before] as StepPlan)) return 'waiting';
  const own = steps[step] as StepPlan;
  if (isEnough(own)) return 'closed';
  if (own.mode !== 'sequence') return 'active';
  for (const other of own.tasks) {
    if (other === person) return 'active';
    if (!agreed.has(other)) return 'waiting';
  }
  return 'waiting';
}

const routes = fc
  .array(
    fc.record({
      mode: fc.constantFrom('sequence', 'all', 'any', 'quorum'),
      quorum: fc.option(fc.integer({ min: 1, max: 7 })),
      people: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 6 },
  )
  .map((steps) =>
    steps.map(({ mode, quorum, people }, n): StepPlan => {
      return { mode, quorum, tasks: Array.from({ length: people }, (_, place) => `${n}/${place}`) };
    }),
  );
const everybody = (steps: readonly StepPlan[]): string[] => steps.flatMap((step) => [...step.tasks]);
/** A route, and the people of it who agree. */
const rounds = routes.chain((steps) =>
  fc.tuple(
    fc.constant(steps),
    fc.subarray(everybody(steps)).map((agreed) => new Set(agreed)),
  ),
);

describe('routeState', () => {
  test('says of every person what the rule says of them alone', () => {
    fc.assert(
      fc.property(rounds, ([steps, agreed]) => {
        const state = routeState(steps, agreed);
        const expected: Record<State, string[]> = { done: [], active: [], waiting: [], closed: [] };
        for (const [n, step] of steps.entries())
          for (const person of step.tasks) expected[stateOf(steps, agreed, n, person)].push(person);
        for (const name of ['done', 'active', 'waiting', 'closed'] as const)
          expect([name, [...state[name]].sort()]).toEqual([name, expected[name].sort()]);
        const asked = steps.findIndex((step) => step.tasks.some((one) => state.active.includes(one)));
        expect(state.current).toBe(asked === -1 ? steps.length : asked);
      }),
      { numRuns: 2_000 },
    );
  });

  test('answered one by one by whoever is asked, every route ends, and each answer asks nobody of an earlier step', () => {
    fc.assert(
      fc.property(routes, fc.infiniteStream(fc.nat()), (steps, draws) => {
        const agreed = new Set<string>();
        let before = 0;
        for (let answers = 0; answers <= everybody(steps).length; answers += 1) {
          const { active, current } = routeState(steps, agreed);
          expect(current).toBeGreaterThanOrEqual(before);
          before = current;
          if (active.length === 0) break;
          agreed.add(active[draws.next().value % active.length] as string);
        }
        expect(routeState(steps, agreed)).toMatchObject({ current: steps.length, active: [], waiting: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('one agreement more never makes a round stand at an earlier step; one less never at a later one', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), ([steps, agreed], n) => {
        const all = everybody(steps);
        if (all.length === 0) return;
        const more = new Set([...agreed, all[n % all.length] as string]);
        expect(routeState(steps, more).current).toBeGreaterThanOrEqual(routeState(steps, agreed).current);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing is remembered: the order in which people agreed does not matter', () => {
    fc.assert(
      fc.property(rounds, ([steps, agreed]) => {
        expect(routeState(steps, new Set([...agreed].reverse()))).toEqual(routeState(steps, agreed));
      }),
    );
  });
});
