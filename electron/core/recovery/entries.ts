import { dirname } from 'node:path';
import type { Salvaged } from '#electron/core/recovery/salvage.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { journalFor } from '#electron/core/store/journal/journal-since.ts';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';

export interface Found {
  /** Everything to be replayed, in the order of entering, each id once. */
  entries: JournalEntry[];
  journal: number;
  damaged: number;
  /** Of the entries the centre is known to have answered this many. */
  decided: number;
}

/** Reads the journal beside a database; what a torn or foreign segment hides is passed over, and `unread` is told of it. */
export function journalEntries(
  database: string,
  key: Buffer | null,
  unread: () => void = () => undefined,
): JournalEntry[] {
  if (!key) return [];
  const entries: JournalEntry[] = [];
  try {
    for (const entry of readJournal(dirname(database), key, unread)) entries.push(entry);
  } catch {
    unread();
  }
  return entries;
}

/**
 * Puts together what the journal and the damaged file have. What the centre answered longer ago than it is certain to remember is left out:
 * offered again it would be done twice.
 */
export function gather(journal: readonly JournalEntry[], salvaged: Salvaged, now: number): Found {
  const said = new Map(salvaged.entries.map((entry) => [entry.id, entry]));
  // A clock that has leapt ahead since makes nothing older: what was entered last was entered lately.
  const newest = [...salvaged.entries, ...journal].reduce((at, { occurredAt }) => Math.max(at, occurredAt), 0);
  const today = Math.min(now, newest);
  const isOver = (entry: JournalEntry): boolean => {
    const known = said.get(entry.id);
    if (known === undefined || known.state === 'waiting') return false;
    return entry.occurredAt < today - journalFor;
  };
  const all = new Map<string, JournalEntry>();
  // The journal is told to last: of an id that both have it may know more (values that were stripped since).
  for (const entry of [...salvaged.entries, ...journal]) all.set(entry.id, plain(entry));
  const entries = [...all.values()].filter((entry) => !isOver(entry)).sort(byTime);
  const decided = entries.filter((entry) => (said.get(entry.id)?.state ?? 'waiting') !== 'waiting').length;
  return { entries, journal: new Set(journal.map((one) => one.id)).size, damaged: said.size, decided };
}

/** Numbers begin anew with every rescue, so the time of entering decides; of one moment, the number. */
const byTime = (one: JournalEntry, other: JournalEntry): number => one.occurredAt - other.occurredAt || one.n - other.n;

function plain(entry: JournalEntry): JournalEntry {
  const { id, n, client, name, v, args, argsHash, occurredAt, about, stripped } = entry;
  return { id, n, client, name, v, args, argsHash, occurredAt, about, stripped };
}
