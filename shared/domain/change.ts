import { sameValue } from '#shared/lib/canonical.ts';
import type { Id } from '#shared/lib/ids.ts';

export type AnyRow = { id: Id } & Record<string, unknown>;

/** What a command does to rows. `remove` is for rows that only arrange the screen (views); business rows are archived instead. */
export type Change =
  | { type: 'put'; entity: string; row: AnyRow }
  | { type: 'patch'; entity: string; id: Id; patch: Record<string, unknown> }
  | { type: 'remove'; entity: string; id: Id };

export const idOf = (change: Change): Id => (change.type === 'put' ? change.row.id : change.id);

/** The row after the change; null when there is none. */
export function apply(row: AnyRow | null, change: Change): AnyRow | null {
  if (change.type === 'put') return change.row;
  if (change.type === 'remove') return null;
  return row === null ? null : { ...row, ...change.patch, id: row.id };
}

/** The change that leads back from the row after `change` to `row`. */
export function invert(row: AnyRow | null, change: Change): Change {
  if (row === null) return { type: 'remove', entity: change.entity, id: idOf(change) };
  if (change.type !== 'patch') return { type: 'put', entity: change.entity, row };
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(change.patch)) patch[key] = row[key] ?? null;
  return { type: 'patch', entity: change.entity, id: row.id, patch };
}

/** The members that lead from one row to another; null when a member has gone, which a patch cannot say. */
export function patchBetween(before: AnyRow, after: AnyRow): Record<string, unknown> | null {
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(after)) {
    if (!(name in before) || !sameValue(before[name], after[name])) patch[name] = after[name];
  }
  for (const name of Object.keys(before)) if (after[name] === undefined && before[name] !== undefined) return null;
  return patch;
}
