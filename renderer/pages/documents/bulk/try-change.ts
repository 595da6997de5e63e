import { BULK_SLICE, type BulkChange, type BulkEdit, type BulkRefusal } from '#shared/queries/bulk.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

export interface Tried {
  edits: BulkEdit[];
  same: number;
  refused: BulkRefusal[];
}

/** Asks slice by slice what a change would do; null: the person stopped it. */
export async function tryChange(
  ids: readonly string[],
  change: BulkChange,
  ask: (args: { ids: string[]; change: BulkChange }) => Promise<QueryResult<'document.bulk'>>,
  { signal, progress }: { signal: AbortSignal; progress: (done: number) => void },
): Promise<Tried | null> {
  const all: Tried = { edits: [], same: 0, refused: [] };
  for (let at = 0; at < ids.length; at += BULK_SLICE) {
    if (signal.aborted) return null;
    const slice = await ask({ ids: ids.slice(at, at + BULK_SLICE), change });
    for (const edit of slice.edits) all.edits.push(edit);
    for (const one of slice.refused) all.refused.push(one);
    all.same += slice.same;
    progress(Math.min(ids.length, at + BULK_SLICE));
  }
  return signal.aborted ? null : all;
}

/** Refusals by their reason, the commonest first. */
export function byReason(refused: readonly BulkRefusal[]): { code: string; all: BulkRefusal[] }[] {
  const groups = Map.groupBy(refused, (one) => one.code);
  return [...groups].map(([code, all]) => ({ code, all })).sort((left, right) => right.all.length - left.all.length);
}
