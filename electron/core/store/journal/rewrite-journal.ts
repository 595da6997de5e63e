import { rmSync } from 'node:fs';
import { syncFolder } from '#electron/core/store/disk.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { journalOf } from '#electron/core/store/journal/append-to-journal.ts';
import { entriesAfter } from '#electron/core/store/journal/entry.ts';
import { journalSince } from '#electron/core/store/journal/journal-since.ts';
import { segmentsOf } from '#electron/core/store/journal/segments.ts';

/**
 * Writes the journal anew from the outbox as it stands, and only then removes what it had: values that were stripped from the outbox
 * are in neither afterwards. Returns false when the disk refused; everything is as it was then.
 */
export function rewriteJournal(db: Writable, now: number): boolean {
  const journal = journalOf(db);
  if (!journal) return true;
  if (!journal.rotate()) return false;
  const old = segmentsOf(journal.folder);
  journal.append(entriesAfter(db, 0, journalSince(db, now)));
  if (!journal.sync()) return false;
  for (const segment of old) rmSync(segment);
  syncFolder(journal.folder);
  return true;
}
