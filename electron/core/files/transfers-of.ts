import type { FileFacts } from '#electron/core/files/file-table.ts';
import { partSize } from '#electron/core/files/parts.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Transfer } from '#shared/ipc/file-channels.ts';

const most = 300;

// Bytes that no record names (an import that created nothing) have nowhere to go.
const up = `uploaded = 0 AND problem IS NULL AND paused = 0
    AND EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256)`;
const verified = 'EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256 AND verifiedAt IS NOT NULL)';
const down = `here = 0 AND (pinned = 1 OR wanted_at IS NOT NULL) AND problem IS NULL AND paused = 0 AND ${verified}`;

const sumSql = 'SELECT count(*) AS waiting, coalesce(sum(size), 0) AS bytes FROM file WHERE';
const oneSql = `SELECT size FROM file WHERE sha256 = ? AND ((${up}) OR (${down}))`;

/** Files that are on their way by themselves, both directions, and the bytes left of them; `moved`: what has moved of each already. */
export function filesOnTheWay(
  db: Readable,
  moved: ReadonlyMap<string, number> = new Map(),
): { waiting: number; bytes: number } {
  const sums = [up, down].map(
    (those) => prepared(db, `${sumSql} ${those}`).get() as { waiting: number; bytes: number },
  );
  let bytes = sums.reduce((sum, one) => sum + one.bytes, 0);
  for (const [sha256, done] of moved) {
    const size = prepared(db, oneSql).pluck().get(sha256) as number | undefined;
    bytes -= Math.min(size ?? 0, done);
  }
  return { waiting: sums.reduce((sum, one) => sum + one.waiting, 0), bytes };
}

const listSql = `SELECT file.*, max(attachment.id) AS attachmentId, attachment.documentId, attachment.name,
    ${verified} AS verified
  FROM file JOIN attachment ON attachment.sha256 = file.sha256
  WHERE file.uploaded = 0 OR file.problem IS NOT NULL
    OR (file.here = 0 AND (file.pinned = 1 OR file.wanted_at IS NOT NULL OR file.paused = 1))
  GROUP BY file.sha256 ORDER BY file.added_at DESC LIMIT ${most}`;

type Found = FileFacts & { attachmentId: string; documentId: string; name: string; verified: number };

export interface Live {
  /** Bytes moved by a running transfer; null when none runs. */
  done(sha256: string): number | null;
  /** Bytes that the centre has of a file on its way up, as far as is known since the start. */
  sent(sha256: string): number;
  /** Why the last attempt failed. */
  trouble(sha256: string): string | null;
  awaited(sha256: string): boolean;
}

/** What moves, waits, is paused or has stopped, each with its bytes: running first, then in the order of turns. */
export function transfersOf(db: Readable, profileDir: string, live: Live): Transfer[] {
  const found = prepared(db, listSql).all() as Found[];
  return found.map((one) => transferOf(one, profileDir, live)).sort((one, other) => turn(one) - turn(other));
}

function transferOf(file: Found, profileDir: string, live: Live): Transfer {
  const done = live.done(file.sha256);
  const up = file.here === 1 || (file.problem !== null && file.verified === 0);
  const stopped = file.problem !== null;
  return {
    sha256: file.sha256,
    direction: up ? 'up' : 'down',
    state: done !== null ? 'running' : stopped ? 'stopped' : file.paused === 1 ? 'paused' : 'queued',
    attachmentId: file.attachmentId,
    documentId: file.documentId,
    name: file.name,
    size: file.size,
    done: done ?? (up ? live.sent(file.sha256) : partSize(profileDir, file.sha256)),
    cause: up ? null : live.awaited(file.sha256) ? 'opened' : file.pinned === 1 ? 'pinned' : 'asked',
    code: file.problem ?? live.trouble(file.sha256) ?? (!up && file.verified === 0 ? 'FILE_NOT_HERE' : null),
    why: file.why,
  };
}

const states = { running: 0, stopped: 1, queued: 2, paused: 3 } as const;
const causes = { opened: 0, pinned: 1, asked: 3 } as const;

const turn = ({ state, cause }: Transfer): number => states[state] * 10 + (cause === null ? 2 : causes[cause]);
