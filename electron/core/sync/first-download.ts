import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { syncFolder } from '#electron/core/store/disk.ts';
import { reach } from '#electron/core/sync/centre-http.ts';
import { DownloadDraft, type SnapshotHead } from '#electron/core/sync/download-draft.ts';
import { readLines } from '#electron/core/sync/read-lines.ts';
import { Refusal } from '#shared/domain/error.ts';

interface DownloadOptions {
  serverUrl: string;
  access: string;
  key: Buffer | null;
  /** Where the finished database is to lie, and where it grows. */
  path: string;
  draft: string;
  /** Whether a part stays for another call when the link does not come back; true when absent. */
  keepsPart?: boolean;
  /** Ends the download as a lost link does. */
  signal?: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** Waits before the link is tried again, in milliseconds: as many times in a row in vain, then the person is told. */
const pauses = [300, 1_000, 3_000];
/** Who sends nothing for so long is not there any more, in milliseconds. */
const silence = 60_000;

/**
 * Downloads everything the person may see into a fresh database, checks it and puts it in its place at once. A link that breaks is
 * tried again, and rows already here are not asked for again, now or by the next call.
 * Rejects with Refusal SERVER_UNREACHABLE (what has come stays, unless `keepsPart` is false), DISK_FULL or INTERNAL (nothing stays).
 */
export async function firstDownload(options: DownloadOptions): Promise<void> {
  const { path, keepsPart = true } = options;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = new DownloadDraft(options.draft, options.key);
  try {
    await receiveAll(options, draft);
    draft.finish();
    renameSync(options.draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    throw given(error, keepsPart, draft);
  }
}

async function receiveAll(options: DownloadOptions, draft: DownloadDraft): Promise<void> {
  const { signal } = options;
  let vain = pauses.length;
  for (;;) {
    const had = draft.done;
    try {
      return await receive(options, draft);
    } catch (error) {
      if (draft.done !== had) vain = 0;
      const wait = pauses[vain];
      // Who has got nothing at all is told at once.
      if (wait === undefined || signal?.aborted || !isOfLink(error)) throw error;
      vain += 1;
      await pause(wait, undefined, signal && { signal });
    }
  }
}

/** What one connection brings. */
async function receive(options: DownloadOptions, draft: DownloadDraft): Promise<void> {
  const { serverUrl, access, onProgress } = options;
  const gone = new AbortController();
  const watch = setTimeout(() => gone.abort(), silence);
  const signal = options.signal ? AbortSignal.any([gone.signal, options.signal]) : gone.signal;
  try {
    const query = draft.after === null ? '' : `?after=${draft.after}`;
    const response = await reach(serverUrl, `/sync/snapshot${query}`, { access, signal });
    if (!response.ok || !response.body) throw new Refusal('SERVER_UNREACHABLE', { status: response.status });
    let head: SnapshotHead | null = null;
    for await (const lines of readLines(response.body)) {
      watch.refresh();
      head ??= JSON.parse(lines.shift() ?? '') as SnapshotHead;
      if (!draft.continues(head)) {
        // Rows that follow another place are no beginning: all is asked for anew.
        if (draft.after !== null) break;
        draft.begin(head);
      }
      draft.add(lines);
      onProgress(draft.done, draft.total);
    }
    if (head && draft.continues(head)) return;
    if (head) draft.drop();
  } finally {
    clearTimeout(watch);
  }
  throw new Refusal('SERVER_UNREACHABLE', {});
}

/** The error as the person is told it, with the draft left or dropped. */
function given(error: unknown, keepsPart: boolean, draft: DownloadDraft): Refusal {
  try {
    if (keepsPart && isOfLink(error)) draft.leave();
    else draft.drop();
  } catch (fault) {
    draft.drop();
    return refusalOf(fault);
  }
  return refusalOf(error);
}

/** Whether another connection may go on. An answer that says no is the link's fault as well: a login makes it good. */
const isOfLink = (error: unknown): boolean => refusalOf(error).code === 'SERVER_UNREACHABLE';

/** What broke a download off: a disk without room and a fault of the database are not the link's. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const reason = String((error as { code?: unknown } | null)?.code ?? '');
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(reason)) return new Refusal('DISK_FULL', {});
  return reason.startsWith('SQLITE_')
    ? new Refusal('INTERNAL', { reason })
    : new Refusal('SERVER_UNREACHABLE', { reason: String(error) });
}
