import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

/** A file that has to move, and in which turn. */
export interface Candidate {
  direction: 'up' | 'down';
  sha256: string;
  size: number;
  attachmentId: string;
  uploadUrl: string | null;
  cause: Transfer['cause'];
  rank: number;
}

/** A person waits; a pinned case; what only this computer has; the rest. */
export const ranks = { opened: 0, pinned: 1, up: 2, asked: 3 } as const;

const uploadSql = `SELECT file.sha256, file.size, file.upload_url, attachment.name, attachment.id AS attachment
  FROM file JOIN attachment ON attachment.sha256 = file.sha256
  WHERE file.uploaded = 0 AND file.problem IS NULL AND file.paused = 0
    AND attachment.v > 0 AND attachment.verifiedAt IS NULL
  GROUP BY file.sha256 ORDER BY file.size LIMIT 50`;

const downloadSql = `SELECT file.sha256, file.size, file.pinned, max(attachment.id) AS attachment
  FROM file JOIN attachment ON attachment.sha256 = file.sha256
  WHERE file.here = 0 AND (file.pinned = 1 OR file.wanted_at IS NOT NULL) AND file.problem IS NULL AND file.paused = 0
    AND attachment.verifiedAt IS NOT NULL
  GROUP BY file.sha256 ORDER BY file.pinned DESC, file.wanted_at DESC, file.size LIMIT 50`;

interface Found {
  sha256: string;
  size: number;
  upload_url?: string | null;
  pinned?: number;
  attachment: string;
}

/**
 * What could move now, in the order of turns. A file is sent only once the centre knows its attachment (before that it could not tell
 * whose it is), and fetched only once the centre has checked it.
 */
export function candidates(db: Readable): Candidate[] {
  const up = (prepared(db, uploadSql).all() as Found[]).map(
    (one): Candidate => ({
      direction: 'up',
      sha256: one.sha256,
      size: one.size,
      attachmentId: one.attachment,
      uploadUrl: one.upload_url ?? null,
      cause: null,
      rank: ranks.up,
    }),
  );
  const down = (prepared(db, downloadSql).all() as Found[]).map(
    (one): Candidate => ({
      direction: 'down',
      sha256: one.sha256,
      size: one.size,
      attachmentId: one.attachment,
      uploadUrl: null,
      cause: one.pinned === 1 ? 'pinned' : 'asked',
      rank: one.pinned === 1 ? ranks.pinned : ranks.asked,
    }),
  );
  return [...down, ...up].sort((one, other) => one.rank - other.rank);
}

/**
 * The next one to start beside those that run. Of two places one is left to what only this computer has, however much is pinned:
 * bytes that exist once come before bytes that exist twice.
 */
export function nextOf(
  free: readonly Candidate[],
  running: readonly Pick<Candidate, 'direction' | 'rank'>[],
): Candidate | null {
  const awaited = free.find((one) => one.rank === ranks.opened);
  if (awaited) return awaited;
  const fetching = running.some((one) => one.direction === 'down');
  return (fetching ? free.find((one) => one.direction === 'up') : undefined) ?? free[0] ?? null;
}
