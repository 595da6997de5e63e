import type { Workplace } from '#electron/core/app/workplace.ts';
import type { Candidate } from '#electron/core/files/candidates.ts';
import { markFile } from '#electron/core/files/file-table.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import type { Refusal } from '#shared/domain/error.ts';

/** Disks do not empty themselves in a second, milliseconds. */
const diskWait = 60_000;

/**
 * What becomes of a transfer that failed. `settled`: it will not go on by itself, or needs no waiting; else it is tried again after
 * `wait` milliseconds (null: the usual time).
 */
export function settleFailure(
  workplace: Workplace,
  { sha256, direction }: Candidate,
  refusal: Refusal,
): { settled: boolean; wait: number | null } {
  const { db } = workplace;
  const { code, details } = refusal;
  const stop = { settled: true, wait: null };
  if (!db.open || code === 'CANCELLED') return stop;
  switch (code) {
    case 'FILE_REFUSED':
      // The centre will not have these bytes, however often they come: the card of their record says so.
      markFile(db, sha256, { uploaded: 1, upload_url: null, problem: code, why: String(details['why'] ?? '') });
      return stop;
    case 'FILE_TOO_LARGE':
      markFile(db, sha256, { upload_url: null, problem: code });
      return stop;
    case 'FILE_NOT_HERE':
      // Bytes to be sent that are gone from here; or bytes that the centre should have and has not.
      markFile(db, sha256, direction === 'up' ? { here: 0, uploaded: 1, problem: code } : { problem: code });
      return stop;
    case 'FILE_DAMAGED':
      if (direction === 'up' && !details['here']) {
        // What came to the centre was not what is here: the way spoiled it, so it goes once more from the beginning.
        markFile(db, sha256, { upload_url: null });
        return { settled: false, wait: null };
      }
      markFile(db, sha256, { problem: code });
      return stop;
    case 'LIMIT':
      return { settled: false, wait: Number(details['retryAfterMs'] ?? 0) || null };
    case 'DISK_FULL':
      return { settled: false, wait: diskWait };
    case 'UNAUTHENTICATED': {
      const session = readMeta(db, 'session');
      if (session) writeMeta(db, 'session', { ...session, accessUntil: 0 });
      return { settled: false, wait: null };
    }
    default:
      return { settled: false, wait: null };
  }
}
