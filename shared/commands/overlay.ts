import { type AnyRow, apply, type Change, idOf } from '#shared/domain/change.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { entityOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Rows as they are after the changes made so far, over a store that has not been written yet. */
export class Overlay {
  readonly #rows = new Map<string, Map<Id, AnyRow | null>>();
  readonly #keys = new Map<string, Set<Id>>();

  /** undefined: nothing is known above the store; null: the row is gone. */
  row(entity: string, id: Id): AnyRow | null | undefined {
    return this.#rows.get(entity)?.get(id);
  }

  set(entity: string, id: Id, row: AnyRow | null): void {
    let rows = this.#rows.get(entity);
    if (!rows) {
      rows = new Map();
      this.#rows.set(entity, rows);
    }
    rows.set(id, row);
    if (row === null) return;
    for (const place of keyPlaces(entity, row)) {
      const ids = this.#keys.get(place);
      if (ids) ids.add(id);
      else this.#keys.set(place, new Set([id]));
    }
  }

  write(change: Change, before: AnyRow | null): AnyRow | null {
    const after = apply(before, change);
    this.set(change.entity, idOf(change), after);
    return after;
  }

  /** Whether a row that a store has at this place of an index is still there; true when nothing is known above the store. */
  stands(entity: string, id: Id, place: string): boolean {
    const above = this.row(entity, id);
    return above === undefined || (above !== null && keyPlaces(entity, above).includes(place));
  }

  /** Rows of a store's answer with what is known above it put over them, in id order. */
  merge(entity: string, index: string, key: string, found: readonly AnyRow[], limit: number, last: boolean): AnyRow[] {
    const byId = (left: AnyRow, right: AnyRow): number => (left.id < right.id ? -1 : 1);
    if (!this.#rows.has(entity)) return cut([...found].sort(byId), limit, last);
    const place = `${entity}#${index}/${key}`;
    const rows = new Map<Id, AnyRow>();
    for (const row of found) rows.set(row.id, row);
    for (const id of this.#keys.get(place) ?? []) {
      const row = this.row(entity, id);
      if (row) rows.set(id, row);
    }
    for (const id of rows.keys()) {
      const above = this.row(entity, id);
      if (!this.stands(entity, id, place)) rows.delete(id);
      else if (above) rows.set(id, above);
    }
    return cut([...rows.values()].sort(byId), limit, last);
  }

  *entries(): Iterable<{ entity: string; id: Id; row: AnyRow | null }> {
    for (const [entity, rows] of this.#rows) for (const [id, row] of rows) yield { entity, id, row };
  }
}

const cut = (ordered: AnyRow[], limit: number, last: boolean): AnyRow[] =>
  last ? ordered.slice(-limit) : ordered.slice(0, limit);

/** Places in the declared indexes where a row stands: `entity#index/key`. */
export function keyPlaces(entity: string, row: AnyRow): string[] {
  const definition = entityOf(entity) as Entity | undefined;
  const places: string[] = [];
  for (const [index, keyOf] of Object.entries(definition?.keys ?? {})) {
    const key = keyOf(row as Parameters<typeof keyOf>[0]);
    if (key !== null) places.push(`${entity}#${index}/${key}`);
  }
  return places;
}
