import { createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { hashOf, settle, settleFolder } from '#electron/core/jobs/durable-file.ts';
import { polite } from '#electron/core/jobs/politeness.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';

interface Wanted {
  attachmentId: string;
  sha256: string;
  size: number;
  target: string;
}

export interface TransferPorts {
  signal: AbortSignal;
  /** Commands are on the wire: bytes of files wait a little. */
  busy: () => boolean;
  /** Bytes that are where they are going, those of earlier attempts included. */
  progress: (done: number) => void;
}

const quiet: TransferPorts = { signal: new AbortController().signal, busy: () => false, progress: () => {} };

/**
 * Fetches the bytes of an attachment from the centre, going on where an earlier attempt stopped. Only bytes with the right hash
 * get their place; an answer about anything else than this file never touches what has come so far. Rejects with Refusal
 * SERVER_UNREACHABLE, UNAUTHENTICATED, FILE_NOT_HERE (the centre has not got it), FILE_DAMAGED or DISK_FULL.
 */
export async function fetchFile(
  centre: { serverUrl: string; access: string },
  wanted: Wanted,
  ports: TransferPorts = quiet,
): Promise<void> {
  const { sha256, size, target } = wanted;
  const part = partOf(target);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  // A part can only be too long when something else wrote into it.
  if (haveOf(part) > size) rmSync(part, { force: true });
  ports.progress(haveOf(part));
  if (haveOf(part) < size || !existsSync(part)) await receive(centre, wanted, part, ports);
  if (haveOf(part) < size) throw new Refusal('SERVER_UNREACHABLE', {});
  if ((await hashOf(part)) !== sha256) {
    rmSync(part, { force: true });
    throw new Refusal('FILE_DAMAGED', {});
  }
  await settle(part);
  await rename(part, target);
  await settleFolder(dirname(target));
}

/** Where bytes gather that have not all come yet. */
export const partOf = (target: string): string => `${target}.part`;

const haveOf = (part: string): number => statSync(part, { throwIfNoEntry: false })?.size ?? 0;

async function receive(
  centre: { serverUrl: string; access: string },
  { attachmentId, sha256, size }: Wanted,
  part: string,
  { signal, busy, progress }: TransferPorts,
): Promise<void> {
  const have = haveOf(part);
  // Bytes pressed together on the way could not be counted.
  const headers: Record<string, string> = { authorization: `Bearer ${centre.access}`, 'accept-encoding': 'identity' };
  if (have > 0) Object.assign(headers, { range: `bytes=${have}-`, 'if-range': `"${sha256}"` });
  const address = new URL(`/files/${sha256}?attachment=${attachmentId}`, centre.serverUrl);
  const response = await fetch(address, { headers, signal }).catch(() => {
    throw new Refusal('SERVER_UNREACHABLE', {});
  });
  const body = response.body;
  const from = startOf(response, { sha256, size, have });
  if (from === null || !body) {
    await body?.cancel().catch(() => undefined);
    throw refusalOfStatus(response);
  }
  let done = from;
  const counted = polite(busy, signal, (bytes) => {
    done += bytes;
    if (done > size) throw new Error('more bytes than the file has');
    progress(done);
  });
  try {
    const file = createWriteStream(part, { flags: from > 0 ? 'a' : 'w', mode: 0o600 });
    await pipeline(Readable.fromWeb(body as WebStream), counted, file, { signal });
  } catch (error) {
    if (done > size) rmSync(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(code === 'ENOSPC' || code === 'EDQUOT' ? 'DISK_FULL' : 'SERVER_UNREACHABLE', {});
  }
}

const codes: Partial<Record<number, ErrorCode>> = { 401: 'UNAUTHENTICATED', 404: 'FILE_NOT_HERE', 429: 'LIMIT' };

/** What an answer without the file means; a centre that is asked too often says when to come back. */
export function refusalOfStatus({ status, headers }: Response): Refusal {
  const seconds = Number(headers.get('retry-after'));
  const wait = status === 429 && seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {};
  return new Refusal(codes[status] ?? 'SERVER_UNREACHABLE', { status, ...wait });
}

/**
 * At which byte the answer begins; null when it is not this file: a refusal, a page of some device on the way, another length.
 */
function startOf(response: Response, wanted: { sha256: string; size: number; have: number }): number | null {
  const { sha256, size, have } = wanted;
  if (response.headers.get('etag')?.replace(/^W\//, '') !== `"${sha256}"`) return null;
  if (response.status === 200) {
    const length = response.headers.get('content-length');
    return length === null || Number(length) === size ? 0 : null;
  }
  const range = `bytes ${have}-${size - 1}/${size}`;
  return response.status === 206 && response.headers.get('content-range') === range ? have : null;
}
