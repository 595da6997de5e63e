import type { RouteStep } from '#shared/domain/approval/route.ts';

/** A step of a route that somebody puts together for one document, as typed. */
export interface OwnStep {
  key: string;
  name: string;
  kind: RouteStep['kind'];
  mode: RouteStep['mode'];
  quorum: string;
  people: readonly string[];
  /** Working hours; empty: no deadline. */
  hours: string;
}

export const newStep = (number: number, kind: OwnStep['kind'] = 'approve'): OwnStep => ({
  key: `own${number}`,
  name: '',
  kind,
  mode: 'all',
  quorum: '2',
  people: [],
  hours: '8',
});

/** What keeps a step from being sent: nobody in it, a deadline or a number of decisions that is none. */
export function stepFaults(step: OwnStep): { people: boolean; hours: boolean; quorum: boolean } {
  const quorum = Number(step.quorum);
  return {
    people: step.people.length === 0,
    hours: step.hours.trim() !== '' && !/^[1-9]\d{0,3}$/.test(step.hours.trim()),
    quorum: step.mode === 'quorum' && !(Number.isInteger(quorum) && quorum >= 1 && quorum <= step.people.length),
  };
}

export const hasFaults = (step: OwnStep): boolean => Object.values(stepFaults(step)).some(Boolean);

/** The steps as a command takes them. */
export function routeSteps(steps: readonly OwnStep[]): RouteStep[] {
  return steps.map((step) => ({
    key: step.key,
    name: step.name.trim(),
    kind: step.kind,
    mode: step.mode,
    quorum: step.mode === 'quorum' ? Number(step.quorum) : null,
    members: step.people.map((employeeId) => ({ type: 'employee' as const, employeeId })),
    conditions: [],
    deadlineMinutes: step.hours.trim() ? Number(step.hours) * 60 : null,
    escalateTo: null,
  }));
}
