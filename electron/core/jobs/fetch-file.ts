import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Refusal } from '#shared/domain/error.ts';

interface Wanted {
  attachmentId: string;
  sha256: string;
  size: number;
  target: string;
}

/**
 * Fetches the bytes of an attachment from the centre, going on where an earlier attempt stopped. Only bytes with the right hash
 * get their place. Rejects with Refusal SERVER_UNREACHABLE, FILE_NOT_HERE (the centre has not got it) or FILE_DAMAGED.
 */
export async function fetchFile(centre: { serverUrl: string; access: string }, wanted: Wanted): Promise<void> {
  const { attachmentId, sha256, size, target } = wanted;
  const part = `${target}.part`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const have = existsSync(part) ? statSync(part).size : 0;
  const headers: Record<string, string> = { authorization: `Bearer ${centre.access}` };
  if (have > 0 && have < size) headers['range'] = `bytes=${have}-`;
  const address = new URL(`/files/${sha256}?attachment=${attachmentId}`, centre.serverUrl);
  const response = await fetch(address, { headers }).catch(() => {
    throw new Refusal('SERVER_UNREACHABLE', {});
  });
  if (response.status === 404) throw new Refusal('FILE_NOT_HERE', {});
  if (!response.ok || !response.body) throw new Refusal('SERVER_UNREACHABLE', { status: response.status });
  const flags = response.status === 206 ? 'a' : 'w';
  try {
    await pipeline(Readable.fromWeb(response.body as WebStream), createWriteStream(part, { flags, mode: 0o600 }));
  } catch {
    throw new Refusal('SERVER_UNREACHABLE', {});
  }
  if ((await hashOf(part)) !== sha256) {
    rmSync(part, { force: true });
    throw new Refusal('FILE_DAMAGED', {});
  }
  renameSync(part, target);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
