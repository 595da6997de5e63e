import { dirname } from 'node:path';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { entriesAfter, entryAt, type JournalEntry } from '#electron/core/store/journal/entry.ts';
import { Journal } from '#electron/core/store/journal/journal.ts';
import { readSegment } from '#electron/core/store/journal/read-journal.ts';
import { journalKey } from '#electron/core/store/journal/record.ts';
import { segmentsOf } from '#electron/core/store/journal/segments.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** Commands are kept in the journal for as long as a centre that lost its history may have to be offered them again (sync.md). */
export const journalFor = 35 * 24 * 60 * 60 * 1000;

const journals = new WeakMap<Readable, Journal>();

/**
 * From now on everything entered into this database is written to the journal beside it as well; what an earlier run could not write is
 * written now. `key` is the raw key of the profile. To be ended by `closeJournal`.
 */
export function keepJournal(db: Writable, { path, key }: { path: string; key: Buffer | null }, now: number): void {
  if (key === null) return;
  const folder = dirname(path);
  const journal = new Journal(folder, key);
  journals.set(db, journal);
  const last = lastEntry(folder, journalKey(key));
  const found = last && (prepared(db, 'SELECT n FROM outbox WHERE id = ?').pluck().get(last.id) as number | undefined);
  const behind = [...entriesAfter(db, found ?? 0, now - journalFor)];
  if (behind.length > 0) journal.append(behind);
}

export const journalOf = (db: Readable): Journal | undefined => journals.get(db);

/** Writes commands that have just been committed; nothing when the database keeps no journal. Never throws. */
export function appendToJournal(db: Writable, entries: Iterable<JournalEntry>): void {
  journals.get(db)?.append(entries);
}

/** The same for commands of the outbox, as they stand there. */
export function journalCommands(db: Writable, numbers: readonly number[]): void {
  if (journals.has(db))
    appendToJournal(
      db,
      numbers.flatMap((n) => entryAt(db, n) ?? []),
    );
}

export function closeJournal(db: Readable): void {
  journals.get(db)?.close();
  journals.delete(db);
}

/** The newest command that the journal has. */
function lastEntry(folder: string, key: Buffer): JournalEntry | undefined {
  for (const segment of segmentsOf(folder).reverse()) {
    const text = readSegment(segment, key).texts.at(-1);
    if (text !== undefined) return JSON.parse(text) as JournalEntry;
  }
  return undefined;
}
