import { existsSync } from 'node:fs';
import { fileOf } from '#electron/core/profile/places.ts';
import { sizeOf } from '#electron/core/recovery/recovery-places.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';

/** Hashes of all files that commands name, wherever in their arguments. */
export function filesNamedIn(entries: readonly JournalEntry[]): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'sha256' && typeof inner === 'string' && /^[0-9a-f]{64}$/.test(inner)) found.add(inner);
      else look(inner);
    }
  };
  for (const entry of entries) look(entry.args);
  return found;
}

/**
 * A restored database does not know of files that were added after it was copied; their bytes lie in the profile all the same. They are offered
 * to the centre again, which knows by their hash what it has. Returns how many.
 */
export function keepSending(db: Writable, profileDir: string, hashes: ReadonlySet<string>, now: number): number {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, 0, ?)',
  );
  let kept = 0;
  for (const sha256 of hashes) {
    const path = fileOf(profileDir, sha256);
    if (existsSync(path)) kept += insert.run(sha256, sizeOf(path), now).changes;
  }
  return kept;
}

/**
 * Bytes that the centre has and that lie in the profile all the same, unknown to a restored database: they are here again, count as
 * room that can be freed, and need not be loaded a second time.
 */
export function adoptFiles(db: Writable, profileDir: string, now: number): void {
  const unknown = db
    .prepare(
      `SELECT DISTINCT sha256, size FROM attachment WHERE verifiedAt IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM file WHERE file.sha256 = attachment.sha256)`,
    )
    .all() as { sha256: string; size: number }[];
  const insert = db.prepare(
    'INSERT OR IGNORE INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, 1, ?)',
  );
  db.transaction(() => {
    for (const { sha256, size } of unknown)
      if (sizeOf(fileOf(profileDir, sha256)) === size) insert.run(sha256, size, now);
  }).immediate();
}
