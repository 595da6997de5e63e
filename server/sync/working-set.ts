import type { ReadTx, StoredRow } from '#server/sync/store-port.ts';
import { Overlay } from '#shared/commands/overlay.ts';
import type { ReadAnswer, ReadRequest } from '#shared/commands/reading.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, ownScopes } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** What commands have declared they will read. */
export interface Prefetch {
  rows: Map<EntityName, Set<Id>>;
  places: { entity: EntityName; index: string; keys: Set<string> }[];
}

/** Rows of one place of an index that are fetched ahead. */
const ahead = 20;

/** Rows of one batch: what the store has (fetched once), and what the commands accepted so far have made of it. */
export class WorkingSet {
  readonly overlay = new Overlay();
  readonly #tx: ReadTx;
  readonly #fetched = new Map<string, StoredRow | null>();
  /** Everything that the store has at these places of indexes, in id order. */
  readonly #places = new Map<string, readonly StoredRow[]>();

  constructor(tx: ReadTx) {
    this.#tx = tx;
  }

  /** Fetches what the commands have declared they will read: one query per entity, and one per index. */
  async prefetch(wanted: Prefetch): Promise<void> {
    const rows = [...wanted.rows].map(([entity, ids]) => this.#fetch(entity, [...ids]));
    const places = wanted.places.map(({ entity, index, keys }) => this.#look(entity, index, [...keys]));
    await Promise.all([...rows, ...places]);
  }

  /** The row as it was before this batch. */
  async stored(entity: EntityName, id: Id): Promise<StoredRow | null> {
    if (!this.#fetched.has(`${entity}/${id}`)) await this.#fetch(entity, [id]);
    return this.#fetched.get(`${entity}/${id}`) ?? null;
  }

  /** A row that has just been made by a command: its id is new, so the store is not asked for it. */
  isNew(entity: EntityName, id: Id): void {
    const place = `${entity}/${id}`;
    if (!this.#fetched.has(place)) this.#fetched.set(place, null);
  }

  async current(entity: EntityName, id: Id): Promise<AnyRow | null> {
    const above = this.overlay.row(entity, id);
    return above !== undefined ? above : ((await this.stored(entity, id))?.row ?? null);
  }

  async answer(request: ReadRequest): Promise<ReadAnswer> {
    if (request.op === 'get') {
      const missing = request.ids.filter((id) => !this.#fetched.has(`${request.entity}/${id}`));
      if (missing.length) await this.#fetch(request.entity, missing);
      return Promise.all(request.ids.map((id) => this.current(request.entity, id)));
    }
    const { entity, index, key, limit, last } = request;
    const place = `${entity}#${index}/${key}`;
    const known = this.#places.get(place);
    if (known) {
      const rows = known.map((one) => one.row);
      return this.overlay.merge(entity, index, key, rows, limit, last);
    }
    for (let wanted = limit; ; wanted *= 2) {
      const found = await this.#tx.byKey(entity, index, key, wanted, last);
      for (const one of found) this.#fetched.set(`${entity}/${one.row.id}`, one);
      const rows = found.map((one) => one.row);
      // Rows that this batch has moved away leave room for others of the store, which then have to be asked for.
      const standing = rows.filter((row) => this.overlay.stands(entity, row.id, place));
      if (found.length < wanted || standing.length >= limit) {
        return this.overlay.merge(entity, index, key, rows, limit, last);
      }
    }
  }

  /** Every scope of a row as it is now, its parent's included. */
  async scopesOf(entity: EntityName, row: AnyRow): Promise<string[]> {
    const { scopes, parent } = ownScopes(entity, row);
    if (!parent) return [...new Set(scopes)].sort();
    const owner = await this.current(parent.entity as EntityName, parent.id);
    const inherited = owner ? await this.scopesOf(parent.entity as EntityName, owner) : [];
    return [...new Set([...scopes, ...inherited])].sort();
  }

  /** A place with more rows than are fetched ahead is not known: whoever looks there asks the store. */
  async #look(entity: EntityName, index: string, keys: string[]): Promise<void> {
    const found = await this.#tx.byKeys(entity, index, keys, ahead);
    for (const [key, rows] of found) {
      for (const one of rows) this.#fetched.set(`${entity}/${one.row.id}`, one);
      if (rows.length < ahead) this.#places.set(`${entity}#${index}/${key}`, rows);
    }
  }

  async #fetch(entity: EntityName, ids: Id[]): Promise<void> {
    const missing = ids.filter((id) => !this.#fetched.has(`${entity}/${id}`));
    if (!missing.length) return;
    const found = await this.#tx.getMany(entity, missing);
    for (const id of missing) this.#fetched.set(`${entity}/${id}`, found.get(id) ?? null);
  }
}
