import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

// Ids begin with 48 bits of time in hexadecimal, a dash behind the eighth digit (UUID version 7).
function timeOf(id: string): number {
  const time = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return Number.isNaN(time) ? 0 : time;
}

/**
 * Creation time of every indexed row by rowid, read once and then only behind the last known rowid (8 bytes a row).
 * Indexing follows what arrives, so rowids alone would not tell the newest of many hits.
 */
class RowAges {
  private times = new Float64Array(1024);
  private last = 0;

  refresh(db: Readable): void {
    const rows = prepared(db, 'SELECT rowid, id FROM search_row WHERE rowid > ? ORDER BY rowid').raw().all(this.last);
    for (const [rowid, id] of rows as [number, string][]) {
      if (rowid >= this.times.length) {
        const grown = new Float64Array(rowid * 2);
        grown.set(this.times);
        this.times = grown;
      }
      this.times[rowid] = timeOf(id);
      this.last = rowid;
    }
  }

  time(rowid: number): number {
    return this.times[rowid] ?? 0;
  }

  /** The `count` newest of the rowids, in no particular order. */
  newest(rowids: number[], count: number): number[] {
    if (rowids.length <= count) return rowids;
    const times = Float64Array.from(rowids, (rowid) => this.time(rowid)).sort();
    const oldest = times[times.length - count] ?? 0;
    // Rows made in one millisecond may exceed the count: the later indexed ones are kept.
    const kept = rowids.filter((rowid) => this.time(rowid) >= oldest);
    if (kept.length === count) return kept;
    return kept.sort((a, b) => this.time(b) - this.time(a) || b - a).slice(0, count);
  }
}

const ages = new WeakMap<Readable, RowAges>();

/** Ages of the rows this connection sees now. */
export function rowAges(db: Readable): RowAges {
  let own = ages.get(db);
  if (own === undefined) {
    own = new RowAges();
    ages.set(db, own);
  }
  own.refresh(db);
  return own;
}
