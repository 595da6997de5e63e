import type { Emitted } from '#build/company/emitted.ts';
import { createRandom, type Random } from '#build/company/random.ts';
import { centreUser, execute } from '#shared/commands/execute.ts';
import { keyPlaces } from '#shared/commands/overlay.ts';
import type { ReadAnswer, ReadRequest } from '#shared/commands/reading.ts';
import { type ArgsOf, type CommandName, commands } from '#shared/commands/registry.ts';
import { type AnyRow, apply, idOf } from '#shared/domain/change.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import { commandId, type Id } from '#shared/lib/ids.ts';

/** Rows in memory over which the product's own commands are run as the centre would: what they leave is right by construction. */
export class Stage {
  readonly #rows = new Map<string, Emitted>();
  readonly #places = new Map<string, Set<string>>();
  readonly #random: Random;
  readonly #devices = new Map<Id, string>();

  constructor(rows: Iterable<Emitted>, seed: number) {
    this.#random = createRandom(seed, 'contracts');
    for (const { entity, row } of rows) this.#write(entity, row.id, row);
  }

  /** Every row, those made here after those given. */
  *all(): Iterable<Emitted> {
    yield* this.#rows.values();
  }

  of<E extends EntityName>(entity: E): RowOf<E>[] {
    const found = [...this.#rows.values()].filter((one) => one.entity === entity);
    return found.map((one) => one.row as unknown as RowOf<E>);
  }

  get<E extends EntityName>(entity: E, id: Id): RowOf<E> {
    const found = this.#rows.get(`${entity}/${id}`);
    if (!found) throw new Error(`no ${entity} ${id}`);
    return found.row as unknown as RowOf<E>;
  }

  /** Names the computer of a person, for the history. */
  sitsAt(person: Id, device: string): void {
    this.#devices.set(person, device);
  }

  /** Writes a row as it was entered before the story: nothing is checked. */
  put<E extends EntityName>(entity: E, row: RowOf<E>): void {
    this.#write(entity, row.id, row as AnyRow);
  }

  /** An id of an instant, the next one of the seed. */
  newId = (at: number): Id => commandId(at, this.#random.bytes(10));

  /** Name of the computer of a person, if it is known. */
  deviceOf = (person: Id): string | null => this.#devices.get(person) ?? null;

  /**
   * Runs a command of a person (or of the centre: null) at an instant, of which the centre learns at once unless told otherwise. Throws
   * what it was refused with: the demo has no mistakes.
   */
  run<N extends CommandName>(
    person: Id | null,
    at: number,
    name: N,
    args: ArgsOf<N>,
    receivedAt: number = at + 1_400,
  ): { id: Id } {
    const id = this.newId(at);
    const steps = execute(
      { id, name, v: commands[name].version, args },
      {
        commandId: id,
        userId: person ?? centreUser,
        deviceName: person ? this.deviceOf(person) : null,
        occurredAt: at,
        receivedAt,
        where: 'centre',
        client: null,
        sees: () => true,
      },
    );
    let step = steps.next();
    while (!step.done) step = steps.next(this.answer(step.value));
    const outcome = step.value;
    if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome.details)}`);
    for (const change of outcome.changes) {
      const place = `${change.entity}/${idOf(change)}`;
      const after = apply(this.#rows.get(place)?.row ?? null, change);
      if (after) this.#write(change.entity as EntityName, after.id, after);
    }
    return outcome.result as { id: Id };
  }

  #write(entity: EntityName, id: Id, row: AnyRow): void {
    const place = `${entity}/${id}`;
    const before = this.#rows.get(place);
    if (before) for (const key of keyPlaces(entity, before.row)) this.#places.get(key)?.delete(place);
    this.#rows.set(place, { entity, row });
    for (const key of keyPlaces(entity, row)) {
      const there = this.#places.get(key);
      if (there) there.add(place);
      else this.#places.set(key, new Set([place]));
    }
  }

  /** What a store would answer. */
  answer(request: ReadRequest): ReadAnswer {
    if (request.op === 'get') return request.ids.map((id) => this.#rows.get(`${request.entity}/${id}`)?.row ?? null);
    const { entity, index, key, limit, last } = request;
    const places = [...(this.#places.get(`${entity}#${index}/${key}`) ?? [])].sort();
    const rows = places.map((place) => this.#rows.get(place)?.row ?? null);
    return last ? rows.slice(-limit) : rows.slice(0, limit);
  }
}
