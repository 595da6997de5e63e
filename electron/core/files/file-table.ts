import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** What this workstation knows of the bytes with one hash. */
export interface FileFacts {
  sha256: string;
  size: number;
  here: number;
  uploaded: number;
  upload_url: string | null;
  problem: string | null;
  why: string | null;
  added_at: number;
  opened_at: number | null;
  wanted_at: number | null;
  pinned: number;
  paused: number;
}

export const factsOf = (db: Readable, sha256: string): FileFacts | undefined =>
  prepared(db, 'SELECT * FROM file WHERE sha256 = ?').get(sha256) as FileFacts | undefined;

/** Changes what is known of a file. The names of columns come from the program only. */
export function markFile(
  db: Writable,
  sha256: string,
  change: Partial<Omit<FileFacts, 'sha256' | 'size' | 'added_at'>>,
): void {
  // A transfer may end after its person has left.
  if (!db.open) return;
  const names = Object.keys(change);
  const sets = names.map((name) => `${name} = ?`).join(', ');
  prepared(db, `UPDATE file SET ${sets} WHERE sha256 = ?`).run(...Object.values(change), sha256);
}

/** The bytes have come from the centre, which therefore has them. */
export function arrivedFile(db: Writable, sha256: string, size: number, now: number): void {
  if (!db.open) return;
  const sql = `INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, 1, ?) ON CONFLICT (sha256)
    DO UPDATE SET here = 1, uploaded = 1, added_at = excluded.added_at, problem = NULL, why = NULL, wanted_at = NULL, paused = 0`;
  prepared(db, sql).run(sha256, size, now);
}

/** Bytes that the centre has checked need not be sent, whoever sent them: a clone, or we ourselves before a kill. */
export function confirmVerified(db: Writable): void {
  const named = 'SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256';
  const sql = `UPDATE file SET uploaded = 1, upload_url = NULL WHERE uploaded = 0 AND problem IS NULL
    AND EXISTS (${named}) AND NOT EXISTS (${named} AND (v = 0 OR verifiedAt IS NULL))`;
  prepared(db, sql).run();
}

/** What the centre once had and does not confirm any more, since it was restored from a backup, is offered to it again. */
export function offerUnconfirmed(db: Writable): void {
  const sql = `UPDATE file SET uploaded = 0, upload_url = NULL WHERE uploaded = 1 AND here = 1 AND problem IS NULL
    AND EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256 AND v > 0 AND verifiedAt IS NULL)`;
  prepared(db, sql).run();
}

/** A person, or a pin, wants the bytes here. */
export function wantFile(db: Writable, sha256: string, size: number, now: number): void {
  const sql = `INSERT INTO file (sha256, size, here, uploaded, added_at, wanted_at) VALUES (?, ?, 0, 1, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET wanted_at = excluded.wanted_at, paused = 0, problem = NULL, why = NULL`;
  prepared(db, sql).run(sha256, size, now, now);
}

/** The bytes are not here, or not as they should be: one that has still to be sent stops, the others are in the centre. */
export function missFile(db: Writable, sha256: string): void {
  const facts = factsOf(db, sha256);
  if (facts?.uploaded === 0) markFile(db, sha256, { problem: 'FILE_DAMAGED', upload_url: null });
  else if (facts?.pinned === 1) markFile(db, sha256, { here: 0 });
  else prepared(db, 'DELETE FROM file WHERE sha256 = ?').run(sha256);
}

/** A file that is not here and that nothing asks for any more is not remembered. Says whether it was such a one. */
export function forgetWanted(db: Writable, sha256: string): boolean {
  if (!db.open) return false;
  const sql =
    'DELETE FROM file WHERE sha256 = ? AND here = 0 AND pinned = 0 AND uploaded = 1 AND wanted_at IS NULL AND problem IS NULL';
  return prepared(db, sql).run(sha256).changes > 0;
}

export function openedFile(db: Writable, sha256: string, now: number): void {
  markFile(db, sha256, { opened_at: now });
}

/** Attachments with these bytes: what a window has to show anew when their place changes. */
export const attachmentsOf = (db: Readable, sha256: string): string[] =>
  prepared(db, 'SELECT id FROM attachment WHERE sha256 = ?').pluck().all(sha256) as string[];
