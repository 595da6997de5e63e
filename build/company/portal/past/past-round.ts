import type { Begun, Told } from '#build/company/portal/past/past-begun.ts';
import { delay } from '#build/company/portal/past/past-log.ts';
import { stepsFor } from '#shared/domain/approval/conditions.ts';
import { contentOf, hashSpec } from '#shared/domain/approval/content-hash.ts';
import type { RouteMember } from '#shared/domain/approval/route.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';
import { addWorkingMinutes } from '#shared/lib/working-time/working-minutes.ts';

/** A round of approval that has ended, row by row. */
export interface PastRound {
  round: RowOf<'approval'>;
  version: RowOf<'document_version'>;
  tasks: RowOf<'approval_task'>[];
  decisions: RowOf<'decision'>[];
  /** When its last decision was made, and by whom. */
  endedAt: number;
  endedBy: Id;
  /** The words of whoever refused. */
  refusal: string | null;
}

const refusals = ['Сейчас не время, вернёмся в следующем квартале.', 'Нет в бюджете.', 'Не вижу необходимости.'];

/** Whoever the route asks decides in turn; null when there is nobody to ask. `later`: when the next decision comes. */
export function roundOf(
  { random, company, newId, bulk }: Told,
  { id: documentId, service, requester, at, heard, paper, files, span }: Begun,
  later: (at: number) => number,
  mayRefuse: boolean,
): PastRound | null {
  const { route } = service;
  const steps = route ? stepsFor(route.steps, paper) : [];
  if (!route || steps.length === 0) return null;
  const { hash, content, files: covered } = contentOf(paper, files);
  const id = newId(at);
  const tasks: RowOf<'approval_task'>[] = [];
  const decisions: RowOf<'decision'>[] = [];
  const refusal = mayRefuse && random.chance(0.03) ? random.pick(refusals) : null;
  const last = refusal === null ? steps.length : 1;
  let [since, endedAt, endedBy] = [heard, heard, requester.id];
  for (const [step, plan] of steps.entries()) {
    const able = [...new Set(plan.members.flatMap(asked))];
    const isAsked = step < last;
    const decider = random.pick(able);
    const people = bulk ? [decider] : able;
    if (isAsked) {
      endedAt = later(since);
      endedBy = decider;
    }
    for (const [position, employeeId] of people.entries()) {
      const dueAt = isAsked && plan.deadlineMinutes ? addWorkingMinutes(span.time, since, plan.deadlineMinutes) : null;
      const isDone = isAsked && employeeId === decider && refusal === null;
      const standing = { state: isDone ? ('done' as const) : ('closed' as const), activeSince: isAsked ? since : null };
      const place = { approvalId: id, documentId, step, position, kind: plan.kind, employeeId };
      const asking = { origin: 'planned' as const, fromId: null, comment: '', escalatedToId: null };
      const task = { ...place, ...asking, ...standing, dueAt, id: newId(at) };
      tasks.push(task);
      if (!isAsked || employeeId !== decider) continue;
      const said = { verdict: refusal === null ? ('approve' as const) : ('reject' as const), comment: refusal };
      const seen = { hash, hashSpec, versionNumber: 1, attachmentId: null, toStep: null };
      const times = { occurredAt: endedAt, receivedAt: endedAt + delay };
      const who = { approvalId: id, documentId, taskId: task.id, employeeId, actorId: employeeId };
      decisions.push({ ...who, ...said, ...seen, ...times, state: 'standing', id: newId(endedAt) });
    }
    since = endedAt + delay;
    if (!isAsked) break;
  }
  const state = refusal === null ? ('approved' as const) : ('rejected' as const);
  const from = { routeId: route.id, routeName: route.name, routeVersion: route.version };
  const course = { state, currentStep: refusal === null ? steps.length : 0, startedAt: heard, finishedAt: since };
  const round = { ...from, ...course, documentId, steps, round: 1, authorId: requester.id, note: null, hash };
  const origin = { authorId: requester.id, occurredAt: at, receivedAt: heard, note: null };
  return {
    round: { ...round, purpose: 'approval', versionNumber: 1, id },
    version: { ...origin, documentId, number: 1, hash, hashSpec, content, files: covered, id: newId(at) },
    tasks,
    decisions,
    endedAt,
    endedBy,
    refusal,
  };

  function asked(member: RouteMember): Id[] {
    if (member.type === 'employee') return [member.employeeId];
    if (member.type === 'role')
      return company.people.filter((one) => one.roles.includes(member.role)).map((one) => one.id);
    const head = company.headOf(requester);
    return head ? [head] : [];
  }
}
