import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { MARK_DIRTY } from '#electron/core/store/search/schema.ts';

/** The name under which the search knows parts of files; no entity of the domain. */
export const CONTENT = 'content';
/** Goes up when more or other words are read out of files: all of them are read again. */
export const FILE_READER = 1;
/** Characters of a part: about three pages, some ten milliseconds to index. Words of one search have to stand in one part. */
export const PART_LENGTH = 8_000;

export type FileTextState = 'text' | 'none' | 'failed';

/** A part of an attachment's file in the search. */
export const contentId = (attachmentId: string, part: number): string => `${attachmentId}#${part}`;

export function partOfId(id: string): { attachmentId: string; part: number } {
  const [attachmentId = '', part = '0'] = id.split('#');
  return { attachmentId, part: Number(part) };
}

export const partsOfFile = (db: Readable, sha256: string): number =>
  (prepared(db, 'SELECT parts FROM file_read WHERE sha256 = ?').pluck().get(sha256) as number | undefined) ?? 0;

export function readPart(db: Readable, sha256: string, part: number): string | undefined {
  const packed = prepared(db, 'SELECT text FROM file_text WHERE sha256 = ? AND part = ?').pluck().get(sha256, part);
  return packed === undefined ? undefined : inflateRawSync(packed as Buffer).toString('utf8');
}

/** A text in parts that end between two words. */
export function inParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + PART_LENGTH;
    const space = end >= text.length ? text.length : Math.max(text.lastIndexOf('\n', end), text.lastIndexOf(' ', end));
    const to = space > at ? space : end;
    parts.push(text.slice(at, to));
    at = to;
  }
  return parts;
}

/** What has been packed for `saveFileText`. */
export const packPart = (part: string): Uint8Array => deflateRawSync(part, { level: 6 });

/** Keeps what was read out of a file and marks its attachments to be searched anew, in one transaction. */
export function saveFileText(
  db: Writable,
  sha256: string,
  read: { state: FileTextState; parts: readonly Uint8Array[] },
): void {
  db.transaction(() => {
    const attachments = prepared(db, 'SELECT id FROM attachment WHERE sha256 = ?').pluck().all(sha256) as string[];
    // Access was lost while the file was being read: nothing of it may come back.
    if (attachments.length === 0) return;
    prepared(db, 'DELETE FROM file_text WHERE sha256 = ?').run(sha256);
    const put = prepared(db, 'INSERT INTO file_text (sha256, part, text) VALUES (?, ?, ?)');
    for (const [part, text] of read.parts.entries()) put.run(sha256, part, text);
    const sql = `INSERT INTO file_read (sha256, state, parts, reader) VALUES (?, ?, ?, ?) ON CONFLICT (sha256)
      DO UPDATE SET state = excluded.state, parts = excluded.parts, reader = excluded.reader`;
    prepared(db, sql).run(sha256, read.state, read.parts.length, FILE_READER);
    for (const id of attachments) prepared(db, MARK_DIRTY).run('attachment', id);
  }).immediate();
}

/** A file whose words are not known yet. */
export interface UnreadFile {
  sha256: string;
  name: string;
  size: number;
}

/** Files looked at in one step: a few milliseconds. */
const LOOKED_AT = 400;

/** The next file that is here and has not been read, among the next few hundred behind `after`; `next` is where to go on, null at the end. */
export function nextUnread(db: Readable, after: string): { file: UnreadFile | null; next: string | null } {
  const slice = prepared(db, 'SELECT sha256, size, here FROM file WHERE sha256 > ? ORDER BY sha256 LIMIT ?').all(
    after,
    LOOKED_AT,
  ) as { sha256: string; size: number; here: number }[];
  const known = prepared(db, 'SELECT 1 FROM file_read WHERE sha256 = ? AND reader = ?');
  // A statement is the original of every payment in it: by its words each of them would be found as all the others.
  const named = prepared(
    db,
    `SELECT name FROM attachment LEFT JOIN document ON document.id = attachment.documentId
     WHERE attachment.sha256 = ? AND coalesce(document.sourceFormat, '') NOT LIKE 'client-bank%' LIMIT 1`,
  ).pluck();
  for (const { sha256, size, here } of slice) {
    if (here !== 1 || known.get(sha256, FILE_READER)) continue;
    const name = named.get(sha256) as string | undefined;
    if (name !== undefined) return { file: { sha256, name, size }, next: sha256 };
  }
  return { file: null, next: slice.length < LOOKED_AT ? null : (slice.at(-1)?.sha256 ?? null) };
}

/** Words of files that no attachment here names any more go. */
export function dropUnnamedTexts(db: Writable): void {
  const unnamed = 'NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = one.sha256)';
  db.transaction(() => {
    db.exec(`DELETE FROM file_text AS one WHERE ${unnamed}`);
    db.exec(`DELETE FROM file_read AS one WHERE ${unnamed}`);
  }).immediate();
}
