import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One table of one organization in a backup: lines of JSON under zstd. */
const storedTable = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Path within the backup, and SHA-256 of the compressed bytes. */
  file: z.string(),
  sha256: z.string(),
});

/** What a backup says of itself. It is written last: a folder without it is no backup. */
export const manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  /** Instant of the snapshot, UTC milliseconds. */
  at: z.number(),
  /** Migrations that had been applied. */
  migrations: z.array(z.string()),
  organizations: z.array(
    z.object({
      org: z.string(),
      epoch: z.string(),
      seq: z.number(),
      chainHash: z.string(),
      tables: z.array(storedTable),
    }),
  ),
  /** Files of the vault: `<folder of the organization>/ab/cdef…`, kept once beside all backups of a place. */
  files: z.object({ count: z.number(), bytes: z.number(), list: z.string(), sha256: z.string() }),
});
export type Manifest = z.infer<typeof manifest>;
export type StoredTable = z.infer<typeof storedTable>;

export const manifestName = 'manifest.json';
/** Folder beside the backups of one place; equal bytes are kept once. */
export const commonFiles = 'files';
const stamp = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

/** Name of the backup of an instant; the order of names is the order of time. */
export const stampOf = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, '-');

/** Names of the complete backups of a place, oldest first. */
export async function backupsOf(place: string): Promise<string[]> {
  const names = (await readdir(place).catch(() => [])).filter((name) => stamp.test(name)).sort();
  const whole = await Promise.all(
    names.map((name) => readFile(join(place, name, manifestName)).then(Boolean, () => false)),
  );
  return names.filter((_name, n) => whole[n]);
}

/** The backup that a folder is, or the newest one in it. Throws with a line that says what is wrong. */
export async function openBackup(from: string): Promise<{ folder: string; files: string; manifest: Manifest }> {
  const itself = await readFile(join(from, manifestName), 'utf8').catch(() => null);
  const newest = itself === null ? (await backupsOf(from)).at(-1) : undefined;
  if (itself === null && newest === undefined) throw new Error(`there is no complete backup in ${from}`);
  const folder = newest === undefined ? from : join(from, newest);
  const text = itself ?? (await readFile(join(folder, manifestName), 'utf8'));
  const parsed = manifest.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(`${join(folder, manifestName)} is not the manifest of a backup this version can read`);
  return { folder, files: join(folder, '..', commonFiles), manifest: parsed.data };
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
