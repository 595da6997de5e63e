import Database from 'better-sqlite3';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { keepToOwner } from '#electron/core/store/own-file.ts';
import { Refusal } from '#shared/domain/error.ts';

interface OpenOptions {
  path: string;
  /** Raw 32-byte key; null only for databases in memory. */
  key: Buffer | null;
  /** Kilobytes of pages kept in memory at most; as much as the work of a person needs when absent. */
  cache?: number;
}

/** For a connection that goes through the file once, as backups and checks do: it meets no page twice. Kilobytes. */
export const oncePages = 2_048;

/** Opens the one writing connection. Throws Refusal DATABASE_KEY, DATABASE_CORRUPT or DATABASE_BUSY. */
export function openWritable({ path, key, cache = 32_768 }: OpenOptions): Writable {
  keepToOwner(path);
  const db = opening(path, {}, (opened) => {
    unlock(opened, key);
    opened.pragma('busy_timeout = 2000');
    opened.pragma('journal_mode = WAL');
    opened.pragma('synchronous = FULL');
    opened.pragma('foreign_keys = OFF');
    opened.pragma('temp_store = MEMORY');
    // What is taken away is overwritten: a person who has lost access finds nothing of it in the file.
    opened.pragma('secure_delete = ON');
    opened.pragma(`cache_size = -${cache}`);
    // A checkpoint makes whoever commits wait for the disk: rarer ones also write a page changed often only once.
    opened.pragma('wal_autocheckpoint = 4000');
    if (process.platform === 'darwin') opened.pragma('fullfsync = ON');
  });
  // In WAL mode this build starts every connection at NORMAL, which loses commits on a power cut.
  const level = db.pragma('synchronous', { simple: true });
  if (level !== 2) throw new Error(`synchronous is ${String(level)}, not FULL`);
  return db as Writable;
}

/** Opens a connection that cannot write; for the reader thread. */
export function openReadable({ path, key, cache = 49_152 }: OpenOptions): Readable {
  return opening(path, { readonly: true }, (opened) => {
    unlock(opened, key);
    opened.pragma('busy_timeout = 2000');
    opened.pragma('temp_store = MEMORY');
    opened.pragma(`cache_size = -${cache}`);
    opened.pragma('query_only = ON');
  }) as Readable;
}

function unlock(db: Database.Database, key: Buffer | null): void {
  if (key) {
    db.pragma(`cipher = 'chacha20'`);
    db.pragma(`key = "x'${key.toString('hex')}'"`);
  }
  db.prepare('SELECT count(*) FROM sqlite_master').get();
}

/** A connection that could not be prepared is closed again: a file held open cannot be set aside or replaced. */
function opening(path: string, options: Database.Options, prepare: (db: Database.Database) => void): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, options);
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code === 'SQLITE_NOTADB') throw new Refusal('DATABASE_KEY', {});
    if (code === 'SQLITE_CORRUPT') throw new Refusal('DATABASE_CORRUPT', {});
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') throw new Refusal('DATABASE_BUSY', {});
    if (code === 'SQLITE_FULL') throw new Refusal('DISK_FULL', {});
    throw error;
  }
}
