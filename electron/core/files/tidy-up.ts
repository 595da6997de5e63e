import { existsSync } from 'node:fs';
import { sweepDrafts } from '#electron/core/files/disk-files.ts';
import { missFile } from '#electron/core/files/file-table.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/**
 * Puts the memory of files in order when a database is opened: copies that another person's session gave up are not here; what the
 * centre once had and does not confirm any more (it was restored from a backup) is sent again; what could not be fetched is tried again.
 */
export function tidyUp(profileDir: string, db: Writable): void {
  void sweepDrafts(profileDir);
  const here = prepared(db, 'SELECT sha256 FROM file WHERE here = 1 AND problem IS NULL').pluck().all() as string[];
  const missing = here.filter((sha256) => !existsSync(fileOf(profileDir, sha256)));
  db.transaction(() => {
    for (const sha256 of missing) missFile(db, sha256);
    prepared(db, againSql).run();
    prepared(db, retrySql).run();
  }).immediate();
}

const againSql = `UPDATE file SET uploaded = 0, upload_url = NULL WHERE uploaded = 1 AND here = 1 AND problem IS NULL
  AND EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256 AND v > 0 AND verifiedAt IS NULL)`;
const retrySql = `UPDATE file SET problem = NULL WHERE here = 0 AND problem IN ('FILE_NOT_HERE', 'FILE_DAMAGED')
  AND EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256 AND verifiedAt IS NOT NULL)`;
