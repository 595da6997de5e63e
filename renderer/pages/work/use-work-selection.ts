import { useCallback, useRef } from 'react';
import { useWorkDesk } from '#renderer/state/work.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** The cursor and the selection of the list; the functions stay the same, so that rows need not be drawn anew. */
export function useWorkSelection(ordered: readonly WorkItem[], index: number) {
  const now = useRef({ ordered, index });
  now.current = { ordered, index };
  const anchor = useRef(0);
  const move = useCallback((to: number) => {
    const { ordered: items } = now.current;
    const item = items[Math.min(Math.max(0, to), items.length - 1)];
    if (item) useWorkDesk.getState().stand(item.item);
  }, []);
  const toggle = useCallback(
    (at: number, upTo: boolean) => {
      const { ordered: items } = now.current;
      const { selection, select } = useWorkDesk.getState();
      const next = new Map(selection);
      const [start, end] = upTo ? [Math.min(anchor.current, at), Math.max(anchor.current, at)] : [at, at];
      const range = items.slice(start, end + 1);
      const [only] = range;
      if (!upTo && only && next.has(only.item)) next.delete(only.item);
      // What an item says at this moment is what the bulk will be about.
      else for (const item of range) next.set(item.item, item.decide?.hash ?? null);
      anchor.current = at;
      select(next);
      move(at);
    },
    [move],
  );
  const all = useCallback(() => {
    useWorkDesk.getState().select(new Map(now.current.ordered.map((item) => [item.item, item.decide?.hash ?? null])));
  }, []);
  /** False when there was nothing to clear, so that the press goes on. */
  const clear = useCallback(() => {
    const { selection, select } = useWorkDesk.getState();
    if (selection.size === 0) return false;
    select(new Map());
    return true;
  }, []);
  return { move, toggle, all, clear };
}
