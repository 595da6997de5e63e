import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { appendCommand, rememberKeys, setSuspended } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decideHere, type Here, writePending } from '#electron/core/store/run-pending.ts';
import { withdraw } from '#electron/core/store/withdraw.ts';
import { withdraw as withdrawal } from '#shared/commands/withdraw.ts';
import { Refusal } from '#shared/domain/error.ts';
import { derivedId } from '#shared/lib/ids.ts';

export interface Replayed {
  /** Commands that were in the journal alone and now wait in the outbox. */
  added: number;
  /** Of these, the ones whose effect cannot be shown before the centre has spoken. */
  suspended: number;
  /** Commands that the database had anyway. */
  known: number;
  /** Taken back by their author: they stay so. */
  withdrawn: number;
  changed: ChangedRows;
}

/**
 * Brings what the journal has and the database has not into the outbox as waiting, in the order of entering and under the same ids:
 * those the centre knows already it answers as duplicates. All in one transaction; run twice it adds nothing.
 */
export function replayJournal(db: Writable, entries: Iterable<JournalEntry>, here: Here): Replayed {
  const done: Replayed = { added: 0, suspended: 0, known: 0, withdrawn: 0, changed: new ChangedRows() };
  // The later record of an id replaces the earlier, in the earlier's place.
  const all = new Map<string, JournalEntry>();
  for (const entry of entries) all.set(entry.id, entry);
  const takenBack = new Set([...all.values()].flatMap((entry) => withdrawnBy(entry) ?? []));
  db.transaction(() => {
    for (const entry of all.values()) {
      const taken = withdrawnBy(entry);
      if (numberOf(db, entry.id) !== undefined) done.known += 1;
      else if (taken !== null) done.withdrawn += takeBack(db, taken, here, done.changed) ? 1 : 0;
      else if (takenBack.has(entry.id)) done.withdrawn += 1;
      else add(db, entry, here, done);
    }
  }).immediate();
  return done;
}

const withdrawnBy = (entry: JournalEntry): string | null =>
  entry.name === withdrawal.name ? (entry.args as { id: string }).id : null;

/** The number under which the database has a command, or the withdrawal that took its place; undefined when it has neither. */
export function numberOf(db: Readable, id: string): number | undefined {
  const find = prepared(db, 'SELECT n FROM outbox WHERE id IN (?, ?)').pluck();
  return find.get(id, derivedId(id, 0)) as number | undefined;
}

/** The database is older than the withdrawal: the command still waits there. */
function takeBack(db: Writable, id: string, here: Here, changed: ChangedRows): boolean {
  const n = prepared(db, 'SELECT n FROM outbox WHERE id = ?').pluck().get(id) as number | undefined;
  if (n === undefined) return false;
  try {
    const gone = withdraw(db, n, here, null);
    for (const { entity, ids } of gone.list()) for (const one of ids ?? []) changed.add(db, entity as 'document', one);
    return true;
  } catch (error) {
    // Decided meanwhile: the centre's word stands.
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function add(db: Writable, entry: JournalEntry, here: Here, done: Replayed): void {
  const n = (readMeta(db, 'issuedN') ?? 0) + 1;
  const outcome = decideHere(db, entry, here, entry.occurredAt);
  if (outcome.ok) writePending(db, n, outcome, done.changed);
  else rememberKeys(db, n, outcome.reads, []);
  const { id, name, v: version, args, argsHash, occurredAt, about } = entry;
  appendCommand(db, { n, id, name, version, args, argsHash, baseVersions: {}, occurredAt, about });
  if (entry.stripped) prepared(db, 'UPDATE outbox SET stripped = 1 WHERE n = ?').run(n);
  if (!outcome.ok) setSuspended(db, n, true);
  writeMeta(db, 'issuedN', n);
  done.added += 1;
  if (!outcome.ok) done.suspended += 1;
}
