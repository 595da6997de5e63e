import { randomUUID } from 'node:crypto';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { readMeta, removeMeta, writeMeta } from '#electron/core/store/meta.ts';
import { firstUndecided } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { entityNames } from '#shared/domain/registry.ts';

/** Acknowledged commands are offered again for this long after a centre has lost its history (sync.md). */
const reofferFor = 35 * 24 * 60 * 60 * 1000;

/**
 * Another copy of this workstation has been working, or the centre was restored and knows an older lease: this one goes on under a new
 * name, with the same commands. What was confirmed and has come in no page yet is offered again: a restored centre may not have it,
 * any other answers what it said before.
 */
export function takeNewName(db: Writable, name: string = randomUUID()): void {
  db.transaction(() => {
    const beyond = `SELECT min(n) FROM outbox WHERE state = 'accepted' AND seq > ?`;
    const first = prepared(db, beyond)
      .pluck()
      .get(readMeta(db, 'cursor') ?? 0) as number | null;
    if (first !== null) {
      prepared(db, `UPDATE outbox SET state = 'waiting', seq = NULL WHERE n >= ?`).run(first);
      writeMeta(db, 'lastN', Math.min(readMeta(db, 'lastN') ?? 0, first - 1));
    }
    writeMeta(db, 'client', name);
    writeMeta(db, 'namedN', lastDecided(db));
    removeMeta(db, 'lease');
  }).immediate();
}

/**
 * The centre has another history: everything entered here is offered again under the same ids, and the rows are fetched anew.
 * Nothing a person typed is touched; the commands that were in force run again as the rows they need arrive.
 */
export function startOver(db: Writable, now: number, name: string = randomUUID()): ChangedRows {
  const changed = new ChangedRows();
  db.transaction(() => {
    for (const entity of entityNames) {
      for (const id of prepared(db, `SELECT id FROM "${entity}"`).pluck().all() as string[])
        changed.add(db, entity, id);
      db.exec(`DELETE FROM "${entity}"`);
    }
    db.exec('DELETE FROM custom_value');
    db.exec('DELETE FROM undo');
    // By the centre's time: a clock that has leapt here, now or when it was entered, makes no command older.
    const since = now - (readMeta(db, 'clockAhead') ?? 0) - reofferFor;
    const recent = `state = 'accepted' AND max(occurred_at, coalesce(decided_at, 0)) > ?`;
    prepared(db, `UPDATE outbox SET state = 'waiting', seq = NULL WHERE ${recent}`).run(since);
    // Whether the centre still has the bytes, only its rows can tell: what they do not confirm is sent again.
    db.exec('UPDATE file SET uploaded = 0, upload_url = NULL WHERE here = 1 AND problem IS NULL');
    const first = prepared(db, `SELECT min(n) FROM outbox WHERE state = 'waiting'`).pluck().get() as number | null;
    if (first !== null) {
      // Between the first and the last everything must be there: a refused command is offered again and refused again.
      prepared(db, `UPDATE outbox SET state = 'waiting', seq = NULL WHERE n >= ?`).run(first);
    }
    // The effect of a command that stays refused went with the rows; it must not run again under them.
    db.exec(`DELETE FROM pending_key WHERE n NOT IN (SELECT n FROM outbox WHERE state = 'waiting')`);
    writeMeta(db, 'client', name);
    writeMeta(db, 'namedN', lastDecided(db));
    for (const key of ['lease', 'epoch', 'chainHash', 'halfway', 'refilling'] as const) removeMeta(db, key);
    writeMeta(db, 'partway', true);
    writeMeta(db, 'cursor', 0);
    writeMeta(db, 'lastN', first === null ? lastIssued(db) : first - 1);
    writeMeta(db, 'scopes', []);
    writeMeta(db, 'filling', []);
  }).immediate();
  return changed;
}

/** The last command before the first without a verdict. */
export const lastDecided = (db: Readable): number => (firstUndecided(db) ?? (readMeta(db, 'issuedN') ?? 0) + 1) - 1;

const lastIssued = (db: Writable): number =>
  (prepared(db, 'SELECT max(n) FROM outbox').pluck().get() as number | null) ?? 0;
