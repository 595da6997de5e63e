import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** More merges than lie one upon another. */
const longest = 100;

/** The id of the counterparty that stands for this one: itself unless it was merged into another. */
export function standingPartyId(db: Readable, id: string): string {
  const above = prepared(db, 'SELECT mergedIntoId FROM counterparty WHERE id = ?').pluck();
  let standing = id;
  for (let steps = 0; steps < longest; steps += 1) {
    const next = above.get(standing) as string | null | undefined;
    if (!next) break;
    standing = next;
  }
  return standing;
}
