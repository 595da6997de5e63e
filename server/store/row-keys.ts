import { dueIndex, dueKey, dueOf } from '#server/store/due-keys.ts';
import { safeText } from '#server/store/safe-text.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { entityOf } from '#shared/domain/registry.ts';

export interface RowKey {
  index: string;
  key: string;
}

/** Keys under which a row can be found, by the declaration of its entity, and the instant it waits for; none for a row that is gone. */
function rowKeys(entity: string, row: AnyRow | null): RowKey[] {
  const definition = entityOf(entity);
  if (!definition || row === null) return [];
  const found: RowKey[] = [];
  for (const [index, keyOf] of Object.entries(definition.keys)) {
    const key = keyOf(row as Parameters<typeof keyOf>[0]);
    if (key !== null && key !== undefined) found.push({ index, key: safeText(key) });
  }
  const due = dueOf(entity, row);
  if (due !== null) found.push({ index: dueIndex, key: dueKey(due) });
  return found;
}

/** What has to be written so that a row leaves its old keys and stands under its new ones. */
export function keyDifference(
  entity: string,
  before: AnyRow | null,
  after: AnyRow | null,
): { add: RowKey[]; drop: RowKey[] } {
  const [old, fresh] = [rowKeys(entity, before), rowKeys(entity, after)];
  const has = (list: RowKey[], one: RowKey): boolean =>
    list.some((each) => each.index === one.index && each.key === one.key);
  return { add: fresh.filter((one) => !has(old, one)), drop: old.filter((one) => !has(fresh, one)) };
}
