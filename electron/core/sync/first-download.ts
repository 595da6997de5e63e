import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '#electron/core/store/disk.ts';
import { type FreshRow, fillFresh } from '#electron/core/store/fresh.ts';
import { reach } from '#electron/core/sync/centre-http.ts';
import { readLines } from '#electron/core/sync/read-lines.ts';
import { Refusal } from '#shared/domain/error.ts';

interface DownloadOptions {
  serverUrl: string;
  access: string;
  key: Buffer | null;
  /** Where the finished database is to lie, and where it grows. */
  path: string;
  draft: string;
  onProgress(done: number, total: number): void;
}

/** First line of the stream. */
interface SnapshotHead {
  head: { seq: number; chainHash: string; epoch: string };
  membershipSeq: number;
  scopes: string[];
  total: number;
}

/**
 * Downloads everything the person may see into a fresh database, checks it and puts it in its place at once.
 * Rejects with Refusal SERVER_UNREACHABLE, DISK_FULL or INTERNAL; nothing is left behind then.
 */
export async function firstDownload(options: DownloadOptions): Promise<void> {
  const { serverUrl, access, path, draft, key, onProgress } = options;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (const tail of ['', '-wal', '-shm']) rmSync(draft + tail, { force: true });
  const signal = AbortSignal.timeout(30 * 60_000);
  const response = await reach(serverUrl, '/sync/snapshot', { access, signal });
  if (!response.ok || !response.body) throw new Refusal('SERVER_UNREACHABLE', { status: response.status });
  const lines = readLines(response.body);
  try {
    const first = await lines.next();
    if (first.done) throw new Refusal('SERVER_UNREACHABLE', {});
    const start = JSON.parse(first.value[0] as string) as SnapshotHead;
    const fresh = fillFresh(draft, key);
    let done = 0;
    const take = (batch: readonly string[]): void => {
      fresh.add(batch.map((line) => JSON.parse(line) as FreshRow));
      done += batch.length;
      onProgress(done, start.total);
    };
    take(first.value.slice(1));
    for await (const batch of lines) take(batch);
    const { seq, chainHash, epoch } = start.head;
    fresh.finish({ cursor: seq, chainHash, epoch, scopes: start.scopes, membershipSeq: start.membershipSeq });
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    for (const tail of ['', '-wal', '-shm']) rmSync(draft + tail, { force: true });
    throw error instanceof Refusal ? error : refusalOf(error);
  }
}

/** What broke a download off: a disk without room and a fault of the database are not the link's. */
function refusalOf(error: unknown): Refusal {
  const reason = String((error as { code?: unknown } | null)?.code ?? '');
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(reason)) return new Refusal('DISK_FULL', {});
  return reason.startsWith('SQLITE_')
    ? new Refusal('INTERNAL', { reason })
    : new Refusal('SERVER_UNREACHABLE', { reason: String(error) });
}
