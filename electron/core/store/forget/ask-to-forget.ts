import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';

/**
 * Rows have gone that may not be seen any more: the outbox, the search, files, backups and the journal still tell of them. To be called in
 * the transaction that takes the rows away, so that a kill forgets nothing of it. `now` for lost access, otherwise within the hour.
 */
export function askToForget(db: Writable, now: boolean): void {
  const before = readMeta(db, 'forget');
  writeMeta(db, 'forget', { round: (before?.round ?? 0) + 1, now: now || (before?.now ?? false) });
}
