import { useCallback, useRef } from 'react';
import { useDeskState } from '#renderer/pages/queues/desk-state.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

/** The cursor and the selection of the list; the functions stay the same, so that rows need not be drawn anew. */
export function useDeskSelection(rowAt: (index: number) => QueueRow | undefined, total: number) {
  const now = useRef({ rowAt, total });
  now.current = { rowAt, total };
  const anchor = useRef(0);
  /** Where the cursor goes as soon as the row there has been read. */
  const awaited = useRef<number | null>(null);
  const move = useCallback((to: number) => {
    const at = Math.min(Math.max(0, to), now.current.total - 1);
    const row = now.current.rowAt(at);
    awaited.current = row ? null : at;
    if (row) useDeskState.getState().stand(row.id);
  }, []);
  const toggle = useCallback(
    (at: number, upTo: boolean) => {
      const { selection, select } = useDeskState.getState();
      const next = new Map(selection);
      const [start, end] = upTo ? [Math.min(anchor.current, at), Math.max(anchor.current, at)] : [at, at];
      const range = Array.from({ length: end - start + 1 }, (_, step) => now.current.rowAt(start + step));
      const [only] = range;
      if (!upTo && only && next.has(only.id)) next.delete(only.id);
      else for (const row of range) if (row) next.set(row.id, row);
      anchor.current = at;
      select(next);
      move(at);
    },
    [move],
  );
  const all = useCallback(() => {
    const rows = Array.from({ length: Math.min(now.current.total, MOST) }, (_, at) => now.current.rowAt(at));
    useDeskState.getState().select(new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))));
  }, []);
  /** False when there was nothing to clear, so that the press goes on. */
  const clear = useCallback(() => {
    const { selection, select } = useDeskState.getState();
    if (selection.size === 0) return false;
    select(new Map());
    return true;
  }, []);
  return { move, toggle, all, clear, awaited };
}

/** So many are selected at once at most: as many as a bulk may hold. */
const MOST = 500;
