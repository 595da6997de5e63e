import type { BulkEdit } from '#shared/queries/bulk.ts';

/** Edits that one action carries: few enough that somebody else's save never waits long. */
const AT_ONCE = 200;

export interface EditsDone {
  done: BulkEdit[];
  /** The person stopped it. */
  stopped: boolean;
}

/**
 * Issues edits slice by slice. A slice that is refused as a whole is tried one by one: what somebody else has changed meanwhile
 * keeps nobody else from being changed.
 */
export async function runEdits(
  edits: readonly BulkEdit[],
  send: (edits: readonly BulkEdit[]) => Promise<unknown>,
  { signal, progress }: { signal?: AbortSignal; progress?: (done: number) => void } = {},
): Promise<EditsDone> {
  const done: BulkEdit[] = [];
  for (let at = 0; at < edits.length; at += AT_ONCE) {
    if (signal?.aborted) return { done, stopped: true };
    const slice = edits.slice(at, at + AT_ONCE);
    try {
      await send(slice);
      done.push(...slice);
    } catch (fault) {
      const kept = await oneByOne(slice, send);
      if (kept.length === 0 && at === 0) throw fault;
      done.push(...kept);
    }
    progress?.(Math.min(edits.length, at + AT_ONCE));
  }
  return { done, stopped: false };
}

async function oneByOne(
  slice: readonly BulkEdit[],
  send: (edits: readonly BulkEdit[]) => Promise<unknown>,
): Promise<BulkEdit[]> {
  const kept: BulkEdit[] = [];
  for (const edit of slice) {
    const passed = await send([edit]).then(
      () => true,
      () => false,
    );
    if (passed) kept.push(edit);
  }
  return kept;
}

/** The edits that take others back, the last first. */
export const reversed = (edits: readonly BulkEdit[]): BulkEdit[] =>
  edits.toReversed().map(({ id, patch, base }) => ({ id, patch: base, base: patch }));
