import { randomUUID } from 'node:crypto';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, removeMeta, writeMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { entityNames } from '#shared/domain/registry.ts';

/** Acknowledged commands are offered again for this long after a centre has lost its history (sync.md). */
const reofferFor = 35 * 24 * 60 * 60 * 1000;

/** Another copy of this workstation has been working: this one goes on under a new name, with the same commands. */
export function takeNewName(db: Writable, name: string = randomUUID()): void {
  db.transaction(() => {
    writeMeta(db, 'client', name);
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
    writeMeta(db, 'client', name);
    for (const key of ['lease', 'epoch', 'chainHash'] as const) removeMeta(db, key);
    writeMeta(db, 'cursor', 0);
    writeMeta(db, 'lastN', first === null ? lastIssued(db) : first - 1);
    writeMeta(db, 'scopes', []);
    writeMeta(db, 'filling', []);
  }).immediate();
  return changed;
}

const lastIssued = (db: Writable): number =>
  (prepared(db, 'SELECT max(n) FROM outbox').pluck().get() as number | null) ?? 0;
