/** One step of a round as the engine sees it: who is asked, in order, and how many of them it takes. */
export interface StepPlan {
  mode: 'sequence' | 'all' | 'any' | 'quorum';
  quorum: number | null;
  /** Ids of the step's tasks in their order. */
  tasks: readonly string[];
}

export interface RouteState {
  /** Index of the first step that is not complete; the number of steps when all are. */
  current: number;
  active: string[];
  done: string[];
  waiting: string[];
  /** Not needed any more: enough others of the step have agreed. */
  closed: string[];
}

/**
 * Where a round stands, from nothing but who agrees with the content in force. No step remembers that it was complete:
 * when the content changes, agreements that do not carry its hash fall away and the round goes back by itself.
 */
export function routeState(steps: readonly StepPlan[], agreed: ReadonlySet<string>): RouteState {
  const state: RouteState = { current: steps.length, active: [], done: [], waiting: [], closed: [] };
  for (const [index, step] of steps.entries()) {
    const open = step.tasks.filter((task) => !agreed.has(task));
    state.done.push(...step.tasks.filter((task) => agreed.has(task)));
    if (index > state.current) state.waiting.push(...open);
    else if (isComplete(step, agreed)) state.closed.push(...open);
    else {
      state.current = index;
      const [first, ...rest] = open;
      if (step.mode !== 'sequence') state.active.push(...open);
      else if (first) {
        state.active.push(first);
        state.waiting.push(...rest);
      }
    }
  }
  return state;
}

/** Whether enough people of a step agree. A quorum larger than the step asks for everybody. */
export function isComplete(step: StepPlan, agreed: ReadonlySet<string>): boolean {
  const count = step.tasks.filter((task) => agreed.has(task)).length;
  if (step.mode === 'any') return count >= 1 || step.tasks.length === 0;
  if (step.mode === 'quorum') return count >= Math.min(step.quorum ?? step.tasks.length, step.tasks.length);
  return count === step.tasks.length;
}
