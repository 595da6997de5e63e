import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  /** `<folder of the organization>/ab/cdef…`. */
  path: string;
  size: number;
}

/** SHA-256 that a path of the vault promises. */
export const promisedHash = (path: string): string => path.split('/').slice(-2).join('');

/** All files of a vault, in order of their paths. */
export async function* vaultFiles(root: string): AsyncGenerator<StoredFile> {
  for (const org of await names(root)) {
    for (const start of await names(join(root, org))) {
      for (const rest of await names(join(root, org, start))) {
        const path = `${org}/${start}/${rest}`;
        // Parts of a move under way have another name; they are no file of the vault yet.
        if (!/^[0-9a-f]{64}$/.test(promisedHash(path))) continue;
        const found = await stat(join(root, path)).catch(() => null);
        if (found?.isFile()) yield { path, size: found.size };
      }
    }
  }
}

const names = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort();

/** Copies a file of the vault unless it is there already. false: its bytes are not what its name promises, and it was not copied. */
export async function copyVaultFile(from: string, to: string, file: StoredFile): Promise<boolean> {
  const [source, target] = [join(from, file.path), join(to, file.path)];
  if ((await stat(target).catch(() => null))?.size === file.size) return true;
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  const part = `${target}.part`;
  await pipeline(
    createReadStream(source),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(part),
  );
  if (hash.digest('hex') !== promisedHash(file.path)) {
    await rm(part, { force: true });
    return false;
  }
  const written = await open(part, 'r+');
  await written.sync().finally(() => written.close());
  await rename(part, target);
  return true;
}
