import Database from 'better-sqlite3';
import { buildIndexes, createTables } from '#electron/core/store/create.ts';
import { syncFile } from '#electron/core/store/disk.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { type Meta, writeMeta } from '#electron/core/store/meta.ts';
import { keepToOwner } from '#electron/core/store/own-file.ts';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { insertSql } from '#electron/core/store/rows/write.ts';
import { rebuildCustomValues } from '#electron/core/store/views/custom-values.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';

export interface FreshRow {
  e: string;
  id: string;
  v: number;
  at: number;
  row: Record<string, unknown> | null;
}

export interface Fresh {
  add(rows: readonly FreshRow[]): void;
  /** Makes durable what is there, so that another time goes on with it. */
  pause(): void;
  /** Lets the file go as it is. */
  abandon(): void;
  /** Builds the indexes, checks the file and makes it durable. */
  finish(facts: Partial<Meta>): void;
}

/**
 * Fills a new database file without syncing each step: nobody uses it before `finish` has put all of it on the disk.
 * Rows wait for the search; it reads them in the background. With `goOn` the file is one that was paused: after anything else but
 * `pause` its contents are nothing to rely on. Throws what SQLite says, of a file that is not sealed with this key too.
 */
export function fillFresh(path: string, key: Buffer | null, goOn = false): Fresh {
  keepToOwner(path);
  const db = new Database(path) as unknown as Writable;
  if (key) {
    db.pragma(`cipher = 'chacha20'`);
    db.pragma(`key = "x'${key.toString('hex')}'"`);
  }
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('cache_size = -65536');
  if (!goOn) createTables(db, { indexes: false });
  const inserts = new Map<EntityName, (row: AnyRow, v: number, at: number) => void>();
  db.exec('BEGIN');

  const inserter = (entity: EntityName) => {
    const known = inserts.get(entity);
    if (known) return known;
    const statement = db.prepare(insertSql(entity));
    const columns = columnsOf(entity);
    const insert = (row: AnyRow, v: number, at: number): void => {
      statement.run(...columns.map((column) => column.of(row)), v, at);
    };
    inserts.set(entity, insert);
    return insert;
  };

  const closeDurably = (): void => {
    db.close();
    syncFile(path);
  };

  return {
    pause() {
      db.exec('COMMIT');
      closeDurably();
    },
    abandon() {
      db.close();
    },
    add(rows) {
      for (const { e, id, v, at, row } of rows) {
        if (row && entityOf(e)) inserter(e as EntityName)({ ...row, id }, v, at);
      }
    },
    finish(facts) {
      db.exec('COMMIT');
      buildIndexes(db);
      rebuildCustomValues(db);
      for (const entity of ['document', 'counterparty', 'comment', 'attachment']) {
        db.exec(`INSERT OR IGNORE INTO search_dirty (entity, id) SELECT '${entity}', id FROM "${entity}"`);
      }
      for (const [name, value] of Object.entries(facts)) writeMeta(db, name as keyof Meta, value);
      db.exec('ANALYZE');
      const verdict = db.pragma('quick_check(1)', { simple: true });
      if (verdict !== 'ok') throw new Error(`the downloaded database is damaged: ${String(verdict)}`);
      closeDurably();
    },
  };
}
