import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, questionOf } from '#renderer/pages/search/search-address.ts';
import type { SearchQuestion } from '#shared/queries/search.ts';

/** What the page is asked, told by its address, so that going back finds it again; a change counts at once, before the address has followed. */
export function useQuestion(): { question: SearchQuestion; ask: (question: SearchQuestion) => void } {
  const [address, setAddress] = useSearchParams();
  const [question, setQuestion] = useState(() => questionOf(address));
  // What this page has written itself comes back as its address, perhaps when more has been asked already.
  const newest = useRef(`${address}`);
  const written = useRef(new Set<string>());
  const text = `${address}`;
  useEffect(() => {
    if (text === newest.current) written.current.clear();
    else if (!written.current.delete(text)) {
      newest.current = text;
      setQuestion(questionOf(new URLSearchParams(text)));
    }
  }, [text]);
  const ask = (next: SearchQuestion) => {
    const to = addressOf(next);
    newest.current = `${to}`;
    written.current.add(newest.current);
    setQuestion(next);
    setAddress(to, { replace: true });
  };
  return { question, ask };
}
