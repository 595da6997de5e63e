import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { wholeChanges } from '#electron/core/store/patches.ts';
import type { Sent } from '#electron/core/sync/on-the-wire.ts';
import { lessened, type Verdict } from '#shared/sync/command-wire.ts';
import type { Pulled, ShortPage, Taken } from '#shared/sync/down.ts';

/** The centre works the hash out itself: its beginning is enough to see that the same was meant. */
export const hashOnTheWire = (hash: string): string => (hash.startsWith(lessened) ? hash : hash.slice(0, 16));

/** The words of the centre as verdicts on the commands of this push. */
export function verdictsInFull({ words, at }: Taken, sent: Sent): Verdict[] {
  return words.map((word, place) => {
    if (typeof word !== 'number') return word;
    return { n: sent.from + place, id: sent.ids[place] ?? '', status: 'accepted', seq: word, at };
  });
}

/** A short page as one in full; null when a patch in it is meant for another version of its row. */
export function pageInFull(db: Readable, page: ShortPage, lastN: number): Pulled | null {
  const changes = wholeChanges(db, page);
  if (!changes) return null;
  const membershipSeq = readMeta(db, 'membershipSeq') ?? 0;
  const unmoved = { more: false, after: null, membershipSeq, scopeAdds: [], scopeDrops: [], inbox: [] };
  return { t: 'pulled', ref: 0, toSeq: page.to, chainHash: page.hash, lastN, changes, ...unmoved };
}
