import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** Moves a file into a folder beside it and never over another one. False when it could not be moved: it stays where it is. */
export async function putAway(path: string, folder: string): Promise<boolean> {
  const target = join(dirname(path), folder);
  try {
    await mkdir(target, { recursive: true });
    await rename(path, await freePlace(target, path));
    return true;
  } catch {
    return false;
  }
}

/** `скан.pdf`, `скан (2).pdf` and so on. */
async function freePlace(folder: string, path: string): Promise<string> {
  const { name, ext } = parse(path);
  for (let n = 1; ; n += 1) {
    const place = join(folder, n === 1 ? `${name}${ext}` : `${name} (${n})${ext}`);
    if (!(await stat(place).catch(() => null))) return place;
  }
}

/** Copies a file so that nobody meets half of it under its name. Rejects as the system does; nothing is left behind then. */
export async function copyWhole(from: string, to: string): Promise<void> {
  // Hidden, and short whatever the file is called.
  const draft = join(dirname(to), `.${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(from, draft);
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
