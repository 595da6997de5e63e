import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { CONTENT, partOfId, readPart } from '#electron/core/store/search/file-texts.ts';
import type { SearchHit as Found } from '#electron/core/store/search/search.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { highlight, snippet } from '#shared/lib/text/highlight.ts';
import type { FileFragment, SearchHit } from '#shared/queries/search.ts';

const length = 160;

/** What surrounds the words in the comment or in the file's name that was found. */
export function fragmentOf(db: Readable, { entity, id }: Found, text: string): SearchHit['fragment'] {
  if (entity === CONTENT) return contentFragment(db, id, text);
  if (entity !== 'comment' && entity !== 'attachment') return null;
  const sql =
    entity === 'comment' ? 'SELECT text FROM comment WHERE id = ?' : 'SELECT name FROM attachment WHERE id = ?';
  const body = prepared(db, sql).pluck().get(id) as string | undefined;
  return body === undefined ? null : { from: entity, text: cut(body, text) };
}

/** What surrounds the words inside of a file, and the words themselves as they stand there. */
function contentFragment(db: Readable, id: string, text: string): FileFragment | null {
  const { attachmentId, part } = partOfId(id);
  const file = prepared(db, 'SELECT name, sha256 FROM attachment WHERE id = ?').get(attachmentId) as
    | { name: string; sha256: string }
    | undefined;
  const body = file && readPart(db, file.sha256, part);
  if (!file || body === undefined) return null;
  const found = snippet(body, text, length, wordKeysHere());
  const [first, ...others] = found.ranges;
  let end = first?.[1] ?? 0;
  // Words that stand side by side are one place.
  for (const [from, to] of others) if (/^\s*$/.test(found.text.slice(end, from))) end = to;
  const find = found.text.slice(first?.[0] ?? 0, end).replace(/\s+/g, ' ');
  const shown = `${found.before ? '…' : ''}${found.text.replace(/\s+/g, ' ').trim()}${found.after ? '…' : ''}`;
  return { from: 'content', text: shown, attachmentId, name: file.name, find };
}

/** The part of the note that holds the words, when what the list shows anyway does not. */
export function noteFragment(
  note: string | null,
  shown: { title: string; number: string | null; inn: string | null },
  text: string,
): SearchHit['fragment'] {
  const holds = (part: string | null) => part !== null && highlight(part, text, wordKeysHere()).length > 0;
  if (holds(shown.title) || holds(shown.number) || holds(shown.inn) || !holds(note)) return null;
  return { from: 'note', text: cut(note as string, text) };
}

function cut(body: string, text: string): string {
  const { text: part, before, after } = snippet(body, text, length, wordKeysHere());
  return `${before ? '…' : ''}${part}${after ? '…' : ''}`;
}
