import { witnessFragment } from '#electron/core/app/queries/search-witnesses.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { SearchHit as Found } from '#electron/core/store/search/search.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { highlight, snippet } from '#shared/lib/text/highlight.ts';
import { parseQuery } from '#shared/lib/text/query.ts';
import type { SearchHit } from '#shared/queries/search.ts';

const length = 160;

/** What surrounds the words in the comment, in the file or in its name that was found. */
export function fragmentOf(db: Readable, found: Found, text: string): SearchHit['fragment'] {
  const fragment = witnessFragment(db, found, parseQuery(text));
  if (fragment?.from === 'content' && fragment.file) {
    const { id, name, find } = fragment.file;
    return { from: 'content', text: fragment.text, marks: fragment.marks, attachmentId: id, name, find };
  }
  if (fragment?.from !== 'comment' && fragment?.from !== 'attachment') return null;
  return { from: fragment.from, text: fragment.text, marks: fragment.marks };
}

/** The part of the note that holds the words, when what the list shows anyway does not. */
export function noteFragment(
  note: string | null,
  shown: { title: string; number: string | null; inn: string | null },
  text: string,
): SearchHit['fragment'] {
  const holds = (part: string | null) => part !== null && highlight(part, text, wordKeysHere()).length > 0;
  if (holds(shown.title) || holds(shown.number) || holds(shown.inn) || !holds(note)) return null;
  const { text: part, ranges, before, after } = snippet(note as string, text, length, wordKeysHere());
  const lead = before ? '…' : '';
  const marks = ranges.map(([from, to]): [number, number] => [from + lead.length, to + lead.length]);
  return { from: 'note', text: `${lead}${part}${after ? '…' : ''}`, marks };
}
