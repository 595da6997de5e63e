import type { RowOf } from '#shared/domain/registry.ts';
import { instantOf, localDate } from '#shared/lib/dates/local-time.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';
import type { RoundLine } from '#shared/queries/approval.ts';
import type { StageLine } from '#shared/queries/contract.ts';

const stages = ['initiation', 'approval', 'signing', 'registration', 'performance'] as const;
const noon = 12 * 60;

export interface StageFacts {
  document: RowOf<'document'>;
  /** The round in force. */
  current: RoundLine | null;
  /** When the first round of approval began. */
  firstRoundAt: number | null;
  /** When the contract was completed or terminated. */
  endedAt: number | null;
  time: WorkingTime;
}

/** The line of stages. Where the contract stands follows from its state; when each stage began and ended from what happened. */
export function stagesOf(facts: StageFacts): StageLine[] {
  const { document, current, firstRoundAt, endedAt, time } = facts;
  const signedAt = document.signedOn ? instantOf(time.offsets, document.signedOn, noon) : null;
  const registeredAt = document.registeredAt ?? null;
  const agreedAt = agreedOf(current);
  const dates: Record<StageLine['stage'], Pick<StageLine, 'startedAt' | 'endedAt' | 'plannedOn'>> = {
    initiation: { startedAt: document.createdAt, endedAt: firstRoundAt ?? signedAt, plannedOn: null },
    approval: { startedAt: firstRoundAt, endedAt: agreedAt, plannedOn: deadlineOf(current, false, time) },
    signing: { startedAt: agreedAt, endedAt: signedAt, plannedOn: deadlineOf(current, true, time) },
    registration: { startedAt: signedAt, endedAt: registeredAt, plannedOn: null },
    performance: { startedAt: registeredAt, endedAt, plannedOn: document.expiresOn ?? null },
  };
  const at = placeOf(document);
  return stages.map((stage, index) => {
    const state = index < at ? 'done' : index === at ? 'current' : 'future';
    const { startedAt, endedAt: ended, plannedOn } = dates[stage];
    const votes = stage === 'approval' && state !== 'future' ? current : null;
    return {
      stage,
      state,
      startedAt: state === 'future' ? null : startedAt,
      endedAt: state === 'done' ? ended : null,
      plannedOn: state === 'done' && stage !== 'performance' ? null : plannedOn,
      agreed: votes?.agreed ?? null,
      needed: votes?.needed ?? null,
    };
  });
}

/** Index of the stage that is under way; the number of stages when all are over. */
function placeOf({ state, signedOn, registeredAt }: RowOf<'document'>): number {
  if (state === 'done' || state === 'void') return stages.length;
  if (state === 'reg' || state === 'perform' || state === 'late') return 4;
  if (state === 'sign') return signedOn ? 3 : 2;
  if (registeredAt) return 4;
  return state === 'approve' ? 1 : 0;
}

/** The approval ends where the signing begins: with the first signature asked for, or with the round. */
function agreedOf(current: RoundLine | null): number | null {
  if (!current) return null;
  const signing = current.steps.filter((step) => step.kind === 'sign').flatMap((step) => step.tasks);
  const asked = signing.flatMap((task) => task.activeSince ?? []);
  if (asked.length > 0) return Math.min(...asked);
  return current.state === 'approved' ? current.finishedAt : null;
}

/** The last day on which somebody of a running round still has time to decide, or to sign. */
function deadlineOf(current: RoundLine | null, signing: boolean, time: WorkingTime): string | null {
  if (current?.state !== 'running') return null;
  const steps = current.steps.filter((step) => (step.kind === 'sign') === signing);
  const dues = steps.flatMap((step) => step.tasks).flatMap((task) => task.dueAt ?? []);
  return dues.length > 0 ? localDate(time.offsets, Math.max(...dues)) : null;
}
