import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sizeOf } from '#electron/core/recovery/recovery-places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import type { Meta } from '#electron/core/store/meta.ts';

export interface SalvagedEntry extends JournalEntry {
  state: 'waiting' | 'accepted' | 'rejected';
  /** When the centre decided, by its clock. */
  decidedAt: number | null;
  dismissed: boolean;
}

export interface Salvaged {
  state: 'whole' | 'partly' | 'unreadable';
  /** Commands of the outbox that can be read, in their order. */
  entries: SalvagedEntry[];
  /** Stretches of the outbox that cannot. */
  unreadable: number;
  session: Meta['session'] | undefined;
}

const nothing: Salvaged = { state: 'unreadable', entries: [], unreadable: 0, session: undefined };
/** Numbers of commands end far below this. */
const highest = 2 ** 31;
/** So many reads in a row that meet damage: then the page that leads to all the others is gone. */
const patience = 4_000;

/** Reads what can be read of the outbox in a damaged database, without writing a byte to it. Never throws. */
export function salvage(path: string, key: Buffer | null): Salvaged {
  if (!existsSync(path) || sizeOf(path) === 0) return nothing;
  let db: Readable | undefined;
  try {
    db = openDamaged(path, key);
    const client = meta(db, 'client') ?? '';
    const { rows, gaps } = readPast(db);
    const check = gaps === 0 && isWhole(db);
    return {
      state: check ? 'whole' : 'partly',
      entries: rows.flatMap((row) => entryOf(row, client) ?? []),
      unreadable: gaps,
      session: meta(db, 'session'),
    };
  } catch {
    return nothing;
  } finally {
    db?.close();
  }
}

/** A database that is shorter than it says is not opened otherwise than by who promises to know what they do. */
function openDamaged(path: string, key: Buffer | null): Readable {
  const db = new Database(path, { readonly: true }) as unknown as Readable;
  try {
    if (key) {
      db.pragma(`cipher = 'chacha20'`);
      db.pragma(`key = "x'${key.toString('hex')}'"`);
    }
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.pragma('query_only = ON');
    db.pragma('temp_store = MEMORY');
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

interface OutboxRow {
  n: number;
  id: string;
  name: string;
  version: number;
  args: string;
  args_hash: string;
  occurred_at: number;
  about_entity: string | null;
  about_id: string | null;
  state: SalvagedEntry['state'];
  decided_at: number | null;
  dismissed: number;
  stripped?: number;
}

/** All rows by ranges of their number: a range that meets a damaged page is halved until what is behind it is reached. */
function readPast(db: Readable): { rows: OutboxRow[]; gaps: number } {
  const rows: OutboxRow[] = [];
  const select = db.prepare('SELECT * FROM outbox NOT INDEXED WHERE n BETWEEN ? AND ? ORDER BY n');
  let gaps = 0;
  let failed = 0;
  const ranges: [from: number, to: number][] = [[1, bound(db)]];
  for (let range = ranges.pop(); range && failed < patience; range = ranges.pop()) {
    const [from, to] = range;
    let last = from - 1;
    try {
      for (const row of select.iterate(from, to) as Iterable<OutboxRow>) {
        rows.push(row);
        last = row.n;
        failed = 0;
      }
    } catch {
      if (failed === 0) gaps += 1;
      failed += 1;
      const start = last + 1;
      const middle = Math.floor((start + to) / 2);
      if (start < to) ranges.push([middle + 1, to], [start, middle]);
    }
  }
  return { rows, gaps };
}

/** The greatest number in use; far beyond it when the end of the table cannot be read. */
function bound(db: Readable): number {
  try {
    const issued = meta(db, 'issuedN') ?? 0;
    const last = db.prepare('SELECT max(n) FROM outbox').pluck().get() as number | null;
    return Math.max(issued, last ?? 0);
  } catch {
    return highest;
  }
}

function entryOf(row: OutboxRow, client: string): SalvagedEntry | null {
  try {
    return {
      id: row.id,
      n: row.n,
      client,
      name: row.name,
      v: row.version,
      args: JSON.parse(row.args),
      argsHash: row.args_hash,
      occurredAt: row.occurred_at,
      about: row.about_entity && row.about_id ? { entity: row.about_entity, id: row.about_id } : null,
      stripped: row.stripped === 1,
      state: row.state,
      decidedAt: row.decided_at,
      dismissed: row.dismissed === 1,
    };
  } catch {
    return null;
  }
}

function meta<K extends keyof Meta>(db: Readable, key: K): Meta[K] | undefined {
  try {
    const value = db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | undefined;
    return value === undefined ? undefined : (JSON.parse(value) as Meta[K]);
  } catch {
    return undefined;
  }
}

export function isWhole(db: Readable): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}
