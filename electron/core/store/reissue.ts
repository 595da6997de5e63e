import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { type Committed, commitCommand } from '#electron/core/store/commit-command.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';
import { derivedId } from '#shared/lib/ids.ts';

export interface Reissue {
  /** Refused commands, in any order; they are entered in the order they once were. */
  ns: readonly number[];
  /** Mended arguments of some of them, by n. */
  args?: ReadonlyMap<number, unknown>;
  /** Records to be referred to instead of others, by id. */
  instead?: Readonly<Record<string, string>>;
}

interface Refused {
  n: number;
  id: string;
  name: string;
  version: number;
  args: string;
  state: string;
}

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** How many rows of one command are looked through for an id. */
const mostRows = 1_024;

/**
 * Enters refused commands again under new ids, all or none. What one of them created is called by its new id in those that follow; the old
 * ones stay in the journal as replaced. Throws the Refusal of the first that does not run here, with its `n`; ALREADY_RESOLVED for a command
 * that is not refused or has been entered again.
 */
export function reissue(
  db: Writable,
  given: Reissue,
  here: Here,
  clock: { now: number; newId: () => string },
): { done: Extract<Committed, { ok: true }>[]; changed: ChangedRows } {
  const done: Extract<Committed, { ok: true }>[] = [];
  db.transaction(() => {
    for (const n of [...new Set(given.ns)].sort((left, right) => left - right)) {
      const old = refusedAt(db, n);
      const args = renamed(db, given.args?.has(n) ? given.args.get(n) : JSON.parse(old.args), given.instead ?? {});
      const order = { id: clock.newId(), name: old.name, v: old.version, args };
      const committed = commitCommand(db, order, here, clock.now);
      if (!committed.ok) throw new Refusal(committed.code as ErrorCode, { ...committed.details, n });
      prepared(db, 'UPDATE outbox SET dismissed = 1, replaced_by = ? WHERE n = ?').run(order.id, n);
      done.push(committed);
    }
  }).immediate();
  return { done, changed: ChangedRows.of(done.map((one) => one.changed)) };
}

function refusedAt(db: Readable, n: number): Refused {
  const old = prepared(
    db,
    `SELECT n, id, name, version, args, state FROM outbox WHERE n = ? AND replaced_by IS NULL AND name <> 'sync.withdraw'`,
  ).get(n) as Refused | undefined;
  if (old?.state !== 'rejected') throw new Refusal('ALREADY_RESOLVED', { n });
  return old;
}

/** Arguments with the ids of records that replaced commands had created changed for those their successors create. */
function renamed(db: Readable, args: unknown, instead: Readonly<Record<string, string>>): unknown {
  const names = new Map(Object.entries(instead));
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? successorOf(db, id) ?? id;
    names.set(id, known);
    return known;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(anyId, nameOf);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.replace(anyId, nameOf), walk(one)]));
  };
  return walk(args);
}

/** A row's id begins with the instant of the command that created it: that finds the command, its place among the rows the successor. */
function successorOf(db: Readable, id: string): string | undefined {
  const prefix = id.slice(0, 13);
  const sql = 'SELECT id, replaced_by AS next FROM outbox WHERE id >= ? AND id < ? AND replaced_by IS NOT NULL';
  const replaced = prepared(db, sql).all(prefix, `${prefix}~`) as { id: string; next: string }[];
  for (const old of replaced)
    for (let place = 0; place < mostRows; place += 1)
      if (derivedId(old.id, place) === id) {
        const next = derivedId(old.next, place);
        // The successor may have been refused and entered again as well.
        return successorOf(db, next) ?? next;
      }
  return undefined;
}
