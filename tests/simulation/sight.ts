import type { ServerStore } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityNames, ownScopes, type RowOf } from '#shared/domain/registry.ts';
import { org, scopesOf } from '#tests/simulation/company.ts';

export type Placed = Map<string, [EntityName, AnyRow]>;

/** Every row of the centre under `entity/id`. */
export async function placed(store: ServerStore): Promise<Placed> {
  const rows: Placed = new Map();
  await store.read(org, async (tx) => {
    for (const entity of entityNames)
      for (const [id, { row }] of await tx.getMany(entity, await tx.idsOf(entity)))
        rows.set(`${entity}/${id}`, [entity, row]);
  });
  return rows;
}

/** Places of what a person may see, from nothing but the rows and their owners as they stand. */
export function visibleTo(rows: Placed, person: string): Set<string> {
  const mine = new Set(scopesOf(rows.get(`employee/${person}`)?.[1] as RowOf<'employee'>));
  const known = new Map<string, boolean>();
  const isSeen = (place: string): boolean => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const found = rows.get(place);
    const { scopes, parent } = found ? ownScopes(...found) : { scopes: [], parent: undefined };
    const seen = scopes.some((scope) => mine.has(scope)) || (parent ? isSeen(`${parent.entity}/${parent.id}`) : false);
    known.set(place, seen);
    return seen;
  };
  return new Set([...rows.keys()].filter(isSeen));
}
