import type { RoundLine } from '#shared/queries/approval.ts';

/** Names of those who have agreed in a round that runs: an edit of what they agreed to makes each decide once more. */
export function repeatedDecisions(round: RoundLine | null): string[] {
  if (round?.state !== 'running') return [];
  const counted = round.steps
    .flatMap((step) => step.tasks)
    .flatMap((task) => task.decisions.filter(({ standing }) => standing === 'inForce' || standing === 'sent'));
  return [...new Set(counted.map((decision) => decision.actor.fullName))];
}
