import { randomBytes } from 'node:crypto';
import { isDamage, isFull } from '#electron/core/recovery/trouble.ts';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { type Committed, commitCommand, commitCommands } from '#electron/core/store/commit-command.ts';
import { createTables, introduce, isEmpty } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { closeJournal } from '#electron/core/store/journal/append-to-journal.ts';
import { keepJournal } from '#electron/core/store/journal/keep-journal.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { bringUpToDate } from '#electron/core/store/migrate.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { Link } from '#electron/core/sync/link.ts';
import { commands } from '#shared/commands/registry.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';
import type { CommandReply } from '#shared/ipc/contract.ts';
import { commandId } from '#shared/lib/ids.ts';

export interface WorkplaceSettings {
  path: string;
  key: Buffer | null;
  here: Here;
  org: string;
  device: string;
  serverUrl: string | null;
}

export interface WorkplaceEvents {
  changed(rows: ChangedRows): void;
  moved(): void;
}

/** One person's open database with its link to the centre. The only writer of that database. */
export class Workplace {
  readonly db: Writable;
  readonly here: Here;
  readonly link: Link | null;
  readonly #events: WorkplaceEvents;
  #lastTime = 0;

  constructor(settings: WorkplaceSettings, events: WorkplaceEvents) {
    this.db = openWritable(settings);
    this.here = settings.here;
    this.#events = events;
    try {
      if (isEmpty(this.db)) createTables(this.db, { indexes: true });
      else migrated(() => bringUpToDate(this.db, settings, Date.now()));
      const { org, device, here } = settings;
      introduce(this.db, { org, device, userId: here.userId, deviceName: here.deviceName });
      keepJournal(this.db, settings, Date.now());
    } catch (error) {
      // A file held open cannot be set aside, or opened by the program that knows it.
      closeJournal(this.db);
      this.db.close();
      throw error;
    }
    const { here } = settings;
    const { serverUrl } = settings;
    const reader = () => openReadable(settings);
    this.link = serverUrl ? new Link({ db: this.db, here, serverUrl, reader, ...events }) : null;
  }

  /** Runs a command here and now; on the disk and in the outbox when it returns. Throws Refusal. */
  run(name: string, args: unknown): CommandReply {
    const committed = commitCommand(this.db, this.#order(name, args), this.here, Date.now());
    const reply = replyOf(committed);
    if (committed.ok) this.#tell(committed.changed);
    return reply;
  }

  runMany(orders: readonly { name: string; args: unknown }[]): CommandReply[] {
    const made = orders.map((order) => this.#order(order.name, order.args));
    const committed = commitCommands(this.db, made, this.here, Date.now());
    this.#tell(ChangedRows.of(committed.flatMap((one) => (one.ok ? [one.changed] : []))));
    return committed.map((one) => replyOf(one));
  }

  /** Commands came into the outbox by another way than `run`: windows see them, and they leave. */
  took(changed: ChangedRows): void {
    this.#tell(changed);
  }

  close(): void {
    this.link?.close();
    closeJournal(this.db);
    this.db.close();
  }

  #order(name: string, args: unknown) {
    if (!Object.hasOwn(commands, name)) throw new Refusal('UNKNOWN_COMMAND', { name });
    const { version } = commands[name as keyof typeof commands];
    return { id: commandId(this.#time(), randomBytes(10)), name, v: version, args };
  }

  /**
   * Ids carry the centre's time as far as it is known, so that a wrong clock does not put a record out of its place;
   * it never runs backwards.
   */
  #time(): number {
    const ahead = readMeta(this.db, 'clockAhead') ?? 0;
    this.#lastTime = Math.max(this.#lastTime + 1, Date.now() - ahead);
    return this.#lastTime;
  }

  #tell(changed: ChangedRows): void {
    this.#events.changed(changed);
    this.link?.client.entered();
  }
}

/** A fault in the middle of a migration has left the database as it was; damage and a full disk have names of their own. */
function migrated(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal || isDamage(error) || isFull(error)) throw error;
    throw new Refusal('MIGRATION_FAILED', { reason: (error as { code?: string }).code ?? (error as Error).name });
  }
}

function replyOf(committed: Committed): CommandReply {
  if (!committed.ok) throw new Refusal(committed.code as ErrorCode, committed.details);
  return { n: committed.n, id: committed.id, result: committed.result as never };
}
