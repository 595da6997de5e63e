import type { StatusKey } from '#renderer/components/status-glyph.tsx';
import type { ObligationLine } from '#shared/queries/contract.ts';

/** The glyph of each standing of an obligation: without colour it says the same. */
export const standingGlyphs = {
  planned: 'draft',
  due: 'wait',
  late: 'late',
  done: 'done',
  cancelled: 'void',
} as const satisfies Record<string, StatusKey>;

/** Ahead, today, overdue, done, called off. */
export function standingOf({ standing, daysLeft }: ObligationLine): keyof typeof standingGlyphs {
  if (standing !== 'due') return standing;
  return daysLeft < 0 ? 'late' : 'due';
}
