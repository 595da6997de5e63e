import { type RefObject, useEffect, useState } from 'react';
import { findPattern } from '#renderer/pages/files/viewer/find-text.ts';
import { Marks } from '#renderer/pages/files/viewer/marks.ts';
import { rangesIn } from '#renderer/pages/files/viewer/text-finder.ts';
import { type Finding, useSteps, useWordsToFind } from '#renderer/pages/files/viewer/use-steps.ts';

/** Rest after the last key before a text is looked through, milliseconds. */
const REST = 120;

/**
 * Looks for words in a text that is wholly on the page, marks them and brings the one a person stands at into sight of `frame`. `root` null: the text is
 * not there yet.
 */
export function useTextFind(
  root: Node | null,
  frame: RefObject<HTMLElement | null>,
  first: string | undefined,
): Finding {
  const [query, setQuery] = useWordsToFind(first);
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [marks] = useState(() => new Marks());
  const { at, step } = useSteps(query, ranges.length);
  useEffect(() => () => marks.clear(), [marks]);
  useEffect(() => {
    const pattern = findPattern(query);
    if (!root || !pattern) return setRanges([]);
    const timer = setTimeout(() => setRanges(rangesIn(root, pattern)), REST);
    return () => clearTimeout(timer);
  }, [root, query]);
  useEffect(() => {
    const now = ranges[at];
    marks.set('text', ranges, now ? [now] : []);
    const target = frame.current;
    if (!now || !target) return;
    const [place, sight] = [now.getBoundingClientRect(), target.getBoundingClientRect()];
    if (place.top < sight.top + 8 || place.bottom > sight.bottom - 8)
      target.scrollTop += place.top - sight.top - target.clientHeight / 3;
    if (place.left < sight.left || place.right > sight.right)
      target.scrollLeft += place.left - sight.left - target.clientWidth / 3;
  }, [ranges, at, marks, frame]);
  return { query, setQuery, count: ranges.length, more: false, at, step };
}
