import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** Kinds of rows whose text can be found by the search. */
const searched: ReadonlySet<EntityName> = new Set(['document', 'counterparty', 'comment', 'attachment']);

/** Collects what one transaction changed: for the windows, and for the search that reads it again later. */
export class ChangedRows {
  readonly #rows = new Map<EntityName, Set<string>>();
  /** Pending commands that were run again on the way. */
  ranAgain = 0;

  /** What a window shows about the row has changed, its words have not. */
  show(entity: EntityName, id: string): void {
    const ids = this.#rows.get(entity);
    if (ids) ids.add(id);
    else this.#rows.set(entity, new Set([id]));
  }

  add(db: Writable, entity: EntityName, id: string): void {
    if (this.#rows.get(entity)?.has(id)) return;
    this.show(entity, id);
    if (searched.has(entity)) {
      prepared(db, 'INSERT OR IGNORE INTO search_dirty (entity, id) VALUES (?, ?)').run(entity, id);
    }
  }

  /** Everything that several transactions changed. */
  static of(parts: readonly ChangedRows[]): ChangedRows {
    const all = new ChangedRows();
    for (const part of parts) for (const [entity, ids] of part.#rows) for (const id of ids) all.show(entity, id);
    return all;
  }

  get count(): number {
    let count = 0;
    for (const ids of this.#rows.values()) count += ids.size;
    return count;
  }

  get empty(): boolean {
    return this.#rows.size === 0;
  }

  /** For the event: ids only while there are few. */
  list(): { entity: string; ids?: string[] }[] {
    return [...this.#rows].map(([entity, ids]) => (ids.size <= 200 ? { entity, ids: [...ids] } : { entity }));
  }
}
