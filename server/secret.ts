import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key of the access tokens: made once, readable by the server's own user only. */
export async function tokenSecret(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'token.key');
  await mkdir(dataDir, { recursive: true });
  const known = await readFile(path).catch(() => null);
  if (known?.length === 32) return known;
  if (known) throw new Error(`${path} is damaged: remove it, and everybody logs in again`);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, randomBytes(32), { mode: 0o600 });
  // link() fails when another process was first: its key then counts.
  await link(draft, path).catch(() => undefined);
  await rm(draft);
  return readFile(path);
}
