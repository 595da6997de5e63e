import type { KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import type { Writable } from '#electron/core/store/handle.ts';
import { holdJournal } from '#electron/core/store/journal/append-to-journal.ts';
import { entriesAfter, type JournalEntry } from '#electron/core/store/journal/entry.ts';
import { Journal } from '#electron/core/store/journal/journal.ts';
import { journalSince } from '#electron/core/store/journal/journal-since.ts';
import { readJournal, readSegment } from '#electron/core/store/journal/read-journal.ts';
import { journalKey } from '#electron/core/store/journal/record.ts';
import { numberOf, replayJournal } from '#electron/core/store/journal/replay-journal.ts';
import { segmentsOf } from '#electron/core/store/journal/segments.ts';
import type { Here } from '#electron/core/store/run-pending.ts';

/**
 * From now on everything entered into this database is written to the journal beside it as well; what an earlier run could not write is
 * written now. A database that is older than its journal (somebody put a copy in its place, a disk lied about a flush) first gets what the journal knows.
 * `key` is the raw key of the profile. To be ended by `closeJournal`.
 */
export function keepJournal(
  db: Writable,
  { path, key, here }: { path: string; key: Buffer | null; here: Here },
  now: number,
): void {
  if (key === null) return;
  const folder = dirname(path);
  const last = lastEntry(folder, journalKey(key));
  if (last && numberOf(db, last.id) === undefined) replayJournal(db, readJournal(folder, key), here);
  const journal = new Journal(folder, key);
  holdJournal(db, journal);
  // From the last one on: a withdrawal may have taken its place since.
  const from = (last && numberOf(db, last.id)) ?? 1;
  const behind = [...entriesAfter(db, from - 1, journalSince(db, now))].filter((entry) => entry.id !== last?.id);
  if (behind.length > 0) journal.append(behind);
}

/** The newest command that the journal has. */
function lastEntry(folder: string, key: KeyObject): JournalEntry | undefined {
  for (const segment of segmentsOf(folder).reverse()) {
    const text = readSegment(segment, key).texts.at(-1);
    if (text !== undefined) return JSON.parse(text) as JournalEntry;
  }
  return undefined;
}
