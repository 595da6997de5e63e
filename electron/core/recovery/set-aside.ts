import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { recoveryPlaces, sizeOf, stampOf, tails, weigh } from '#electron/core/recovery/recovery-places.ts';

export interface SetAside {
  /** Folder of this time. */
  folder: string;
  files: { name: string; bytes: number }[];
}

/** Moves files and folders of a profile to `aside/<time>/`, under the names they had. Nothing is ever deleted. Absent ones are passed over. */
export function setAside(profileDir: string, paths: readonly string[], now: number): SetAside {
  const folder = freeFolder(profileDir, now);
  const files: SetAside['files'] = [];
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const name = relative(profileDir, path);
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const bytes = statSync(path).isDirectory() ? weigh(path).bytes : sizeOf(path);
    renameSync(path, target);
    files.push({ name, bytes });
  }
  return { folder, files };
}

/** The files of a database, in the order they are moved: the log goes first, so that it is never taken for that of another file. */
export const databaseFiles = (path: string): string[] => tails.map((tail) => path + tail).reverse();

function freeFolder(profileDir: string, now: number): string {
  const base = join(recoveryPlaces(profileDir).aside, stampOf(now));
  for (let again = 0; ; again += 1) {
    const folder = again === 0 ? base : `${base}-${again}`;
    if (!existsSync(folder)) return folder;
  }
}
