import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { absenceOf } from '#shared/commands/service/absence.ts';
import { nowOf } from '#shared/commands/service/log.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { type AssignmentRule, type Candidate, type Choice, chooseAssignee } from '#shared/domain/service/assignment.ts';

/**
 * Who gets a ticket by the rule of its service. Only the centre says: it alone knows what everybody has, and takes requests one by one,
 * so that two at once never get the same turn. On a workstation the ticket waits in its queue.
 */
export function* autoAssign(
  tx: Transaction,
  context: Context,
  ticket: Pick<RowOf<'ticket'>, 'branchId'>,
  rule: AssignmentRule,
  queue: RowOf<'queue'> | null,
): Reading<Choice | null> {
  if (context.where !== 'centre' || rule.type === 'queue') return null;
  const at = nowOf(context);
  const candidates: Candidate[] = [];
  for (const member of yield* considered(tx, rule, queue, at)) candidates.push(yield* candidateOf(tx, member, at));
  const choice = chooseAssignee(rule, candidates, ticket);
  if (choice.employeeId !== null) yield* takeTurn(tx, choice.employeeId, candidates);
  return choice;
}

type Member = RowOf<'queue'>['members'][number];

function* considered(
  tx: Transaction,
  rule: AssignmentRule,
  queue: RowOf<'queue'> | null,
  at: number,
): Reading<Member[]> {
  const members = rule.type === 'person' ? yield* namedAndSubstitutes(tx, rule, queue, at) : (queue?.members ?? []);
  const living: Member[] = [];
  for (const member of members) {
    const found = yield* tx.get('employee', member.employeeId);
    if (typeof found !== 'string' && found.state === 'active') living.push(member);
  }
  return living;
}

/** The person of a rule and whoever stands in for them. One who is no member of the desk is named for the skill, and has no limit. */
function* namedAndSubstitutes(
  tx: Transaction,
  { employeeId: named, skill }: AssignmentRule,
  queue: RowOf<'queue'> | null,
  at: number,
): Reading<Member[]> {
  if (named === null) return [];
  const { substituteIds } = yield* absenceOf(tx, named, at);
  return [named, ...substituteIds].map((employeeId) => {
    const member = queue?.members.find((one) => one.employeeId === employeeId);
    return member ?? { employeeId, skills: skill === null ? [] : [skill], limit: null };
  });
}

function* candidateOf(tx: Transaction, member: Member, at: number): Reading<Candidate> {
  const employee = yield* tx.existing('employee', member.employeeId);
  const open = yield* tx.list('ticket', 'assigned', member.employeeId, 500);
  const turn = yield* tx.byKey('counter', 'name', turnOf(member.employeeId));
  const { away, substituteIds } = yield* absenceOf(tx, member.employeeId, at);
  const { employeeId, skills, limit } = member;
  return {
    employeeId,
    branchId: employee.branchId,
    skills,
    limit,
    open: open.length,
    lastAssignedAt: turn?.last ?? null,
    away,
    substituteIds,
  };
}

const turnOf = (employeeId: string): string => `turn/${employeeId}`;

/** Turns are counted, not timed: many tickets may come within one millisecond. */
function* takeTurn(tx: Transaction, employeeId: string, candidates: readonly Candidate[]): Reading<void> {
  const last = Math.max(0, ...candidates.map((one) => one.lastAssignedAt ?? 0)) + 1;
  const standing = yield* tx.byKey('counter', 'name', turnOf(employeeId));
  if (standing) tx.patch('counter', standing, { last });
  else tx.put('counter', { id: tx.id(), name: turnOf(employeeId), last });
}
