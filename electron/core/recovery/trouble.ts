import { statfsSync } from 'node:fs';
import { Refusal } from '#shared/domain/error.ts';
import { type TroubleCode, troubleCodes } from '#shared/ipc/recovery-channels.ts';

/** What SQLite needs to open a database at all, in bytes. */
const leastRoom = 256 * 1024;

/** What stands in the way of opening a database, as the rescue knows it. INTERNAL for what nobody has foreseen. */
export function troubleOf(error: unknown): { code: TroubleCode; details: Record<string, unknown> } {
  if (error instanceof Refusal) {
    const code = troubleCodes.find((one) => one === error.code);
    return code ? { code, details: error.details } : { code: 'INTERNAL', details: { reason: error.code } };
  }
  const reason = String((error as { code?: unknown }).code ?? '');
  if (isDamage(error)) return { code: 'DATABASE_CORRUPT', details: { reason } };
  if (isFull(error)) return { code: 'DISK_FULL', details: {} };
  if (/^SQLITE_(BUSY|LOCKED)/.test(reason)) return { code: 'DATABASE_BUSY', details: {} };
  return { code: 'INTERNAL', details: reason === '' ? {} : { reason } };
}

/** The file itself is at fault: its pages do not fit together, or the disk does not give them. */
export function isDamage(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return /^(SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN)|DATABASE_CORRUPT)/.test(code);
}

export function isFull(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'DISK_FULL'].includes(code);
}

/** A disk without room fails in many ways, some of which look like damage (the map of the log cannot grow). */
export function withoutRoom(profileDir: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(profileDir);
    return bavail * bsize < leastRoom;
  } catch {
    return false;
  }
}
