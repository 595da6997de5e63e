import type { ReactNode } from 'react';
import { highlight } from '#shared/lib/text/highlight.ts';

/** A text with the words of a query marked in any of their forms. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of query ? highlight(text, query) : []) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
