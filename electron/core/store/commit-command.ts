import { hash } from 'node:crypto';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { appendToJournal } from '#electron/core/store/journal/append-to-journal.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { appendCommand } from '#electron/core/store/outbox.ts';
import { readVersion } from '#electron/core/store/rows/read.ts';
import { decideHere, type Here, writePending } from '#electron/core/store/run-pending.ts';
import type { Order, Outcome } from '#shared/commands/execute.ts';
import { commandOf } from '#shared/commands/registry.ts';
import { idOf } from '#shared/domain/change.ts';
import { type ErrorCode, Refusal } from '#shared/domain/error.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import { canonicalJson } from '#shared/lib/canonical.ts';

export type Committed =
  | {
      ok: true;
      n: number;
      id: string;
      result: unknown;
      about: { entity: string; id: string } | null;
      changed: ChangedRows;
    }
  | { ok: false; code: string; details: Record<string, unknown> };

/** load → decide → commit: rows, undo and the outbox in one transaction, on the disk before it returns. */
export function commitCommand(db: Writable, order: Order, here: Here, occurredAt: number): Committed {
  const entries: JournalEntry[] = [];
  const committed = db.transaction((): Committed => commitInside(db, order, here, occurredAt, entries)).immediate();
  appendToJournal(db, entries);
  return committed;
}

/** Several commands of one action of a person: all of them or none. Throws the Refusal of the first that is refused. */
export function commitCommands(db: Writable, orders: Order[], here: Here, occurredAt: number): Committed[] {
  const done: Committed[] = [];
  const entries: JournalEntry[] = [];
  db.transaction(() => {
    for (const order of orders) {
      const committed = commitInside(db, order, here, occurredAt, entries);
      if (!committed.ok) throw new Refusal(committed.code as ErrorCode, committed.details);
      done.push(committed);
    }
  }).immediate();
  appendToJournal(db, entries);
  return done;
}

/** Adds to `entries` what the journal is to be told once all of it is committed. */
function commitInside(db: Writable, order: Order, here: Here, occurredAt: number, entries: JournalEntry[]): Committed {
  const outcome = decideHere(db, order, here, occurredAt);
  if (!outcome.ok) return outcome;
  const changed = new ChangedRows();
  const n = (readMeta(db, 'issuedN') ?? 0) + 1;
  const baseVersions = versionsOf(db, outcome.reads);
  writePending(db, n, outcome, changed);
  const about = aboutOf(order, outcome);
  const { id, name, v, args } = order;
  const argsHash = hash('sha256', canonicalJson([name, v, args]));
  appendCommand(db, { n, id, name, version: v, args, argsHash, baseVersions, occurredAt, about });
  const client = readMeta(db, 'client') ?? '';
  entries.push({ id, n, client, name, v, args, argsHash, occurredAt, about, stripped: false });
  writeMeta(db, 'issuedN', n);
  return { ok: true, n, id: order.id, result: outcome.result, about, changed };
}

/** Rows that were read with their versions; places of indexes have none (0), the centre fetches them ahead all the same. */
function versionsOf(db: Writable, reads: readonly string[]): Record<string, number> {
  const versions: Record<string, number> = {};
  for (const key of reads) {
    const [entity, id] = key.split('/');
    if (entity?.includes('#')) versions[key] = 0;
    else if (entity && id && entityOf(entity)) versions[key] = readVersion(db, entity as EntityName, id);
  }
  return versions;
}

function aboutOf(order: Order, outcome: Extract<Outcome, { ok: true }>): { entity: string; id: string } | null {
  const declared = commandOf(order.name, order.v)?.about(order.args);
  if (declared) return declared;
  const created = outcome.changes.find((change) => change.entity === 'document' || change.entity === 'counterparty');
  const first = created ?? outcome.changes[0];
  return first ? { entity: first.entity, id: idOf(first) } : null;
}
