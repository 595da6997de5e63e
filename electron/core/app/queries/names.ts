import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** Tables whose records other records point at, and what a record of each is called. */
const named = { counterparty: 'name', employee: 'fullName', branch: 'name' } as const;
type Named = keyof typeof named;

/** Fields that hold the id of another record. */
export const pointers: Readonly<Record<string, Named>> = {
  counterpartyId: 'counterparty',
  possibleDuplicateOf: 'counterparty',
  responsibleId: 'employee',
  authorId: 'employee',
  branchId: 'branch',
};

/** Names of records by id; those that are not on this workstation are absent. */
export function namesOf(db: Readable, entity: Named, ids: Iterable<string | null | undefined>): Map<string, string> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string');
  if (wanted.length === 0) return new Map();
  const sql = `SELECT id, ${named[entity]} FROM ${entity} WHERE id IN (SELECT value FROM json_each(?))`;
  return new Map(prepared(db, sql).raw().all(JSON.stringify(wanted)) as [string, string][]);
}

export const nameOf = (db: Readable, entity: Named, id: string | null): string | null =>
  id === null ? null : (namesOf(db, entity, [id]).get(id) ?? null);

/** Names of everything that the values of pointing fields refer to, by id. */
export function namesBehind(
  db: Readable,
  values: Iterable<{ field: string; value: unknown }>,
): ReadonlyMap<string, string> {
  const wanted = new Map<Named, Set<string>>();
  for (const { field, value } of values) {
    const entity = Object.hasOwn(pointers, field) ? pointers[field] : undefined;
    if (!entity || typeof value !== 'string') continue;
    const ids = wanted.get(entity);
    if (ids) ids.add(value);
    else wanted.set(entity, new Set([value]));
  }
  return new Map([...wanted].flatMap(([entity, ids]) => [...namesOf(db, entity, ids)]));
}
