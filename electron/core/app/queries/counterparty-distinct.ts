import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';

/** The same for both directions. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one}/${other}` : `${other}/${one}`);

/** Pairs among these records that a person has told apart: the last word about each stands in the history of both. */
export function toldApart(db: Readable, ids: readonly string[]): ReadonlySet<string> {
  const tail = `WHERE objectId IN (SELECT value FROM json_each(?)) AND action = 'counterparty.distinguish' ORDER BY id`;
  const apart = new Set<string>();
  for (const line of rowsOf(db, 'history', tail, JSON.stringify(ids))) {
    for (const { field, from, to } of line.changes) {
      // Beside it stands the mark that went or came with the word.
      if (field !== 'distinctFromId') continue;
      if (typeof to === 'string') apart.add(pairKey(line.objectId, to));
      else if (typeof from === 'string') apart.delete(pairKey(line.objectId, from));
    }
  }
  return apart;
}
