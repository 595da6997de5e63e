import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';

interface StandIn {
  counterpartyId: string;
  counterpartyName: string;
  counterpartyForm: string | null;
}

/** Which counterparties are one: rows go on pointing at a merged record, and whoever reads them asks here. */
export interface Families {
  /** Merged records and the one that stands for each. */
  readonly merged: ReadonlyMap<string, string>;
  /** The record that stands for this one: itself unless it was merged. */
  standing(id: string): string;
  /** The record and all it has taken in; of a merged one itself alone. */
  members(id: string): string[];
  /** What a list shows in place of a merged record; nothing for any other. */
  inPlaceOf(id: string | null): StandIn | undefined;
}

const keptFor = new WeakMap<Readable, Latest<Families>>();

/** Read once per version of the register of counterparties; merged ones are few. */
export function familiesOf(db: Readable, deps: QueryDeps): Families {
  const kept = keptFor.get(db) ?? new Latest<Families>();
  keptFor.set(db, kept);
  return kept.get(String(deps.versions('counterparty')), () => readFamilies(db));
}

/** Read anew: for whoever asks once and has no versions to go by. */
export function readFamilies(db: Readable): Families {
  const sql = 'SELECT id, mergedIntoId FROM counterparty WHERE mergedIntoId IS NOT NULL';
  const into = new Map(prepared(db, sql).raw().all() as [string, string][]);
  const merged = new Map([...into.keys()].map((id) => [id, topOf(into, id)]));
  const members = Map.groupBy(merged.keys(), (id) => merged.get(id) ?? id);
  const standIns = new Map<string, StandIn>();
  const named = `SELECT id AS counterpartyId, name AS counterpartyName, legalForm AS counterpartyForm FROM counterparty
    WHERE id IN (SELECT value FROM json_each(?))`;
  for (const row of prepared(db, named).all(JSON.stringify([...members.keys()])) as StandIn[])
    standIns.set(row.counterpartyId, row);
  return {
    merged,
    standing: (id) => merged.get(id) ?? id,
    members: (id) => [id, ...(members.get(id) ?? [])],
    inPlaceOf: (id) => (id === null ? undefined : standIns.get(merged.get(id) ?? '')),
  };
}

function topOf(into: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set([id]);
  let top = id;
  // The centre makes no ring; one read halfway through a change must not hang the window.
  for (let next = into.get(top); next !== undefined && !seen.has(next); next = into.get(top)) {
    seen.add(next);
    top = next;
  }
  return top;
}
