import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** Small facts about this workstation's copy, each a JSON value under its name. */
export interface Meta {
  schema: string;
  org: string;
  userId: string;
  epoch: string;
  /** This installation in the eyes of the centre, and its current lease. */
  client: string;
  lease: string;
  device: string;
  deviceName: string;
  cursor: number;
  chainHash: string;
  /** Last n of this client whose effects the applied rows contain. */
  lastN: number;
  /** A page of which parts have been applied, not all: whether the history still goes there is asked before anything else. */
  halfway: { toSeq: number; chainHash: string };
  /** Rows of a pull are here, not all: one may have come before what it stands under, so nothing is forgotten for want of that. */
  partway: true;
  /** Last n that had its verdict when this installation took its name: later ones were decided under it. */
  namedN: number;
  /** Last n that has been on the wire, answered or not. */
  leftN: number;
  /** The n given to the last command entered here. */
  issuedN: number;
  membershipSeq: number;
  scopes: string[];
  /** Scopes being filled: dropped again when the filling is not finished. */
  filling: string[];
  /** Scopes being fetched anew, because they had come to something else than in the centre, or it has forgotten their leaves. */
  refilling: string[];
  /** The last time rows here were found to differ from the centre's: an alarm for whoever looks after the place. */
  diverged: { at: number; scopes: string[] };
  /** Something may not be seen any more and is still in files, backups, the journal or the search; see `ask-to-forget.ts`. */
  forget: { round: number; now: boolean };
  lastExchangeAt: number;
  /** How far ahead of the centre's clock this one was last seen, in milliseconds. */
  clockAhead: number;
  /** How the values of the company's own fields are kept; see `views/custom-values.ts`. */
  customValues: number;
  /** How far rows of the search that were written with other keys have been marked; see `search/search-version.ts`. */
  searchMarked: { version: number; after: number | null };
  session: { refresh: string; access: string; accessUntil: number };
  verifier: string;
}

export function readMeta<K extends keyof Meta>(db: Readable, key: K): Meta[K] | undefined {
  const found = prepared(db, 'SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
  return found ? (JSON.parse(found.value) as Meta[K]) : undefined;
}

export function writeMeta<K extends keyof Meta>(db: Writable, key: K, value: Meta[K]): void {
  const sql = 'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
  prepared(db, sql).run(key, JSON.stringify(value));
}

export function removeMeta(db: Writable, key: keyof Meta): void {
  prepared(db, 'DELETE FROM meta WHERE key = ?').run(key);
}
