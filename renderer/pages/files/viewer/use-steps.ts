import { useEffect, useState } from 'react';

/** A person's way through what was found in one file. */
export interface Finding {
  query: string;
  setQuery: (query: string) => void;
  /** Places found; `more`: the file is still being read. */
  count: number;
  more: boolean;
  /** There is not a word in the file, only pictures of pages. */
  wordless?: boolean;
  /** The place the person stands at, from 0; -1 when there is none. */
  at: number;
  step: (by: 1 | -1) => void;
}

/** The words that are looked for, beginning with those that led to the file. */
export function useWordsToFind(first: string | undefined): [string, (query: string) => void] {
  const [query, setQuery] = useState(first ?? '');
  useEffect(() => setQuery(first ?? ''), [first]);
  return [query, setQuery];
}

/** Where a person stands among `count` places; other words begin at the first one. After the last comes the first. */
export function useSteps(query: string, count: number): { at: number; step: (by: 1 | -1) => void } {
  const [place, setPlace] = useState({ query, at: 0 });
  const at = count === 0 ? -1 : place.query === query ? Math.min(place.at, count - 1) : 0;
  const step = (by: 1 | -1): void => {
    if (count > 0) setPlace({ query, at: (at + by + count) % count });
  };
  return { at, step };
}
