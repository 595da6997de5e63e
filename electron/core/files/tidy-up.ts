import { existsSync, rmSync } from 'node:fs';
import { claimsOfOthers } from '#electron/core/files/claims.ts';
import { sweepDrafts } from '#electron/core/files/disk-files.ts';
import { missFile } from '#electron/core/files/file-table.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/**
 * Puts the memory of files in order when a database is opened: copies that another person's session gave up are not here; what could not
 * be fetched is tried again.
 */
export function tidyUp(profile: ProfileKey, db: Writable, userId: string): void {
  const { profileDir } = profile;
  void sweepDrafts(profileDir);
  const here = prepared(db, 'SELECT sha256 FROM file WHERE here = 1 AND problem IS NULL').pluck().all() as string[];
  const missing = here.filter((sha256) => !existsSync(fileOf(profileDir, sha256)));
  db.transaction(() => {
    for (const sha256 of missing) missFile(db, sha256);
    prepared(db, retrySql).run();
  }).immediate();
  dropUnnamed(
    profile,
    db,
    userId,
    prepared(db, unnamedSql)
      .pluck()
      .all(Date.now() - forgotten) as string[],
  );
}

/**
 * Bytes that were kept for a command which was then refused go again, unless a record or a command entered here names them, or another
 * person of this computer has them: whoever attached them still has the file they came from.
 */
export function dropUnnamed(profile: ProfileKey, db: Writable, userId: string, hashes: readonly string[]): void {
  const unnamed = hashes.filter((sha256) => {
    const named = prepared(db, 'SELECT 1 FROM attachment WHERE sha256 = ?').get(sha256);
    return !named && !prepared(db, 'SELECT 1 FROM outbox WHERE instr(args, ?) > 0 LIMIT 1').get(sha256);
  });
  if (unnamed.length === 0) return;
  const others = claimsOfOthers(profile.profileDir, profile.key, userId);
  for (const sha256 of unnamed) {
    prepared(db, 'DELETE FROM file WHERE sha256 = ?').run(sha256);
    if (others && !others.has(sha256)) rmSync(fileOf(profile.profileDir, sha256), { force: true });
  }
}

interface ProfileKey {
  profileDir: string;
  key: Uint8Array;
}

/** Kept for a command that never came, because the program ended in between, milliseconds. */
const forgotten = 24 * 60 * 60_000;
const unnamedSql = `SELECT sha256 FROM file WHERE uploaded = 0 AND added_at < ?
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256)`;

const retrySql = `UPDATE file SET problem = NULL WHERE here = 0 AND problem IN ('FILE_NOT_HERE', 'FILE_DAMAGED')
  AND EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256 AND verifiedAt IS NOT NULL)`;
