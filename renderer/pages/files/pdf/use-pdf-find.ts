import { useEffect, useMemo, useState } from 'react';
import type { PagePlace, PdfText } from '#renderer/pages/files/pdf/page-text.ts';
import { findPattern, type Place } from '#renderer/pages/files/viewer/find-text.ts';
import { type Finding, useSteps, useWordsToFind } from '#renderer/pages/files/viewer/use-steps.ts';

export interface PdfFinding extends Finding {
  places: readonly PagePlace[];
  now: PagePlace | null;
}

const none: { places: readonly PagePlace[]; more: boolean; wordless: boolean } = {
  places: [],
  more: false,
  wordless: false,
};

/** Rest after the last key before the pages are looked through, milliseconds. */
const REST = 120;

/** Looks for words in all pages, beside everything else the window does; places come as they are found. */
export function usePdfFind(words: PdfText | null, first: string | undefined): PdfFinding {
  const [query, setQuery] = useWordsToFind(first);
  const [found, setFound] = useState(none);
  const { at, step } = useSteps(query, found.places.length);
  useEffect(() => {
    const pattern = findPattern(query);
    setFound({ ...none, more: pattern !== null });
    if (!words || !pattern) return;
    let gone = false;
    const timer = setTimeout(() => {
      words
        .find(
          pattern,
          () => gone,
          (places, more, wordless) => setFound({ places, more, wordless }),
        )
        .catch(() => !gone && setFound(none));
    }, REST);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [words, query]);
  const now = found.places[at] ?? null;
  return useMemo(
    () => ({ query, setQuery, ...found, count: found.places.length, at, step, now }),
    [query, setQuery, found, at, step, now],
  );
}

const nowhere: readonly Place[] = [];

/** Places by page; each list stays the same while what was found does. */
export function byPages(places: readonly PagePlace[]): (page: number) => readonly Place[] {
  const pages = new Map<number, Place[]>();
  for (const { page, place } of places) {
    const known = pages.get(page);
    if (known) known.push(place);
    else pages.set(page, [place]);
  }
  return (page) => pages.get(page) ?? nowhere;
}
