import type { RouteMember, RouteStep } from '#shared/domain/approval/route.ts';

/** A step that has just been added. */
export const newStep = (steps: readonly RouteStep[]): RouteStep => ({
  key: freshKey(steps),
  name: '',
  kind: 'approve',
  mode: 'all',
  quorum: null,
  members: [],
  conditions: [],
  deadlineMinutes: 8 * 60,
  escalateTo: null,
});

/** Keys only tell steps of one route apart. */
function freshKey(steps: readonly RouteStep[]): string {
  const taken = new Set(steps.map((step) => step.key));
  let n = steps.length + 1;
  while (taken.has(`step-${n}`)) n += 1;
  return `step-${n}`;
}

/** The steps with one of them moved by a place to the left (-1) or the right (1); unchanged at the ends. */
export function moved(steps: readonly RouteStep[], index: number, by: -1 | 1): RouteStep[] {
  const next = [...steps];
  const [step] = next.splice(index, 1);
  if (!step || index + by < 0 || index + by >= steps.length) return [...steps];
  next.splice(index + by, 0, step);
  return next;
}

export type StepFault = 'faultName' | 'faultMembers' | 'faultQuorum';

/** What keeps a route from being saved, by the key of its step. */
export function faultsOf(steps: readonly RouteStep[]): Map<string, StepFault> {
  const faults = new Map<string, StepFault>();
  for (const step of steps) {
    if (step.name.trim() === '') faults.set(step.key, 'faultName');
    else if (step.members.length === 0) faults.set(step.key, 'faultMembers');
    else if (step.mode === 'quorum' && step.quorum === null) faults.set(step.key, 'faultQuorum');
  }
  return faults;
}

/** A member as the value of a list, and back. */
export const memberKey = (member: RouteMember): string => {
  if (member.type === 'employee') return `employee/${member.employeeId}`;
  if (member.type === 'role') return `role/${member.role}/${member.where}`;
  return member.type;
};

export function memberOf(key: string): RouteMember {
  const [type = '', first = '', second = ''] = key.split('/');
  if (type === 'employee') return { type, employeeId: first };
  if (type === 'role') return { type, role: first as never, where: second === 'branch' ? 'branch' : 'organization' };
  return { type: type === 'head' ? 'head' : 'responsible' };
}
