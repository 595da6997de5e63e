import Database from 'better-sqlite3';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { type Committed, commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { SyncClient } from '#electron/core/sync/client.ts';
import { commands } from '#shared/commands/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { Down } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import { org } from '#tests/simulation/company.ts';
import { type Crashable, crashable, DiskTrouble, Killed } from '#tests/simulation/crashable.ts';
import { type Copy, copyOf, empty, putCopy } from '#tests/simulation/device-copy.ts';
import type { SimulatedClock } from '#tests/simulation/simulated-clock.ts';

/** Databases of ended histories, empty again: making one and preparing its statements anew costs a quarter of a history. */
const spare: Crashable[] = [];

function emptyDatabase(): Crashable {
  const known = spare.pop();
  if (known) return known;
  const made = new Database(':memory:') as unknown as Writable;
  createTables(made, { indexes: true });
  return crashable(made);
}

/** A whole workstation: its real database, the real exchange client, and a plug that can be pulled. */
export class Device {
  readonly name: string;
  readonly person: string;
  readonly #clock: SimulatedClock;
  readonly #chance: Chance;
  #plug: Crashable;
  /** The tables are not in the order of a database made today. */
  #isMigrated = false;
  #lastTime = 0;
  /** Takes what the device says while a connection stands. */
  wire: ((message: Up) => void) | null = null;
  client: SyncClient;
  /** Ids of everything a person entered here and was told is saved, and that no restored profile has taken back since. */
  entered: string[] = [];
  /** The same without the restored profiles. */
  #ever = new Set<string>();
  /** Entered, but the person was not told: the process died at that moment. It may be saved or not. */
  untold = new Set<string>();
  /** How far its clock is from the true time, in milliseconds. */
  skew = 0;
  /** false: it cannot be opened (the key store of the system does not answer); nothing of it is touched. */
  isOn = true;
  /** Times a kill came, and times the disk took nothing. */
  kills = 0;
  troubles = 0;
  /** Rows of a page and of one slice: few, so that what happens between them is met, once a history has begun. */
  rowsAtOnce = { page: 200, slice: 200 };
  /** Called when something was entered. */
  heard: (name: string, args: Record<string, unknown>, id: string) => void = () => undefined;

  constructor(name: string, person: string, clock: SimulatedClock, chance: Chance) {
    this.name = name;
    this.person = person;
    this.#clock = clock;
    this.#chance = chance;
    this.#plug = emptyDatabase();
    introduce(this.db, { org, userId: person, device: name, deviceName: name });
    this.client = this.#startClient();
  }

  get db(): Writable {
    return this.#plug.db;
  }

  /** What its own clock shows. */
  get now(): number {
    return this.#clock.now + this.skew;
  }

  /** The history is over; its database serves another one, unless something was left half done. */
  close(): void {
    this.#plug.killAfter(Number.POSITIVE_INFINITY);
    this.#plug.disk(null);
    if (this.db.inTransaction || this.#isMigrated) return void this.db.close();
    empty(this.db);
    spare.push(this.#plug);
  }

  /** Enters a command as a person would; a kill in the middle leaves it unsaved or untold. */
  enter(name: keyof typeof commands, args: unknown): Committed | null {
    if (!this.isOn) return null;
    const { version } = commands[name];
    // Ids carry the centre's time as far as it is known (workplace.ts).
    this.#lastTime = Math.max(this.#lastTime + 1, this.now - (readMeta(this.db, 'clockAhead') ?? 0));
    const order = { id: commandId(this.#lastTime, this.#chance.bytes(10)), name, v: version, args };
    const here = { userId: this.person, deviceName: this.name };
    const committed = this.#mayDie(() => commitCommand(this.db, order, here, this.now), order.id);
    if (committed?.ok) {
      this.entered.push(committed.id);
      this.#ever.add(committed.id);
      this.heard(name, args as Record<string, unknown>, committed.id);
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
    this.#mayDie(() => this.client.connected());
  }

  disconnect(): void {
    this.wire = null;
    this.client.disconnected();
  }

  /** Its life so far is behind it; from now on pages are small. */
  begin(): void {
    this.rowsAtOnce = { page: 3 + this.#chance.below(9), slice: 2 + this.#chance.below(4) };
  }

  /** The next writing is killed after so many statements; what had been committed stays. */
  killAfter(statements: number): void {
    this.#plug.killAfter(statements);
  }

  disk(trouble: { after: number; code: DiskTrouble['code'] } | null): void {
    this.#plug.disk(trouble);
  }

  /** It can be opened, and its disk takes what it is given. */
  calm(): void {
    this.isOn = true;
    this.#plug.disk(null);
  }

  /** Something is thrown away with a killed process: connection, timers, everything in memory. The database stays. */
  restart(): void {
    this.wire = null;
    this.client.disconnected();
    this.client = this.#startClient();
  }

  /** The profile as it is now. */
  copy(): Copy {
    return copyOf(this.db);
  }

  /** An older copy of the profile is put in its place: what was entered since is not here any more. Returns those ids. */
  restore(copy: Copy): string[] {
    this.killAfter(Number.POSITIVE_INFINITY);
    this.disk(null);
    putCopy(this.db, copy);
    this.restart();
    return this.#keepWhatIsHere();
  }

  /** This workstation is a copy of another one: the same name in the centre, the same everything. */
  become(other: Device): void {
    putCopy(this.db, other.copy());
    this.entered = [...other.entered];
    this.#ever = new Set(other.#ever);
    this.untold = new Set(other.untold);
    this.restart();
  }

  /** Works on the database itself, as a migration does; nobody is told. */
  rebuild(work: (plug: Crashable) => Crashable): void {
    this.wire = null;
    this.client.disconnected();
    this.#plug = work(this.#plug);
    this.#isMigrated = true;
    this.client = this.#startClient();
  }

  /** What a kill left in doubt is settled by what the database has. */
  settleUntold(): void {
    const has = prepared(this.db, 'SELECT 1 FROM outbox WHERE id = ?');
    for (const id of this.untold) if (has.get(id)) this.entered.push(id);
    this.untold.clear();
  }

  #keepWhatIsHere(): string[] {
    const has = prepared(this.db, 'SELECT 1 FROM outbox WHERE id = ?');
    const gone = this.entered.filter((id) => !has.get(id));
    // A later copy may bring back what an earlier one had taken away.
    this.entered = [...this.#ever].filter((id) => has.get(id));
    return gone;
  }

  #mayDie<T>(work: () => T, id?: string): T | null {
    try {
      return work();
    } catch (error) {
      if (error instanceof DiskTrouble) {
        this.troubles += 1;
        // A person is told that nothing was saved; whatever else writes has to live with it.
        if (id) return null;
        throw error;
      }
      if (!(error instanceof Killed)) throw error;
      this.kills += 1;
      if (id) this.untold.add(id);
      this.restart();
      return null;
    }
  }

  #startClient(): SyncClient {
    const rows = (): Device['rowsAtOnce'] => this.rowsAtOnce;
    return new SyncClient({
      db: this.db,
      here: { userId: this.person, deviceName: this.name },
      send: (message) => {
        this.wire?.(message);
        return this.wire !== null;
      },
      now: () => this.now,
      schedule: (milliseconds, action) => {
        const client = this.client;
        // Timers end with the process that set them.
        return this.#clock.schedule(milliseconds, () => this.client === client && this.#mayDie(action));
      },
      token: () => this.person,
      newName: () => `${this.name}-${this.#chance.next()}`,
      changed: (_rows: ChangedRows) => {},
      moved: () => {},
      sessionEnded: () => {},
      get pageLimit() {
        return rows().page;
      },
      get sliceRows() {
        return rows().slice;
      },
      firstBatch: { commands: 1 },
    });
  }
}
