import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileVault } from '#server/store/file-vault.ts';
import type { ReadTx, ServerStore } from '#server/sync/store-port.ts';

const day = 24 * 60 * 60_000;
/** Longer than any backup of the database may be kept: a restored one must find the files its attachments name. Milliseconds. */
export const unnamedFor = 60 * day;
const together = 200;

interface Figure {
  files: number;
  bytes: number;
}

export interface Swept {
  kept: Figure;
  /** Named by no attachment, of whatever state; counted from the first look that found them so. */
  unnamed: Figure;
  /** Unnamed for so long that they may go. */
  due: Figure;
  /** Taken away by this very look. */
  removed: Figure;
}

export interface SweepDeps {
  store: Pick<ServerStore, 'read'>;
  vault: FileVault;
  org: string;
  now: number;
  /** Counts only: nothing is marked or taken away. */
  dryRun: boolean;
}

/**
 * Marks the files of one organization that no attachment names and takes away those marked longer ago than backups are kept. Marks lie in
 * a file beside the bytes, so that they survive restarts; two servers looking at once do no harm.
 */
export async function sweepFiles({ store, vault, org, now, dryRun }: SweepDeps): Promise<Swept> {
  const swept: Swept = { kept: none(), unnamed: none(), due: none(), removed: none() };
  if (!dryRun) await vault.restoreAside(org);
  const known = await readMarks(vault.marks(org));
  const marks: Record<string, number> = {};
  const found = await vault.list(org);
  for (let at = 0; at < found.length; at += together) {
    const some = found.slice(at, at + together);
    const hashes = some.map((file) => file.sha256);
    const named = await store.read(org, (tx) => namesOf(tx, hashes));
    for (const file of some) {
      add(swept.kept, file.size);
      if (named.has(file.sha256)) continue;
      const since = known[file.sha256] ?? now;
      marks[file.sha256] = since;
      add(swept.unnamed, file.size);
      if (now - since < unnamedFor) continue;
      add(swept.due, file.size);
      if (dryRun || !(await remove(file.sha256))) continue;
      delete marks[file.sha256];
      add(swept.removed, file.size);
    }
  }
  if (!dryRun) await writeMarks(vault.marks(org), marks);
  return swept;

  /** First out of reach, then asked about once more: a command that names it at this moment finds it again or sends it anew. */
  async function remove(sha256: string): Promise<boolean> {
    const aside = await vault.putAside(org, sha256).catch(() => null);
    if (aside === null) return false;
    const named = await store.read(org, (tx) => namesOf(tx, [sha256]));
    if (named.has(sha256)) await rename(aside, vault.path(org, sha256));
    else await rm(aside, { force: true });
    return !named.has(sha256);
  }
}

/** Those of the hashes that an attachment names, archived ones included. */
async function namesOf(tx: ReadTx, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.byKeys('attachment', 'sha256', hashes, 1);
  return new Set(hashes.filter((sha256) => (rows.get(sha256) ?? []).length > 0));
}

async function readMarks(path: string): Promise<Record<string, number>> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Record<string, number>;
  } catch {
    // Begun anew: files only stay longer.
    return {};
  }
}

async function writeMarks(path: string, marks: Record<string, number>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(marks));
  await rename(`${path}.new`, path);
}

const none = (): Figure => ({ files: 0, bytes: 0 });

function add(figure: Figure, bytes: number): void {
  figure.files += 1;
  figure.bytes += bytes;
}
