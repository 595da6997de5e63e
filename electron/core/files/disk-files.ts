import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from '#electron/core/profile/places.ts';

export interface DiskFile {
  sha256: string;
  path: string;
  size: number;
  /** Milliseconds. */
  changedAt: number;
}

/** Bytes kept in the profile, of all its people; `parts` are those that have not all come yet, or are damaged. */
export async function diskFiles(profileDir: string): Promise<{ files: DiskFile[]; bytes: number }> {
  const root = places(profileDir).files;
  const files: DiskFile[] = [];
  let bytes = 0;
  for (const folder of await namesIn(root)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await namesIn(join(root, folder))) {
      const path = join(root, folder, name);
      const found = await stat(path).catch(() => null);
      if (!found?.isFile()) continue;
      bytes += found.size;
      if (/^[0-9a-f]{64}$/.test(name)) files.push({ sha256: name, path, size: found.size, changedAt: found.mtimeMs });
    }
  }
  return { files, bytes };
}

/** A part that nothing has been added to for so long is fetched anew when it is wanted, milliseconds. */
const partFor = 14 * 24 * 60 * 60_000;

/** Removes drafts of files that were being kept when the program was killed (their commands never began), and old parts. */
export async function sweepDrafts(profileDir: string): Promise<void> {
  const root = places(profileDir).files;
  for (const name of await namesIn(root)) {
    if (name.endsWith('.part')) await rm(join(root, name), { force: true });
    if (!/^[0-9a-f]{2}$/.test(name)) continue;
    for (const part of (await namesIn(join(root, name))).filter((one) => one.endsWith('.part'))) {
      const path = join(root, name, part);
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < Date.now() - partFor) await rm(path, { force: true });
    }
  }
}

const namesIn = (path: string): Promise<string[]> => readdir(path).catch(() => []);
