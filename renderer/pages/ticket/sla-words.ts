import type { DueState } from '#renderer/components/due-clock.tsx';
import type { ClockView } from '#shared/queries/ticket.ts';

/** A clock whose requester’s side of the time is known too: what they lived through, in working minutes. */
export type SlaView = ClockView & { lived?: number | null };

/** Under a quarter of the time left is told in amber. */
const RISK = 0.25;

/** The picture of a clock; null when nothing was promised. Lateness is told before that the clock stands or sleeps. */
export function slaState(view: SlaView): DueState | null {
  if (view.state === 'none') return null;
  if (view.late === 'own') return 'late';
  if (view.late === 'link') return 'link';
  if (view.state === 'stopped') return 'met';
  if (view.state === 'paused') return 'pause';
  if ((view.minutesLeft ?? 1) < 0) return 'late';
  if (view.state === 'asleep') return 'off';
  return view.left !== null && view.left < RISK ? 'risk' : 'run';
}

/** By how many working minutes it is or was late; null when it cannot be told. */
export function overMinutes(view: SlaView): number | null {
  const { target, spent, lived, late, minutesLeft } = view;
  if (late === 'link') return lived == null || target === null ? null : Math.max(0, lived - target);
  if (minutesLeft !== null && minutesLeft < 0) return -minutesLeft;
  return target === null || spent === null ? null : Math.max(0, spent - target);
}
