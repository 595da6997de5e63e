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

/** Ids of a counterparty and of all it has taken in, as a list within a statement: one parameter, its id. */
export const partyFamilySql = `(WITH RECURSIVE family (id) AS
  (SELECT ? UNION SELECT c.id FROM counterparty c JOIN family f ON c.mergedIntoId = f.id) SELECT id FROM family)`;
