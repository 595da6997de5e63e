import type { Marks } from '#shared/queries/search.ts';

/** A text with the found words marked; the core knows their places, the dictionary being there. */
export function Marked({ text, marks }: { text: string; marks: Marks }) {
  return (
    <>
      {marks.map(([from, to], at) => (
        <span key={from}>
          {text.slice(marks[at - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
