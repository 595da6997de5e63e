import { useEffect, useRef, useState } from 'react';
import { runQuery } from '#renderer/data/core.ts';
import { useSettled } from '#renderer/pages/search/use-settled.ts';
import type { SearchHit } from '#shared/queries/search.ts';

/** Rest after the last key before the question is asked, in milliseconds. */
const REST = 90;
const LIMIT = 60;

export interface Found {
  /** The words these hits answer. */
  text: string;
  hits: readonly SearchHit[];
  more: boolean;
  indexing: number;
  milliseconds: number;
}

/** Records that hold the words. The previous answer stays until the next one is there; an answer to older words is dropped. */
export function useSearch(text: string): { found: Found | null; failed: boolean } {
  const [state, setState] = useState<{ found: Found | null; failed: boolean }>({ found: null, failed: false });
  const asked = useRef(0);
  const [busy, setBusy] = useState(false);
  // While one question is under way only the newest of what is typed meanwhile is asked next.
  const settled = useSettled(text, busy);
  useEffect(() => {
    asked.current += 1;
    const own = asked.current;
    const words = settled.trim();
    if (words === '') {
      setState({ found: null, failed: false });
      return;
    }
    const timer = setTimeout(() => {
      const begun = performance.now();
      setBusy(true);
      runQuery('search', { text: words.slice(0, 500), limit: LIMIT })
        .then(
          (answer) => {
            if (own !== asked.current) return;
            const milliseconds = Math.max(1, Math.round(performance.now() - begun));
            setState({ found: { ...answer, text: words, milliseconds }, failed: false });
          },
          () => own === asked.current && setState((before) => ({ ...before, failed: true })),
        )
        .finally(() => setBusy(false));
    }, REST);
    return () => clearTimeout(timer);
  }, [settled]);
  return state;
}
