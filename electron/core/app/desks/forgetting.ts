import { basename, dirname } from 'node:path';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { sweepFiles } from '#electron/core/jobs/sweep-files.ts';
import { forgetAside } from '#electron/core/recovery/forget-aside.ts';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { compactSearch } from '#electron/core/store/forget/compact-search.ts';
import { blankConflicts, stripOutbox } from '#electron/core/store/forget/strip-outbox.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { rewriteJournal } from '#electron/core/store/journal/rewrite-journal.ts';
import { readMeta, removeMeta } from '#electron/core/store/meta.ts';

/** Rows that left one by one are cleared out together, no more often than this, in milliseconds. */
const pause = 60 * 60_000;

/** Clears what may not be seen any more out of everything beside the rows: search, files, journal, backups, write-ahead log, databases set aside. */
export class Forgetting {
  readonly #profileDir: string;
  readonly #key: Uint8Array;
  readonly #jobs: JobRunner;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(settings: { profileDir: string; key: Uint8Array }, jobs: JobRunner) {
    this.#profileDir = settings.profileDir;
    this.#key = settings.key;
    this.#jobs = jobs;
  }

  /**
   * Does it when something is to be forgotten, all of it or again at the next call: what remains of an interrupted run is done anew.
   * In the middle of a pull it waits: what is missing may be about to come.
   * Rejects with Refusal DISK_FULL while a new backup does not fit: the older ones stay until it does.
   */
  async run(db: Writable, path: string): Promise<void> {
    const asked = readMeta(db, 'forget');
    if (!asked || readMeta(db, 'partway') || (!asked.now && performance.now() - this.#lastAt < pause)) return;
    if (!(await stripped(db))) return;
    // The search still has the words of rows that wait to be read again.
    if (!(await searchIsDone(db)) || !(await compacted(db))) return;
    if (readMeta(db, 'partway')) return;
    const key = Buffer.from(this.#key);
    sweepFiles(this.#profileDir, db, path, key);
    if (!rewriteJournal(db, Date.now())) return;
    // Frames of the log hold the rows as they were; a reader in the middle of a query makes this wait for the next call.
    if (!truncated(db)) return;
    await this.#jobs.call('store.backup', { path, key, now: Date.now(), reason: 'scopes', alone: true });
    // Rows that left one by one are no lost access: what was set aside stays for whoever looks into the damage.
    if (asked.now) forgetAside(this.#profileDir, basename(dirname(path)), Date.now());
    if (!db.open || readMeta(db, 'forget')?.round !== asked.round) return;
    removeMeta(db, 'forget');
    this.#lastAt = performance.now();
  }
}

/** A slice at a time: a save waits for one of them at most. */
async function stripped(db: Writable): Promise<boolean> {
  blankConflicts(db, new ChangedRows());
  for (let from: number | null = 0; from !== null; ) {
    if (!db.open || readMeta(db, 'partway')) return false;
    from = stripOutbox(db, from, 200);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return db.open;
}

async function searchIsDone(db: Writable): Promise<boolean> {
  const dirty = db.prepare('SELECT 1 FROM search_dirty LIMIT 1');
  for (let round = 0; round < 600; round += 1) {
    if (!db.open) return false;
    if (!dirty.get()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100).unref());
  }
  return false;
}

async function compacted(db: Writable): Promise<boolean> {
  for (let begin = true; db.open && compactSearch(db, begin); begin = false)
    await new Promise((resolve) => setImmediate(resolve));
  return db.open;
}

function truncated(db: Writable): boolean {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}
