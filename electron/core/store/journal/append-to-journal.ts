import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { entryAt, type JournalEntry } from '#electron/core/store/journal/entry.ts';
import type { Journal } from '#electron/core/store/journal/journal.ts';

const journals = new WeakMap<Readable, Journal>();

/** The journal that is kept beside an open database; undefined when there is none. */
export const journalOf = (db: Readable): Journal | undefined => journals.get(db);

export function holdJournal(db: Writable, journal: Journal): void {
  journals.set(db, journal);
}

/** Writes commands that have just been committed; nothing when the database keeps no journal. Never throws. */
export function appendToJournal(db: Writable, entries: readonly JournalEntry[]): void {
  if (entries.length > 0) journals.get(db)?.append(entries);
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
