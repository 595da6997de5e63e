import type { LastRound } from '#electron/core/app/queries/ticket/rounds.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import type { Segment } from '#shared/queries/ticket.ts';

type Ticket = Pick<RowOf<'ticket'>, 'state' | 'stage' | 'question'>;

/** The way of a ticket: submitted, each step of its approval, each stage of the work, done. */
export function segmentsOf(
  ticket: Ticket,
  definition: ServiceDefinition | undefined,
  round: LastRound | null,
): Segment[] {
  const approval = (round?.steps ?? []).map(({ key, name }, index): Segment => {
    return { key: `approval/${key}`, type: 'approval', name, state: stepState(ticket, round as LastRound, index) };
  });
  // Without a desk the agreement is all there is to do.
  const stages = definition?.queueId ? definition.stages : [];
  const work = stages.map((name, index): Segment => {
    return { key: `stage/${index}`, type: 'stage', name, state: stageState(ticket, index, round) };
  });
  return [
    { key: 'submitted', type: 'submitted', name: null, state: 'done' },
    ...approval,
    ...work,
    { key: 'done', type: 'done', name: null, state: doneState(ticket.state) },
  ];
}

function stepState({ state }: Ticket, round: LastRound, index: number): Segment['state'] {
  if (round.state === 'approved' || index < round.currentStep) return 'done';
  // A round that came to nothing has stopped at its step; a ticket that was called off is nowhere any more.
  const standing = state === 'approval' || state === 'waiting' || state === 'rejected';
  return standing && index === round.currentStep ? 'current' : 'future';
}

function stageState({ state, stage }: Ticket, index: number, round: LastRound | null): Segment['state'] {
  if (state === 'resolved' || state === 'closed') return 'done';
  if (round && round.state !== 'approved') return 'future';
  if (index < stage) return 'done';
  const standing = state === 'open' || state === 'working' || state === 'waiting';
  return standing && index === stage ? 'current' : 'future';
}

function doneState(state: Ticket['state']): Segment['state'] {
  if (state === 'closed') return 'done';
  return state === 'resolved' ? 'current' : 'future';
}
