import { backUp } from '#electron/core/store/backup.ts';
import { backupName } from '#electron/core/store/backups.ts';
import { buildIndexes } from '#electron/core/store/create.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { addLocalColumns } from '#electron/core/store/local-columns.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { type Column, columnsOf, decodeRow } from '#electron/core/store/rows/columns.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { tableSql } from '#electron/core/store/schema.ts';
import { searchSchema } from '#electron/core/store/search/schema.ts';
import { keepCustomValues } from '#electron/core/store/views/custom-values.ts';
import { dropRenamedIndexes } from '#electron/core/store/views/view-indexes.ts';
import { Refusal } from '#shared/domain/error.ts';
import { type EntityName, entityNames } from '#shared/domain/registry.ts';
import { schemaVersion } from '#shared/sync/version.ts';

interface Place {
  path: string;
  key: Buffer | null;
}

/**
 * Brings a database that an earlier program wrote to today's entities: a checked backup, then one transaction with the outbox in it, so
 * that a kill at any moment leaves the old database whole. Throws Refusal NEWER_DATA for one that a later program wrote, DISK_FULL when
 * the backup does not fit.
 */
export function bringUpToDate(db: Writable, place: Place, now: number): void {
  const found = readMeta(db, 'schema') ?? '0';
  // What the exchange keeps beside the rows, and indexes that a register has come to need, change nothing: added without ceremony.
  if (found === schemaVersion) {
    addLocalColumns(db);
    db.transaction(() => keepCustomValues(db)).immediate();
    return buildIndexes(db);
  }
  if (Number(found) > Number(schemaVersion)) throw new Refusal('NEWER_DATA', { found, known: schemaVersion });
  if (place.path !== ':memory:') {
    backUp(db, place, backupName(place.path, now, `schema-${found}`));
  }
  migrate(db);
}

/** The changes alone, in one transaction. `step` is called before each of them; what it throws ends the whole. */
export function migrate(db: Writable, step: (what: string) => void = () => undefined): void {
  const does = (what: string, change: () => void): void => {
    step(what);
    change();
  };
  db.transaction(() => {
    does('renamed indexes', () => dropRenamedIndexes(db));
    // First, because whoever writes a row again writes what is derived from it.
    does('exchange', () => addLocalColumns(db));
    for (const entity of entityNames) {
      const names = columnNames(db, entity);
      if (names.size === 0) does(`table ${entity}`, () => db.exec(tableSql(entity)));
      else addColumns(db, entity, names, does);
    }
    does('custom values', () => keepCustomValues(db));
    does('indexes', () => buildIndexes(db));
    if (!hasTable(db, 'search_index')) does('search', () => db.exec(searchSchema));
    does('scopes', () => askForEverything(db));
    does('schema', () => writeMeta(db, 'schema', schemaVersion));
    step('commit');
  }).immediate();
}

/** New columns hold what a row without them would have been written with; what the centre had sent in them before is in `extra`. */
function addColumns(
  db: Writable,
  entity: EntityName,
  names: ReadonlySet<string>,
  does: (what: string, change: () => void) => void,
): void {
  const added = columnsOf(entity).filter((column) => !names.has(column.name));
  if (added.length === 0) return;
  for (const column of added) {
    does(`column ${entity}.${column.name}`, () => {
      db.exec(`ALTER TABLE "${entity}" ADD COLUMN "${column.name}" ${column.type}`);
    });
  }
  const blank = added.map((column) => [column.name, column.of({ id: '' })]).filter(([, value]) => value !== null);
  if (blank.length > 0) {
    does(`blanks ${entity}`, () => {
      const sets = blank.map(([name]) => `"${String(name)}" = ?`).join(', ');
      db.prepare(`UPDATE "${entity}" SET ${sets}`).run(...blank.map(([, value]) => value));
    });
  }
  const keys = added.filter((column) => column.keyOf !== undefined && names.has(column.keyOf));
  if (keys.length > 0) does(`sort keys ${entity}`, () => fillKeys(db, entity, keys));
  does(`extra ${entity}`, () => unpack(db, entity));
}

function fillKeys(db: Writable, entity: EntityName, keys: readonly Column[]): void {
  const sets = keys.map(({ name }) => `"${name}" = ?`).join(', ');
  const update = db.prepare(`UPDATE "${entity}" SET ${sets} WHERE rid = ?`);
  for (const record of records(db, `SELECT * FROM "${entity}"`)) {
    const row = decodeRow(entity, record);
    update.run(...keys.map((key) => key.of(row)), record['rid']);
  }
}

/** Fields that were unknown when they came have columns now. */
function unpack(db: Writable, entity: EntityName): void {
  for (const record of records(db, `SELECT * FROM "${entity}" WHERE extra IS NOT NULL`)) {
    writeRow(db, entity, decodeRow(entity, record), record['v'] as number, record['at'] as number);
  }
}

const records = (db: Readable, sql: string): Record<string, unknown>[] =>
  db.prepare(sql).all() as Record<string, unknown>[];

/**
 * The centre may hold rows of the new entities for scopes that count as fetched here: holding none of them makes it send them whole,
 * as if they had just been gained. Rows that are here meanwhile stay, and what no scope covers any more goes when the filling ends.
 */
function askForEverything(db: Writable): void {
  const held = readMeta(db, 'scopes') ?? [];
  writeMeta(db, 'filling', [...new Set([...held, ...(readMeta(db, 'filling') ?? [])])]);
  writeMeta(db, 'scopes', []);
}

const columnNames = (db: Readable, entity: EntityName): Set<string> =>
  new Set((db.pragma(`table_info("${entity}")`) as { name: string }[]).map((column) => column.name));

const hasTable = (db: Readable, name: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(name) !== undefined;
