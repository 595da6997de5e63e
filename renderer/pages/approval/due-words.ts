import type { DueState } from '#renderer/components/due-clock.tsx';
import { daysBetween } from '#renderer/i18n/format/dates.ts';

/** A deadline as the core tells it: the share of the working time left and the working minutes left; null without one. */
export interface DueFacts {
  dueAt: number | null;
  left: number | null;
  minutesLeft: number | null;
}

/** Under a quarter of the time left is told in amber. */
const RISK = 0.25;
const WORKING_DAY = 480;

/** The state of a running clock; null without a deadline. */
export function dueState({ left, minutesLeft, dueAt }: DueFacts): DueState | null {
  if (dueAt === null && minutesLeft === null) return null;
  if ((minutesLeft ?? 1) < 0 || (left ?? 1) < 0) return 'late';
  return left !== null && left < RISK ? 'risk' : 'run';
}

/** Working minutes → days of eight hours, hours and minutes; at most two parts, none of them empty. */
export function workingParts(minutes: number): { unit: 'day' | 'hour' | 'minute'; count: number }[] {
  const whole = Math.abs(Math.round(minutes));
  const parts = [
    { unit: 'day' as const, count: Math.floor(whole / WORKING_DAY) },
    { unit: 'hour' as const, count: Math.floor((whole % WORKING_DAY) / 60) },
    { unit: 'minute' as const, count: whole % 60 },
  ];
  const first = parts.findIndex((part) => part.count > 0);
  if (first < 0) return [{ unit: 'minute', count: 0 }];
  return parts.slice(first, first + 2).filter((part) => part.count > 0);
}

/**
 * How a deadline is told in a list: while little is left or little is over, the duration; today the time of day;
 * otherwise the day, by name when it is near, with its time.
 */
export function dueForm(facts: DueFacts, dueDay: string, today: string): 'over' | 'left' | 'until' | 'day' {
  const days = daysBetween(today, dueDay);
  const state = dueState(facts);
  if (state === 'late') return days === 0 ? 'over' : 'day';
  if (state === 'risk' && facts.minutesLeft !== null && facts.minutesLeft < WORKING_DAY) return 'left';
  return days === 0 ? 'until' : 'day';
}

/** Days that are told by name: the last and the next two. */
export const isNear = (day: string, today: string): boolean => Math.abs(daysBetween(today, day)) <= 1;
