import { mkdir, rename, stat } from 'node:fs/promises';
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
