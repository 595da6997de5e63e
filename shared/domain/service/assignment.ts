import { z } from 'zod';

/**
 * Who gets a new ticket. queue: whoever takes it; person: always the same; load: who has least; round_robin: who has been without for
 * longest. `skill` is a must, `sameBranch` a preference.
 */
export const assignmentRule = z.object({
  type: z.enum(['queue', 'person', 'load', 'round_robin']),
  employeeId: z.string().nullable(),
  sameBranch: z.boolean(),
  skill: z.string().max(60).nullable(),
});
export type AssignmentRule = z.infer<typeof assignmentRule>;

/** A member of the queue, or a substitute of the person of a rule, as they are at the moment of the assignment. */
export interface Candidate {
  readonly employeeId: string;
  readonly branchId: string;
  readonly skills: readonly string[];
  /** Open tickets, of every queue. */
  readonly open: number;
  readonly limit: number | null;
  /** UTC milliseconds; null: never. */
  readonly lastAssignedAt: number | null;
  readonly away: boolean;
  /** In the order in which they are asked. */
  readonly substituteIds: readonly string[];
}

/** Whom a ticket goes to and why; without anybody it stays in the queue: nobody is there, nobody has the skill, everybody is full. */
export interface Choice {
  readonly employeeId: string | null;
  readonly insteadOfId: string | null;
  readonly reason: 'rule' | 'substitute' | 'queue' | 'nobody' | 'skill' | 'full';
}

type Order = (left: Candidate, right: Candidate) => number;

/**
 * Chooses by a rule; the same answer on every device, in whatever order the candidates come. For the rule `person` the candidates hold
 * that person and their substitutes: one who is not among them is not there.
 */
export function chooseAssignee(
  rule: AssignmentRule,
  candidates: readonly Candidate[],
  ticket: { readonly branchId: string },
): Choice {
  if (rule.type === 'queue') return stays('queue');
  if (rule.type === 'person') return person(rule, candidates);
  const able = available(rule, candidates);
  if (typeof able === 'string') return stays(able);
  const near = rule.sameBranch ? able.filter(({ branchId }) => branchId === ticket.branchId) : [];
  return chosen(first(near.length > 0 ? near : able, rule.type === 'load' ? byLoad : byTurn));
}

function person(rule: AssignmentRule, candidates: readonly Candidate[]): Choice {
  const named = candidates.find(({ employeeId }) => employeeId === rule.employeeId);
  if (!named) return stays('nobody');
  if (!named.away) {
    const able = available(rule, [named]);
    return typeof able === 'string' ? stays(able) : chosen(named);
  }
  const substitutes = named.substituteIds.flatMap((id) => candidates.find(({ employeeId }) => employeeId === id) ?? []);
  const able = available(rule, substitutes);
  if (typeof able === 'string') return stays(able);
  return { employeeId: able[0]?.employeeId ?? null, insteadOfId: named.employeeId, reason: 'substitute' };
}

/** Those who may have the ticket, in the order given and at least one; or why there is none. */
function available(
  { skill }: AssignmentRule,
  candidates: readonly Candidate[],
): readonly Candidate[] | 'nobody' | 'skill' | 'full' {
  const skilled = skill === null ? candidates : candidates.filter(({ skills }) => skills.includes(skill));
  if (skilled.length === 0) return candidates.length > 0 ? 'skill' : 'nobody';
  const there = skilled.filter(({ away }) => !away);
  if (there.length === 0) return 'nobody';
  const free = there.filter(({ open, limit }) => limit === null || open < limit);
  return free.length > 0 ? free : 'full';
}

const byId: Order = (left, right) => (left.employeeId < right.employeeId ? -1 : 1);
const since = ({ lastAssignedAt }: Candidate): number => lastAssignedAt ?? Number.NEGATIVE_INFINITY;
/** Two who never had one have waited equally long: infinities have no difference. */
const byWait: Order = (left, right) => (since(left) === since(right) ? 0 : since(left) - since(right));
const byLoad: Order = (left, right) => left.open - right.open || byWait(left, right) || byId(left, right);
/** Tickets of one batch are assigned in the same millisecond: then it is the turn of who got fewer of them. */
const byTurn: Order = (left, right) => byWait(left, right) || left.open - right.open || byId(left, right);

function first(candidates: readonly Candidate[], order: Order): Candidate | undefined {
  return candidates.toSorted(order)[0];
}

function chosen(candidate: Candidate | undefined): Choice {
  return { employeeId: candidate?.employeeId ?? null, insteadOfId: null, reason: 'rule' };
}

function stays(reason: Choice['reason']): Choice {
  return { employeeId: null, insteadOfId: null, reason };
}
