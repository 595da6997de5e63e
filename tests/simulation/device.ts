import Database from 'better-sqlite3';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { type Committed, commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { SyncClient } from '#electron/core/sync/client.ts';
import { commands } from '#shared/commands/registry.ts';
import { entityNames } from '#shared/domain/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { Down } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import { org } from '#tests/simulation/company.ts';
import { crashable, Killed } from '#tests/simulation/crashable.ts';
import type { SimulatedClock } from '#tests/simulation/simulated-clock.ts';

/** Databases of ended histories, empty again: making one and preparing its statements anew costs a quarter of a history. */
const spare: ReturnType<typeof crashable>[] = [];

function emptyDatabase(): ReturnType<typeof crashable> {
  const known = spare.pop();
  if (known) return known;
  const made = new Database(':memory:') as unknown as Writable;
  createTables(made, { indexes: true });
  return crashable(made);
}

/** Takes away every row of every table; what the tables were made with stays. */
function empty(db: Writable): void {
  db.transaction(() => {
    for (const table of [...entityNames, 'outbox', 'pending_key', 'undo', 'file', 'search_dirty'])
      prepared(db, `DELETE FROM "${table}"`).run();
    prepared(db, `DELETE FROM meta WHERE key <> 'schema'`).run();
  })();
}

/** A whole workstation: its real database, the real exchange client, and a plug that can be pulled. */
export class Device {
  readonly name: string;
  readonly person: string;
  readonly db: Writable;
  readonly #clock: SimulatedClock;
  readonly #chance: Chance;
  readonly #plug: ReturnType<typeof crashable>;
  /** Takes what the device says while a connection stands. */
  wire: ((message: Up) => void) | null = null;
  client: SyncClient;
  /** Ids of everything a person entered here and was told is saved. */
  readonly entered: string[] = [];

  constructor(name: string, person: string, clock: SimulatedClock, chance: Chance) {
    this.name = name;
    this.person = person;
    this.#clock = clock;
    this.#chance = chance;
    this.#plug = emptyDatabase();
    this.db = this.#plug.db;
    introduce(this.db, { org, userId: person, device: name, deviceName: name });
    this.client = this.#startClient();
  }

  /** The history is over; its database serves another one, unless something was left half done. */
  close(): void {
    this.#plug.killAfter(Number.POSITIVE_INFINITY);
    if (this.db.inTransaction) return void this.db.close();
    empty(this.db);
    spare.push(this.#plug);
  }

  /** Enters a command as a person would; a kill in the middle leaves it unsaved and untold. */
  enter(name: keyof typeof commands, args: unknown): Committed | null {
    const { version } = commands[name];
    const order = { id: commandId(this.#clock.now, this.#chance.bytes(10)), name, v: version, args };
    const here = { userId: this.person, deviceName: this.name };
    const committed = this.#mayDie(() => commitCommand(this.db, order, here, this.#clock.now));
    if (committed?.ok) {
      this.entered.push(committed.id);
      // What is saved stays entered, whatever kills the workstation while it sends.
      this.#mayDie(() => this.client.entered());
    }
    return committed;
  }

  receive(message: Down): void {
    this.#mayDie(() => this.client.received(message));
  }

  connect(wire: (message: Up) => void): void {
    this.wire = wire;
    this.client.connected();
  }

  disconnect(): void {
    this.wire = null;
    this.client.disconnected();
  }

  /** The next writing is killed after so many statements; what had been committed stays. */
  killAfter(statements: number): void {
    this.#plug.killAfter(statements);
  }

  /** Something is thrown away with a killed process: connection, timers, everything in memory. The database stays. */
  restart(): void {
    this.wire = null;
    this.client.disconnected();
    this.client = this.#startClient();
  }

  #mayDie<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.restart();
      return null;
    }
  }

  #startClient(): SyncClient {
    return new SyncClient({
      db: this.db,
      here: { userId: this.person, deviceName: this.name },
      send: (message) => {
        this.wire?.(message);
        return this.wire !== null;
      },
      now: () => this.#clock.now,
      schedule: (milliseconds, action) => this.#clock.schedule(milliseconds, () => this.#mayDie(action)),
      token: () => this.person,
      newName: () => `${this.name}-${this.#chance.next()}`,
      changed: (_rows: ChangedRows) => {},
      moved: () => {},
      sessionEnded: () => {},
      pageLimit: 4,
      sliceRows: 2,
      firstBatch: { commands: 1 },
    });
  }
}
