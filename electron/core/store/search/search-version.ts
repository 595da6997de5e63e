import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { SEARCH_VERSION } from './schema.ts';

/** Whether every indexed row was written with today's tokens, keys and dictionary; if not, rebuild the index. */
export function isSearchCurrent(db: Readable): boolean {
  const old = prepared(db, `SELECT 1 FROM search_row WHERE hash NOT GLOB ? LIMIT 1`);
  return old.get(`${SEARCH_VERSION}:*`) === undefined;
}
