import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { type Meta, readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { entityIndexes, entityTables, exchangeTables } from '#electron/core/store/schema.ts';
import { searchSchema } from '#electron/core/store/search/schema.ts';
import { keepCustomValues } from '#electron/core/store/views/custom-values.ts';
import { buildViewIndexes } from '#electron/core/store/views/view-indexes.ts';
import { schemaVersion } from '#shared/sync/version.ts';

/** Creates the tables of an empty database. Without `indexes` they are built later, after a first download. */
export function createTables(db: Writable, options: { indexes: boolean }): void {
  db.transaction(() => {
    for (const sql of entityTables()) db.exec(sql);
    if (options.indexes) buildIndexes(db);
    db.exec(exchangeTables);
    db.exec(searchSchema);
    writeMeta(db, 'schema', schemaVersion);
    keepCustomValues(db);
  }).immediate();
}

export function buildIndexes(db: Writable): void {
  for (const sql of entityIndexes()) db.exec(sql);
  buildViewIndexes(db);
}

export const isEmpty = (db: Readable): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'meta'`).get() === undefined;

/** Facts of a new copy for one person on one workstation. */
export function introduce(db: Writable, facts: Pick<Meta, 'org' | 'userId' | 'device' | 'deviceName'>): void {
  for (const [key, value] of Object.entries(facts)) writeMeta(db, key as keyof Meta, value);
  if (readMeta(db, 'client') === undefined) writeMeta(db, 'client', randomUUID());
}
