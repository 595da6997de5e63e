import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { settle, settleFolder } from '#electron/core/jobs/durable-file.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Refusal } from '#shared/domain/error.ts';

export interface KeptFile {
  sha256: string;
  size: number;
}

/** Bytes of one attachment at most. */
export const largestFile = 2 * 1024 * 1024 * 1024;

/**
 * Copies a file into the profile under the hash of its bytes, durable before it returns.
 * Rejects with Refusal FILE_UNREADABLE, FILE_TOO_LARGE or DISK_FULL; nothing is left behind then.
 */
export async function keepFile(profileDir: string, source: string): Promise<KeptFile> {
  const size = sizeOf(source);
  if (size > largestFile) throw new Refusal('FILE_TOO_LARGE', { size, limit: largestFile });
  const draft = join(places(profileDir).files, `${randomUUID()}.part`);
  mkdirSync(dirname(draft), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(source), hashing, createWriteStream(draft, { mode: 0o600 }));
    await settle(draft);
    const sha256 = hash.digest('hex');
    const target = fileOf(profileDir, sha256);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    await rename(draft, target);
    await settleFolder(dirname(target));
    return { sha256, size: sizeOf(target) };
  } catch (error) {
    await rm(draft, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new Refusal('DISK_FULL', {});
    throw error instanceof Refusal ? error : new Refusal('FILE_UNREADABLE', { reason: code });
  }
}

/** Remembers that the bytes are here and still have to reach the centre. */
export function rememberFile(db: Writable, file: KeptFile, now: number): void {
  prepared(
    db,
    `INSERT INTO file (sha256, size, here, uploaded, added_at) VALUES (?, ?, 1, 0, ?)
     ON CONFLICT (sha256) DO UPDATE SET here = 1, uploaded = 0, problem = NULL, why = NULL, paused = 0`,
  ).run(file.sha256, file.size, now);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    throw new Refusal('FILE_UNREADABLE', {});
  }
}
