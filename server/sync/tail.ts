import type { WrittenRow } from '#server/sync/accept.ts';
import { pageOf, type ScopedPage, type TailEntry, type TailPlace } from '#server/sync/tail-page.ts';

const mostEntries = 500;
const mostRows = 5_000;
/** Estimated bytes of the rows kept for one organization. */
const mostBytes = 8 * 1024 * 1024;
/** A transaction with more rows than this is read from the database by whoever wants it. */
const mostRowsOfOne = 1_000;

interface Kept extends TailEntry {
  bytes: number;
}

interface Tail {
  entries: Kept[];
  rows: number;
  bytes: number;
  end: TailEntry['to'];
  epoch: string;
}

/**
 * What this process has committed last, by organization, without gaps: pulls near the head are answered from it. Where another
 * process has committed in between, or a place lies before its beginning, it knows nothing and the database answers.
 */
export class Tails {
  readonly #tails = new Map<string, Tail>();

  /** To be called in order of commit. */
  record(org: string, entry: TailEntry): void {
    const known = this.#tails.get(org);
    const follows = known?.epoch === entry.epoch && known.end.chainHash === entry.from.chainHash;
    const tail = known && follows ? known : emptyAt(entry);
    this.#tails.set(org, tail);
    const bytes = entry.rows.reduce((sum, row) => sum + sizeOf(row), 0);
    tail.entries.push({ ...entry, bytes });
    tail.rows += entry.rows.length;
    tail.bytes += bytes;
    tail.end = entry.to;
    while (tail.entries.length > mostEntries || tail.rows > mostRows || tail.bytes > mostBytes) drop(tail);
    if (entry.rows.length > mostRowsOfOne) this.#tails.set(org, { ...emptyAt(entry), end: entry.to });
  }

  /** Everything after the place that its person may see, up to `atLeast` or further; null: ask the database. */
  page(org: string, place: TailPlace, atLeast: number): ScopedPage | null {
    const tail = this.#tails.get(org);
    if (!tail || tail.epoch !== place.epoch || tail.end.seq < atLeast || tail.end.seq <= place.cursor) return null;
    const start = firstFrom(tail.entries, place.cursor);
    const first = tail.entries[start];
    // A rejected command moves nothing, so several entries may begin at one place: the oldest of them is meant.
    if (first?.from.seq !== place.cursor || first.from.chainHash !== place.chainHash) return null;
    return pageOf(tail.entries.slice(start), place);
  }

  /** What was committed from a cursor to a place of the history; null where that is not known whole. */
  between(org: string, cursor: number, to: { seq: number; chainHash: string }): TailEntry[] | null {
    return leading(this.#tails.get(org)?.entries ?? [], cursor, to);
  }
}

/** Entries that lead from one place to another without a gap. */
function leading(
  entries: readonly TailEntry[],
  cursor: number,
  to: { seq: number; chainHash: string },
): TailEntry[] | null {
  const found: TailEntry[] = [];
  for (const entry of entries.slice(firstFrom(entries, cursor))) {
    if (found.length === 0 && entry.from.seq !== cursor) return null;
    if (entry.to.seq > to.seq) break;
    found.push(entry);
  }
  return found.at(-1)?.to.chainHash === to.chainHash ? found : null;
}

const emptyAt = (entry: TailEntry): Tail => ({ entries: [], rows: 0, bytes: 0, end: entry.from, epoch: entry.epoch });

function drop(tail: Tail): void {
  const oldest = tail.entries.shift();
  if (!oldest) return;
  tail.rows -= oldest.rows.length;
  tail.bytes -= oldest.bytes;
}

/** Place of the first entry that begins at the cursor or later, by halving. */
function firstFrom(entries: readonly TailEntry[], cursor: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as TailEntry).from.seq >= cursor) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Roughly what a row and what it was before take in memory: texts of two bytes a letter and something for each member. */
function sizeOf({ row, before }: WrittenRow): number {
  let bytes = 500;
  for (const one of [row, before?.row]) {
    for (const value of Object.values(one ?? {})) {
      if (typeof value === 'string') bytes += 2 * value.length;
      else if (typeof value === 'object' && value !== null) bytes += 2 * JSON.stringify(value).length;
      bytes += 16;
    }
  }
  return bytes;
}
