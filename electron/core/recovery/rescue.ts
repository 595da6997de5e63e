import { existsSync, renameSync } from 'node:fs';
import { places } from '#electron/core/profile/places.ts';
import { gather, journalEntries } from '#electron/core/recovery/entries.ts';
import { adoptFiles, filesNamedIn, keepSending } from '#electron/core/recovery/files-to-send.ts';
import { recoveryPlaces, tails } from '#electron/core/recovery/recovery-places.ts';
import type { StoredReport } from '#electron/core/recovery/report.ts';
import { clear, isSound, restoreNewest } from '#electron/core/recovery/restore.ts';
import { type Salvaged, salvage } from '#electron/core/recovery/salvage.ts';
import { databaseFiles, setAside } from '#electron/core/recovery/set-aside.ts';
import { takeNewName } from '#electron/core/store/fork.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { replayJournal } from '#electron/core/store/journal/replay-journal.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { Refusal } from '#shared/domain/error.ts';
import { entityNames } from '#shared/domain/registry.ts';
import type { RecoveryReport, TroubleCode } from '#shared/ipc/recovery-channels.ts';

export interface RescueOptions {
  profileDir: string;
  key: Buffer;
  here: Here;
  code: TroubleCode;
  now: number;
  /** Fills a fresh database at this path from the centre; null: only what is here counts. */
  download: ((path: string) => Promise<void>) | null;
  progress(phase: RescuePhase, done: number, total: number): void;
}

export type RescuePhase = 'read' | 'restore' | 'download' | 'replay' | 'aside' | 'done';

/**
 * Brings a person's database back: what can be read is read, a base is made beside it, everything that was entered is replayed into that,
 * and only then the damaged file is set aside and the new one takes its place. A kill at any moment leaves what there was.
 * Rejects with Refusal NOTHING_TO_RESTORE, DISK_FULL, or what the centre says.
 */
export async function rescue(options: RescueOptions): Promise<StoredReport> {
  const { profileDir, key, here, now, progress, code } = options;
  const database = places(profileDir).database(here.userId);
  const draft = recoveryPlaces(profileDir).rescued(here.userId);
  progress('read', 0, 1);
  const salvaged = salvage(database, key);
  let gaps = salvaged.unreadable;
  const journal = journalEntries(database, key, () => {
    gaps += 1;
  });
  const found = gather(journal, salvaged, now);

  const base = await makeBase(options, database, draft, salvaged);
  const db = openWritable({ path: draft, key });
  let replayed: Replay;
  try {
    replayed = replay(db, found.entries, options);
    if (salvaged.session && base.from !== 'centre') writeMeta(db, 'session', salvaged.session);
    takeNewName(db);
  } finally {
    db.close();
  }
  progress('aside', 0, 1);
  const aside = setAside(profileDir, databaseFiles(database), now);
  for (const tail of tails) if (existsSync(draft + tail)) renameSync(draft + tail, database + tail);
  progress('done', 1, 1);
  return {
    ...{ at: now, code, userId: here.userId, base },
    ...{ journal: found.journal, damaged: found.damaged, found: found.entries.length },
    ...{ unreadable: gaps, blind: journal.length === 0 && salvaged.state === 'unreadable', aside: aside.files },
    asideFolder: aside.files.length > 0 ? aside.folder : null,
    ...replayed,
  };
}

/** The newest sound backup, else the centre, else the file itself when it can be read to the end (a migration that failed). */
async function makeBase(
  { key, now, download, progress }: RescueOptions,
  database: string,
  draft: string,
  salvaged: Salvaged,
): Promise<RecoveryReport['base']> {
  // One that was finished before a kill came between the two renames is as good as it was.
  if (!existsSync(database) && existsSync(draft) && isSound(draft, key))
    return { from: 'itself', at: now, rows: countRows(draft, key) };
  if (!download) {
    progress('restore', 0, 1);
    const backup = restoreNewest(database, key, draft, now);
    if (!backup) throw new Refusal('NOTHING_TO_RESTORE', { state: salvaged.state });
    return { from: 'backup', at: backup.at, rows: countRows(draft, key) };
  }
  clear(draft);
  await download(draft);
  return { from: 'centre', at: now, rows: countRows(draft, key) };
}

interface Replay {
  replayedIds: string[];
  known: number;
  replayed: number;
  suspended: number;
  files: number;
}

/** In steps, so that the window sees it move; each is a transaction and may be repeated. */
function replay(
  db: Writable,
  entries: readonly JournalEntry[],
  { here, progress, profileDir, now }: RescueOptions,
): Replay {
  const sum: Replay = { replayedIds: [], known: 0, replayed: 0, suspended: 0, files: 0 };
  const knows = db.prepare('SELECT 1 FROM outbox WHERE id = ?');
  const fresh = entries.filter((entry) => knows.get(entry.id) === undefined);
  progress('replay', 0, fresh.length);
  // All of them at once: what was taken back is known by an entry that comes later.
  const done = replayJournal(db, entries, here);
  sum.known = done.known;
  sum.replayed = done.added;
  sum.suspended = done.suspended;
  sum.replayedIds = fresh.filter((entry) => knows.get(entry.id) !== undefined).map((entry) => entry.id);
  sum.files = keepSending(db, profileDir, filesNamedIn(fresh), now);
  adoptFiles(db, profileDir, now);
  progress('replay', fresh.length, fresh.length);
  return sum;
}

function countRows(path: string, key: Buffer): number {
  const db = openWritable({ path, key });
  try {
    const counts = entityNames.map((entity) => db.prepare(`SELECT count(*) FROM "${entity}"`).pluck().get() as number);
    return counts.reduce((sum, one) => sum + one, 0);
  } finally {
    db.close();
  }
}
