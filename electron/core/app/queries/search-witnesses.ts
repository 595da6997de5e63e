import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { Found } from '#electron/core/app/queries/search-found.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { CONTENT, partOfId, readPart } from '#electron/core/store/search/file-texts.ts';
import type { Witness } from '#electron/core/store/search/found-records.ts';
import { rowTargets, type Target } from '#electron/core/store/search/row-targets.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { cutAround } from '#shared/lib/text/highlight.ts';
import { matchedRanges } from '#shared/lib/text/matching.ts';
import type { QueryTerm } from '#shared/lib/text/query.ts';
import type { MarkedFragment } from '#shared/queries/search.ts';

const length = 160;

/** Of each record in the window the text in its discussion or files that meets most wishes; of equals the newest. */
export function witnessesOf(db: Readable, found: Found, window: readonly Target[]): ReadonlyMap<Target, Witness> {
  const wanted = new Set(window.filter((target) => placesOf(found, target) > 1));
  const best = new Map<Target, { rowid: number; wishes: number }>();
  const met = new Map<number, number>();
  const targets = rowTargets(db);
  for (const rowid of wanted.size === 0 ? [] : found.rows) {
    const target = targets.target(rowid);
    if (!wanted.has(target)) continue;
    const wishes = (met.get(rowid) ?? 0) + 1;
    met.set(rowid, wishes);
    const known = best.get(target);
    if (!known || wishes > known.wishes || (wishes === known.wishes && rowid > known.rowid))
      best.set(target, { rowid, wishes });
  }
  const select = prepared(db, 'SELECT entity, id FROM search_row WHERE rowid = ?');
  const witnesses = new Map<Target, Witness>();
  for (const [target, { rowid }] of best) {
    const row = select.get(rowid) as { entity: string; id: string } | undefined;
    if (row) witnesses.set(target, { ...row, target });
  }
  for (const witness of found.fresh) if (wanted.has(witness.target)) witnesses.set(witness.target, witness);
  return witnesses;
}

const placesOf = (found: Found, target: Target): number =>
  (target < 0 ? found.counterparties[-target] : found.documents[target]) ?? 0;

/** What surrounds the words in a comment, in a file's name or inside of a file; null when the text is gone. */
export function witnessFragment(
  db: Readable,
  { entity, id }: Pick<Witness, 'entity' | 'id'>,
  terms: readonly QueryTerm[],
): MarkedFragment | null {
  if (entity === CONTENT) return contentFragment(db, id, terms);
  if (entity === 'comment') {
    const text = prepared(db, 'SELECT text FROM comment WHERE id = ?').pluck().get(id) as string | undefined;
    return text === undefined ? null : { from: 'comment', ...marked(text, terms), file: null };
  }
  const name = prepared(db, 'SELECT name FROM attachment WHERE id = ?').pluck().get(id) as string | undefined;
  return name === undefined ? null : { from: 'attachment', ...marked(name, terms), file: { id, name, find: '' } };
}

/** What surrounds the words inside of a file, and the first of them as they stand there. */
function contentFragment(db: Readable, id: string, terms: readonly QueryTerm[]): MarkedFragment | null {
  const { attachmentId, part } = partOfId(id);
  const file = prepared(db, 'SELECT name, sha256 FROM attachment WHERE id = ?').get(attachmentId) as
    | { name: string; sha256: string }
    | undefined;
  const body = file && readPart(db, file.sha256, part);
  if (!file || body === undefined) return null;
  const { text, marks } = marked(body, terms);
  const [first, ...others] = marks;
  let end = first?.[1] ?? 0;
  // Words that stand side by side are one place.
  for (const [from, to] of others) if (/^\s*$/.test(text.slice(end, from))) end = to;
  return {
    from: 'content',
    ...{ text, marks },
    file: { id: attachmentId, name: file.name, find: text.slice(first?.[0] ?? 0, end) },
  };
}

/** Fields of a record that hold words which its row does not show anyway; undefined: none does. */
export function fieldFragment(
  db: Readable,
  record: { entity: string; id: string; note: string | null; shown: readonly (string | null)[] },
  terms: readonly QueryTerm[],
): MarkedFragment | undefined {
  const keysOf = wordKeysHere();
  const unseen = terms.filter((term) =>
    record.shown.every((text) => text === null || matchedRanges(text, [term], keysOf).length === 0),
  );
  if (unseen.length === 0) return undefined;
  const entity = record.entity === 'counterparty' ? 'counterparty' : 'document';
  const lines = searchSource(db).loadText(entity, record.id)?.text.split('\n') ?? [];
  const others = lines.filter((line) => !record.shown.includes(line));
  const line = others.find((one) => matchedRanges(one, unseen, keysOf).length > 0);
  if (line === undefined) return undefined;
  return { from: record.note?.includes(line) ? 'note' : 'field', ...marked(line, terms), file: null };
}

/** A text in single spaces, cut around the first of the words. */
function marked(body: string, terms: readonly QueryTerm[]): Pick<MarkedFragment, 'text' | 'marks'> {
  const text = body.replace(/\s+/g, ' ').trim();
  const cut = cutAround(text, matchedRanges(text, terms, wordKeysHere()), length);
  const before = cut.before ? '…' : '';
  return {
    text: `${before}${cut.text}${cut.after ? '…' : ''}`,
    marks: cut.ranges.map(([from, to]) => [from + before.length, to + before.length]),
  };
}
