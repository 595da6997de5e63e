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
 * offered again it would be done twice. Only the centre's clock says how long ago: by its own a workstation may have been anywhere.
 */
export function gather(journal: readonly JournalEntry[], salvaged: Salvaged, now: number): Found {
  const said = new Map(salvaged.entries.map((entry) => [entry.id, entry]));
  // A clock that has leapt ahead since makes nothing older: what was decided last was decided lately.
  const newest = salvaged.entries.reduce((at, { decidedAt }) => Math.max(at, decidedAt ?? 0), 0);
  const today = Math.min(now, newest);
  const isOver = (entry: JournalEntry): boolean => {
    const known = said.get(entry.id);
    return known !== undefined && known.state !== 'waiting' && (known.decidedAt ?? today) < today - journalFor;
  };
  const all = new Map<string, JournalEntry>();
  // The journal is told to last: of an id that both have it may know more (values that were stripped since).
  for (const entry of [...salvaged.entries, ...journal]) all.set(entry.id, plain(entry));
  const place = placesOf(journal, salvaged);
  const entries = [...all.values()].filter((entry) => !isOver(entry)).sort(byOrder(place));
  const decided = entries.filter((entry) => (said.get(entry.id)?.state ?? 'waiting') !== 'waiting').length;
  return { entries, journal: new Set(journal.map((one) => one.id)).size, damaged: said.size, decided };
}

/**
 * The journal is in the order of entering, over all rescues, and the damaged file from the last one on: what only that has stands behind
 * what it has before it. Neither a clock that was set back nor numbers that began anew change this order.
 */
function placesOf(journal: readonly JournalEntry[], salvaged: Salvaged): Map<string, number> {
  const place = new Map<string, number>();
  for (const [index, { id }] of journal.entries()) if (!place.has(id)) place.set(id, index);
  let behind = -1;
  for (const { id } of salvaged.entries) {
    behind = place.get(id) ?? behind;
    if (!place.has(id)) place.set(id, behind + 0.5);
  }
  return place;
}

const byOrder =
  (place: ReadonlyMap<string, number>) =>
  (one: JournalEntry, other: JournalEntry): number =>
    (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0) || one.n - other.n;

function plain(entry: JournalEntry): JournalEntry {
  const { id, n, client, name, v, args, argsHash, occurredAt, about, stripped } = entry;
  return { id, n, client, name, v, args, argsHash, occurredAt, about, stripped };
}
