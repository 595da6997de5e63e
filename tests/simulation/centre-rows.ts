import type { ServerStore } from '#server/sync/store-port.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import { org } from '#tests/simulation/company.ts';

/** Every row of an entity as the centre has it, in the order of the ids. */
export async function rowsOfCentre<E extends EntityName>(store: ServerStore, entity: E): Promise<RowOf<E>[]> {
  return store.read(org, async (tx) => {
    const ids = await tx.idsOf(entity);
    const found = await tx.getMany(entity, ids);
    return ids.map((id) => found.get(id)?.row as unknown as RowOf<E>);
  });
}
