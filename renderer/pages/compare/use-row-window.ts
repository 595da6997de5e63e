import { type RefObject, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { RowHeights } from '#renderer/pages/compare/row-heights.ts';
import type { RedlineBlock } from '#shared/domain/redline.ts';

/** Rows beyond the edges that are drawn all the same, in pixels, so that a turn of the wheel meets no gap. */
const BEYOND = 600;
/** The average letter and a line of the contract's text, in pixels; what stands around the lines of a row. */
const [LETTER, LINE, AROUND] = [7, 21, 10];

const guess = (blocks: readonly RedlineBlock[], width: number): number[] => {
  const letters = Math.max(20, width / LETTER);
  return blocks.map((block) => {
    const longest = Math.max(block.left?.text.length ?? 0, block.right?.text.length ?? 0, 1);
    return Math.ceil((longest + 6) / letters) * LINE + AROUND;
  });
};

/** The rows to draw of a long list whose heights become known only when they are drawn. `width` is that of one column of text. */
export function useRowWindow(blocks: readonly RedlineBlock[], scroller: RefObject<HTMLElement | null>, width: number) {
  const heights = useMemo(() => new RowHeights(guess(blocks, width)), [blocks, width]);
  const [view, setView] = useState({ top: 0, height: 900 });
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const latest = useRef(heights);
  latest.current = heights;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const follow = new ResizeObserver(look);
    follow.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      follow.disconnect();
    };
  }, [scroller]);

  const sizes = useRef<ResizeObserver | null>(null);
  useEffect(() => () => sizes.current?.disconnect(), []);
  /** Put on every drawn row; `data-row` is its place in the list. */
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    sizes.current ??= new ResizeObserver((entries) => {
      const changed = entries.filter(({ target }) => {
        const row = target as HTMLElement;
        return row.isConnected && latest.current.measure(Number(row.dataset['row']), row.offsetHeight);
      });
      if (changed.length > 0) redraw();
    });
    const observer = sizes.current;
    observer.observe(element);
    return () => observer.unobserve(element);
  }, []);

  const first = blocks.length === 0 ? 0 : heights.rowAt(Math.max(0, view.top - BEYOND));
  const last = blocks.length === 0 ? -1 : heights.rowAt(view.top + view.height + BEYOND);

  /** Brings a row to the upper third of the view; its place is put right while the rows on the way become known. */
  const scrollTo = useCallback(
    (row: number) => {
      let left = 6;
      const go = () => {
        const element = scroller.current;
        if (!element) return;
        const wanted = Math.max(0, latest.current.offsetOf(row) - element.clientHeight / 3);
        const reachable = Math.min(wanted, element.scrollHeight - element.clientHeight);
        left -= 1;
        if (left > 0 && Math.abs(element.scrollTop - reachable) > 1) {
          element.scrollTop = reachable;
          requestAnimationFrame(go);
        }
      };
      go();
    },
    [scroller],
  );
  return {
    first,
    last,
    before: heights.offsetOf(first),
    after: heights.total - heights.offsetOf(last + 1),
    heights,
    view,
    measure,
    scrollTo,
  };
}
