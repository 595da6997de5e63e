import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Files of organizations, found by the SHA-256 of their bytes: `files/<org>/ab/cdef…`. Each organization has its own, so that equal
 * bytes of two organizations never meet.
 */
export class FileVault {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = dataDir;
  }

  get uploads(): string {
    return join(this.#folder, 'uploads');
  }

  path(org: string, sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(this.#folder, 'files', folderOf(org), sha256.slice(0, 2), sha256.slice(2));
  }

  /** Where the sweep remembers since when nobody names a file. */
  marks(org: string): string {
    return join(this.#folder, 'files', folderOf(org), 'unnamed.json');
  }

  /** Every file of an organization, in no order. */
  async list(org: string): Promise<{ sha256: string; size: number }[]> {
    const root = join(this.#folder, 'files', folderOf(org));
    const files: { sha256: string; size: number }[] = [];
    for (const folder of await readdir(root).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(join(root, folder)).catch(() => [])) {
        const sha256 = folder + name;
        if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
        const size = await this.size(org, sha256);
        if (size !== null) files.push({ sha256, size });
      }
    }
    return files;
  }

  /** Puts a file where nobody is given it; returns that place. */
  async putAside(org: string, sha256: string): Promise<string> {
    const aside = `${this.path(org, sha256)}.swept`;
    await rename(this.path(org, sha256), aside);
    return aside;
  }

  /** Whatever was put aside by a sweep that ended in the middle takes its place again. */
  async restoreAside(org: string): Promise<void> {
    const root = join(this.#folder, 'files', folderOf(org));
    for (const folder of await readdir(root).catch(() => [])) {
      for (const name of await readdir(join(root, folder)).catch(() => [])) {
        if (!name.endsWith('.swept')) continue;
        const aside = join(root, folder, name);
        await rename(aside, aside.slice(0, -'.swept'.length)).catch(() => undefined);
      }
    }
  }

  /** Size in bytes; null when the file is not here. */
  async size(org: string, sha256: string): Promise<number | null> {
    const found = await stat(this.path(org, sha256)).catch(() => null);
    return found?.isFile() ? found.size : null;
  }

  /**
   * Takes a finished upload into the vault when its bytes are what was promised, else into quarantine.
   * The file is synced to disk before it counts as here.
   */
  async take(org: string, upload: string, promised: { sha256: string; size: number }): Promise<boolean> {
    const { sha256, size } = await measure(upload);
    if (sha256 !== promised.sha256 || size !== promised.size) {
      await this.quarantine(org, upload, promised.sha256);
      return false;
    }
    if ((await this.size(org, sha256)) === size) await rm(upload, { force: true });
    else await move(upload, this.path(org, sha256));
    return true;
  }

  /** Puts an upload where nobody is given it, for the administrator to look at. */
  quarantine(org: string, upload: string, sha256: string): Promise<void> {
    return move(upload, join(this.#folder, 'quarantine', folderOf(org), `${Date.now()}-${sha256}`));
  }

  /** Removes unfinished uploads that nobody has added to since an instant (milliseconds by the clock of the file system). */
  async sweepUploads(before: number): Promise<void> {
    for (const name of await readdir(this.uploads).catch(() => [])) {
      const path = join(this.uploads, name);
      const found = await stat(path.replace(/\.json$/, '')).catch(() => null);
      if (!found || found.mtimeMs < before) await rm(path, { force: true });
    }
  }
}

/** The first bytes of a file. */
export async function headOf(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Ids of organizations are UUIDs; whatever else stands there must not become a path. */
const folderOf = (org: string): string =>
  /^[A-Za-z0-9-]{1,64}$/.test(org) ? org : createHash('sha256').update(org).digest('hex');

/** Hash and size of a file, read as a stream. */
export async function measure(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
    }
  });
  return { sha256: hash.digest('hex'), size };
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const file = await open(from, 'r+');
  await file.sync().finally(() => file.close());
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    await copyFile(from, `${to}.part`);
    await rename(`${to}.part`, to);
    await rm(from, { force: true });
  });
  const folder = await open(dirname(to), 'r').catch(() => null);
  await folder
    ?.sync()
    .catch(() => undefined)
    .finally(() => folder.close());
}
