import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';

/** Commands are kept in the journal for as long as a centre that lost its history may have to be offered them again (sync.md). */
export const journalFor = 35 * 24 * 60 * 60 * 1000;

/**
 * Before this instant a decided command is no longer kept. A clock that the centre found ahead makes nothing old before its time; one that
 * is behind only keeps things longer.
 */
export const journalSince = (db: Readable, now: number): number =>
  now - Math.max(0, readMeta(db, 'clockAhead') ?? 0) - journalFor;
