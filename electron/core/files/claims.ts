import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '#electron/core/profile/json-file.ts';
import { places } from '#electron/core/profile/places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/**
 * Hashes that other people of this profile need: pinned, or not yet with the centre in their name. null: a database of theirs could not
 * be read, so nobody knows what they need.
 */
export function claimsOfOthers(profileDir: string, key: Uint8Array, userId: string): Map<string, number> | null {
  const claims = new Map<string, number>();
  const people = join(places(profileDir).person(userId), '..');
  for (const other of namesIn(people)) {
    const path = places(profileDir).database(other);
    if (other === userId || !existsSync(path)) continue;
    try {
      const db = openReadable({ path, key: Buffer.from(key) });
      try {
        for (const file of db.prepare(usesSql).all() as { sha256: string; needed: number; last: number }[]) {
          const last = Math.max(file.last, claims.get(file.sha256) ?? 0);
          claims.set(file.sha256, file.needed === 1 ? Number.POSITIVE_INFINITY : last);
        }
      } finally {
        db.close();
      }
    } catch {
      return null;
    }
  }
  return claims;
}

/** When each file was last used by a person; what they need is used for ever. */
const usesSql = `SELECT sha256, pinned = 1 OR uploaded = 0 OR problem IS NOT NULL AS needed, max(added_at, coalesce(opened_at, 0)) AS last
  FROM file WHERE here = 1`;

/** Hashes of files that are being edited in programs of the system, by whoever of this profile. */
export function claimsOfEdits(profileDir: string, db: Readable): Set<string> {
  const { edits } = places(profileDir);
  const ids = namesIn(edits).flatMap((folder) => {
    const kept = readJson<{ attachmentId?: string; lastId?: string }>(join(edits, folder, 'edit.json'));
    return [folder, kept?.attachmentId, kept?.lastId].filter((id) => id !== undefined);
  });
  const sql = 'SELECT sha256 FROM attachment WHERE id IN (SELECT value FROM json_each(?))';
  return new Set(prepared(db, sql).pluck().all(JSON.stringify(ids)) as string[]);
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
