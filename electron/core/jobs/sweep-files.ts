import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '#electron/core/profile/places.ts';
import { syncFolder } from '#electron/core/store/disk.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { dropUnnamedTexts } from '#electron/core/store/search/file-texts.ts';

const hash = /[0-9a-f]{64}/g;

/**
 * Removes what the profile keeps of files that nobody who works here may see any more: bytes, working copies, made pages. Kept are files that an
 * attachment of any person of the profile names, and those that are a person's own and not in the centre yet. When a database of the profile cannot
 * be read nothing is removed. Returns how many files went.
 */
export function sweepFiles(profileDir: string, db: Writable, path: string, key: Buffer | null): number {
  const wanted = new Set<string>();
  const attachments = new Set<string>();
  const others = databasesOf(profileDir).filter((one) => one !== path);
  collect(db, wanted, attachments);
  for (const other of others) {
    const opened = openReadable({ path: other, key });
    try {
      collect(opened, wanted, attachments);
    } finally {
      opened.close();
    }
  }
  const place = places(profileDir);
  let gone = 0;
  for (const shelf of foldersIn(place.files)) {
    const folder = join(place.files, shelf);
    for (const name of foldersIn(folder)) {
      const sha256 = name.slice(0, 64);
      if (!/^[0-9a-f]{64}$/.test(sha256) || wanted.has(sha256)) continue;
      rmSync(join(folder, name), { force: true, recursive: true });
      prepared(db, 'DELETE FROM file WHERE sha256 = ?').run(sha256);
      gone += 1;
    }
    if (gone > 0) syncFolder(folder);
  }
  for (const attachment of foldersIn(place.edits)) {
    if (!attachments.has(attachment)) rmSync(join(place.edits, attachment), { recursive: true, force: true });
  }
  dropUnnamedTexts(db);
  // Filled templates and pages to print: made again when they are asked for again.
  for (const name of foldersIn(place.made)) rmSync(join(place.made, name), { recursive: true, force: true });
  return gone;
}

/** Files that this database gives a reason to keep: an attachment that is seen, or bytes that are nowhere else yet. */
function collect(db: Readable, wanted: Set<string>, attachments: Set<string>): void {
  for (const { id, sha256 } of db.prepare('SELECT id, sha256 FROM attachment').iterate() as Iterable<{
    id: string;
    sha256: string;
  }>) {
    wanted.add(sha256);
    attachments.add(id);
  }
  const unsent = db.prepare('SELECT 1 FROM file WHERE sha256 = ? AND uploaded = 0').pluck();
  const typed = db.prepare(`SELECT state, args FROM outbox WHERE args LIKE '%sha256%'`);
  for (const { state, args } of typed.iterate() as Iterable<{ state: string; args: string }>) {
    for (const [sha256] of args.matchAll(hash)) if (state !== 'accepted' || unsent.get(sha256)) wanted.add(sha256);
  }
}

function databasesOf(profileDir: string): string[] {
  const people = join(profileDir, 'people');
  return foldersIn(people)
    .map((userId) => places(profileDir).database(userId))
    .filter((path) => existsSync(path));
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
