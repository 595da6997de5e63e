import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const skipped = /(^|\/)(node_modules|tsconfig\.json)$|\.test\.tsx?$|\.md$/;

/** SHA-256 over names and contents of every file under the paths (relative to `root`), tests and documents apart. A missing path counts as empty. */
export async function hashInputs(root: string, paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map((path) => list(root, path)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    const bytes = contents[index] ?? Buffer.alloc(0);
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  });
  return hash.digest('hex');
}

async function list(root: string, path: string): Promise<string[]> {
  if (skipped.test(path)) return [];
  const found = await stat(join(root, path)).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const names = await readdir(join(root, path));
  return (await Promise.all(names.map((name) => list(root, `${path}/${name}`)))).flat();
}
