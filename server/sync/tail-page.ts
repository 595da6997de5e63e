import type { WrittenRow } from '#server/sync/accept.ts';
import { type AnyRow, patchBetween } from '#shared/domain/change.ts';
import type { ShortChange } from '#shared/sync/command-wire.ts';
import type { ShortPage } from '#shared/sync/down.ts';

/** What one transaction of the lane has written, between two places of the history. */
export interface TailEntry {
  epoch: string;
  from: { seq: number; chainHash: string };
  to: { seq: number; chainHash: string };
  rows: readonly WrittenRow[];
  /** How far it has consumed the commands of which clients. */
  lastN: ReadonlyMap<string, number>;
}

/** Where a workstation stands, as the centre knows it from the last page of this connection. */
export interface TailPlace {
  epoch: string;
  cursor: number;
  /** Hash of the history at the cursor. */
  chainHash: string;
  userId: string;
  client: string;
  scopes: ReadonlySet<string>;
}

export interface ScopedPage {
  page: ShortPage;
  /** How far commands of this client were consumed within the page; null: none were. */
  lastN: number | null;
}

/** More rows than this are a page of the database's, in whole rows and in parts. */
const mostChanges = 200;

/** One row over all the entries that wrote it. */
interface Course {
  before: WrittenRow['before'];
  last: WrittenRow;
  /** The last version with which it left a scope of this person; null: it left none. */
  leftAt: { version: number; at: number } | null;
}

/** The page that leads through these entries, or null where it takes the database to make it. */
export function pageOf(entries: readonly TailEntry[], place: TailPlace): ScopedPage | null {
  const last = entries.at(-1);
  if (!last) return null;
  const courses = new Map<string, Course>();
  let lastN: number | null = null;
  for (const entry of entries) {
    lastN = entry.lastN.get(place.client) ?? lastN;
    for (const row of entry.rows) {
      if (movesSight(row, place.userId)) return null;
      follow(courses, row, place.scopes);
    }
  }
  const changes: ShortChange[] = [];
  for (const course of courses.values()) {
    const change = changeOf(course, place.scopes);
    if (change) changes.push(change);
  }
  if (changes.length > mostChanges) return null;
  changes.sort((one, other) => one.v - other.v);
  return { page: shortened(changes, last.to), lastN };
}

/** What somebody sees follows from their own row and from which branches there are. */
const movesSight = ({ entity, id }: WrittenRow, userId: string): boolean =>
  entity === 'branch' || (entity === 'employee' && id === userId);

const meet = (scopes: readonly string[], held: ReadonlySet<string>): boolean => scopes.some((scope) => held.has(scope));

function follow(courses: Map<string, Course>, row: WrittenRow, held: ReadonlySet<string>): void {
  const key = `${row.entity}/${row.id}`;
  const known = courses.get(key);
  const left = meet(row.left, held) ? { version: row.version, at: row.at } : null;
  if (known) {
    known.last = row;
    known.leftAt = left ?? known.leftAt;
  } else courses.set(key, { before: row.before, last: row, leftAt: left });
}

function changeOf({ before, last, leftAt }: Course, held: ReadonlySet<string>): ShortChange | null {
  const { entity: e, id, row } = last;
  if (row === null || !meet(last.scopes, held)) {
    return leftAt && { e, id, v: leftAt.version, at: leftAt.at, row: null };
  }
  const { version: v, at } = last;
  const p = before && meet(before.scopes, held) ? patchBetween(before.row, row as AnyRow) : null;
  return before && p ? { e, id, v, at, p, pv: before.version } : { e, id, v, at, row };
}

/** Says once when it was, for most of the changes. */
function shortened(changes: ShortChange[], to: TailEntry['to']): ShortPage {
  const at = changes.at(-1)?.at ?? 0;
  const short = changes.map((change) => {
    if (change.at !== at) return change;
    const { at: _same, ...rest } = change;
    return rest;
  });
  return { to: to.seq, hash: to.chainHash, at, changes: short };
}
