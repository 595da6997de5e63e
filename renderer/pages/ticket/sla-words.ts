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

/** From so many hours on minutes say nothing. */
const WHOLE = 10;

/** Working minutes in hours: a day of a desk may be of eight hours, of twelve or of twenty-four, so that nothing is counted in days. */
export function clockParts(minutes: number): { unit: 'hour' | 'minute'; count: number }[] {
  const whole = Math.abs(Math.round(minutes));
  if (whole >= WHOLE * 60) return [{ unit: 'hour', count: Math.round(whole / 60) }];
  const parts = [
    { unit: 'hour' as const, count: Math.floor(whole / 60) },
    { unit: 'minute' as const, count: whole % 60 },
  ].filter((part) => part.count > 0);
  return parts.length > 0 ? parts : [{ unit: 'minute', count: 0 }];
}

/** By how many working minutes it is or was late; null when it cannot be told. */
export function overMinutes(view: SlaView): number | null {
  const { target, spent, lived, late, minutesLeft } = view;
  if (late === 'link') return lived == null || target === null ? null : Math.max(0, lived - target);
  if (minutesLeft !== null && minutesLeft < 0) return -minutesLeft;
  return target === null || spent === null ? null : Math.max(0, spent - target);
}
