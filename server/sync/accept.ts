import { hash } from 'node:crypto';
import { declaredReads } from '#server/sync/declared-reads.ts';
import { canBeFollowed, rowsFollowing } from '#server/sync/family.ts';
import { type Person, seesRow } from '#server/sync/people.ts';
import type { LogEntry, RowWrite, StoredRow, WriteTx } from '#server/sync/store-port.ts';
import { WorkingSet } from '#server/sync/working-set.ts';
import { centreUser, execute, type Outcome } from '#shared/commands/execute.ts';
import { type AnyRow, apply, type Change, idOf } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { Verdict, WireCommand } from '#shared/sync/command-wire.ts';

export interface Sender {
  client: string;
  person: Person;
  deviceName: string | null;
}

/** A row to be written beside what the store had of it before the batch. */
export interface WrittenRow extends RowWrite {
  before: StoredRow | null;
}

/** Decides commands one after another over one working set; nothing is written before `finish`. */
export class Accepting {
  readonly set: WorkingSet;
  readonly log: LogEntry[] = [];
  #seq: number;
  #chainHash: string;
  readonly #at: number;
  readonly #touched = new Map<string, { entity: EntityName; id: string; version: number }>();

  constructor(tx: WriteTx, head: { seq: number; chainHash: string }, at: number) {
    this.set = new WorkingSet(tx);
    this.#seq = head.seq;
    this.#chainHash = head.chainHash;
    this.#at = at;
  }

  get head(): { seq: number; chainHash: string } {
    return { seq: this.#seq, chainHash: this.#chainHash };
  }

  /** Fetches what the commands say they read. */
  prefetch(commands: readonly WireCommand[], users: readonly string[]): Promise<void> {
    return this.set.prefetch(declaredReads(commands, users));
  }

  async decide(sender: Sender, command: WireCommand): Promise<Verdict> {
    const outcome = await this.#run(sender, command);
    const { id, n } = command;
    const verdict: Verdict = outcome.ok
      ? { n, id, status: 'accepted', seq: this.#seq + 1, at: this.#at, result: outcome.result }
      : { n, id, status: 'rejected', seq: null, at: this.#at, code: outcome.code, details: outcome.details };
    if (outcome.ok) {
      this.#seq += 1;
      // With the time of the decision: the same command decided again after a restoring is another history, its rows have other stamps.
      const link = `${this.#chainHash}:${this.#seq}:${id}:${command.argsHash}:${this.#at}`;
      this.#chainHash = hash('sha256', link);
      for (const change of outcome.changes) await this.#write(change);
    }
    const { name, v, args, occurredAt } = command;
    const said = { name, v, args, occurredAt };
    const { client, person } = sender;
    this.log.push({
      client,
      userId: person.id,
      verdict,
      argsHash: command.argsHash,
      command: said,
      chainHash: this.#chainHash,
    });
    return verdict;
  }

  async #run(sender: Sender, command: WireCommand): Promise<Outcome> {
    const { client, person, deviceName } = sender;
    const steps = execute(command, {
      commandId: command.id,
      userId: person.id,
      deviceName,
      client: person.id === centreUser ? null : client,
      occurredAt: command.occurredAt,
      receivedAt: this.#at,
      where: 'centre',
      sees: (entity, row) => person.id === 'centre' || seesRow(person, entity, row as AnyRow),
    });
    let step = steps.next();
    while (!step.done) step = steps.next(await this.set.answer(step.value));
    return step.value;
  }

  async #write(change: Change): Promise<void> {
    const entity = change.entity as EntityName;
    const id = idOf(change);
    // Commands put rows only under ids derived from their own: no store has such a row yet.
    if (change.type === 'put') this.set.isNew(entity, id);
    const before = await this.set.current(entity, id);
    const after = apply(before, change);
    const moved = before && after && canBeFollowed(entity) ? await this.set.scopesOf(entity, before) : null;
    this.set.overlay.set(entity, id, after);
    this.#touch(entity, id);
    if (!moved || !after) return;
    const now = await this.set.scopesOf(entity, after);
    if (now.join() === moved.join()) return;
    for (const follower of await rowsFollowing(this.set, entity, id)) {
      this.set.overlay.set(follower.entity, follower.row.id, follower.row);
      this.#touch(follower.entity, follower.row.id);
    }
  }

  #touch(entity: EntityName, id: string): void {
    this.#touched.set(`${entity}/${id}`, { entity, id, version: this.#seq });
  }

  /** What is to be written for the whole batch: each row once, with the scopes it stands in and those it has left. */
  async rows(): Promise<WrittenRow[]> {
    const writes: WrittenRow[] = [];
    for (const { entity, id, version } of this.#touched.values()) {
      const row = await this.set.current(entity, id);
      const before = await this.set.stored(entity, id);
      const scopes = row ? await this.set.scopesOf(entity, row) : [];
      const left = (before?.scopes ?? []).filter((scope) => !scopes.includes(scope));
      writes.push({ entity, id, row, version, at: this.#at, scopes, left, before });
    }
    return writes;
  }
}
