import { Overlay } from '#shared/commands/overlay.ts';
import { indexKey, type ReadAnswer, type Reading, type ReadRequest, rowKey } from '#shared/commands/reading.ts';
import type { AnyRow, Change } from '#shared/domain/change.ts';
import { completeRow } from '#shared/domain/complete-row.ts';
import { Refusal } from '#shared/domain/error.ts';
import { type EntityName, entities, type RowOf } from '#shared/domain/registry.ts';
import { derivedId, type Id } from '#shared/lib/ids.ts';

/** A row, or why there is none: `absent` is the centre's word, `unknown` a workstation's (it may lie outside its scope). */
export type Found<E extends EntityName> = RowOf<E> | 'absent' | 'unknown';

/** What `decide` works with: reads through generators, collects writes, hands out ids. */
export class Transaction {
  readonly changes: Change[] = [];
  readonly reads = new Set<string>();
  readonly writes = new Set<string>();
  readonly #overlay: Overlay;
  readonly #command: Id;
  readonly #where: 'device' | 'centre';
  #ids = 0;

  constructor(command: Id, where: 'device' | 'centre', overlay: Overlay = new Overlay()) {
    this.#command = command;
    this.#where = where;
    this.#overlay = overlay;
  }

  /** The next id of a row that this command creates; the same on every machine. */
  id(): Id {
    return derivedId(this.#command, this.#ids++);
  }

  *get<E extends EntityName>(entity: E, id: Id): Reading<Found<E>> {
    const [row] = yield* this.rows(entity, [id]);
    return row ? (row as RowOf<E>) : this.#where === 'centre' ? 'absent' : 'unknown';
  }

  /** The row, or a refusal with the entity's name: NOT_FOUND in the centre, NOT_HERE on a workstation. */
  *existing<E extends EntityName>(entity: E, id: Id): Reading<RowOf<E>> {
    const found = yield* this.get(entity, id);
    if (found === 'absent') throw new Refusal('NOT_FOUND', { entity, id });
    if (found === 'unknown') throw new Refusal('NOT_HERE', { entity, id });
    return found as RowOf<E>;
  }

  *rows(entity: EntityName, ids: readonly Id[]): Reading<(AnyRow | null)[]> {
    for (const id of ids) this.reads.add(rowKey(entity, id));
    const missing = ids.filter((id) => this.#overlay.row(entity, id) === undefined);
    const answer: ReadAnswer = missing.length ? yield { op: 'get', entity, ids: missing } satisfies ReadRequest : [];
    const found = new Map(missing.map((id, n) => [id, answer[n] ?? null]));
    return ids.map((id) => this.#overlay.row(entity, id) ?? found.get(id) ?? null);
  }

  *byKey<E extends EntityName>(entity: E, index: string, key: string): Reading<RowOf<E> | undefined> {
    return (yield* this.list(entity, index, key, 1))[0];
  }

  /** At most `limit` rows under a declared key, in id order; the last ones when `last`. */
  *list<E extends EntityName>(entity: E, index: string, key: string, limit: number, last = false): Reading<RowOf<E>[]> {
    this.reads.add(indexKey(entity, index, key));
    const found = yield { op: 'key', entity, index, key, limit, last };
    const rows = this.#overlay.merge(entity, index, key, found as AnyRow[], limit, last);
    return rows as unknown as RowOf<E>[];
  }

  put<E extends EntityName>(entity: E, row: RowOf<E>): void {
    const parsed = entities[entity].schema.safeParse(row);
    if (!parsed.success) throw new Refusal('BAD_INPUT', { entity, issues: parsed.error.issues.slice(0, 5).map(issue) });
    this.#write({ type: 'put', entity, row: completeRow(entity, row as AnyRow) }, null);
  }

  /** Changes fields of a row that this command has read or written. */
  patch<E extends EntityName>(entity: E, row: RowOf<E>, patch: Partial<RowOf<E>>): void {
    if (Object.keys(patch).length === 0) return;
    const parsed = entities[entity].schema.safeParse({ ...row, ...patch });
    if (!parsed.success) throw new Refusal('BAD_INPUT', { entity, issues: parsed.error.issues.slice(0, 5).map(issue) });
    this.#write({ type: 'patch', entity, id: row.id, patch: patch as Record<string, unknown> }, row as AnyRow);
  }

  remove<E extends EntityName>(entity: E, row: RowOf<E>): void {
    this.#write({ type: 'remove', entity, id: row.id }, row as AnyRow);
  }

  #write(change: Change, before: AnyRow | null): void {
    this.changes.push(change);
    this.writes.add(rowKey(change.entity, change.type === 'put' ? change.row.id : change.id));
    this.#overlay.write(change, before);
  }
}

export const issue = (found: { path: PropertyKey[]; code: string; maximum?: unknown }) => ({
  path: found.path.map(String).join('.'),
  code: found.code,
  ...(found.maximum === undefined ? {} : { maximum: Number(found.maximum) }),
});
