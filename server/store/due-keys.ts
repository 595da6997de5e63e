import type { AnyRow } from '#shared/domain/change.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/**
 * Rows that the centre's clock waits for: the instant (UTC milliseconds) at which something is to happen to a row, null when nothing
 * is. Only the centre has these keys: a workstation waits for nobody else's deadlines.
 */
const waiting: Readonly<Record<string, (row: AnyRow) => number | null>> = {
  /** A deadline that has not been escalated yet. */
  approval_task: (row) => {
    const task = row as RowOf<'approval_task'>;
    return task.state === 'active' && task.escalatedToId === null ? task.dueAt : null;
  },
  /** A step of the escalation, or the silent close of what was resolved. */
  ticket: (row) => (row as RowOf<'ticket'>).checkAt,
};

/** The index under which the store keeps them, beside the declared keys of an entity; no declared key can have this name. */
export const dueIndex = '#due';

/** The instant for which a row waits, if it does. */
export function dueOf(entity: string, row: AnyRow): number | null {
  return waiting[entity]?.(row) ?? null;
}

/** An instant as text whose byte order is the order of time. What is before 1970 is due since then. */
export const dueKey = (instant: number): string => String(Math.max(0, instant)).padStart(16, '0');
