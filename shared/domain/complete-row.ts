import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entities } from '#shared/domain/registry.ts';

/** Every store holds the same row: a field that was left out, or that came with a later schema, is null in all of them. */
export function completeRow<R extends object>(entity: EntityName, row: R): R {
  const given = row as unknown as AnyRow;
  const missing = Object.keys(entities[entity].fields).filter((name) => given[name] === undefined);
  return missing.length === 0 ? row : { ...row, ...Object.fromEntries(missing.map((name) => [name, null])) };
}
