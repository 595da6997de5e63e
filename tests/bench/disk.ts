import { copyFileSync, rmSync, statSync } from 'node:fs';
import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { rebuildSearch } from '#electron/core/store/search/rebuild-search.ts';
import { entityNames } from '#shared/domain/registry.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { benchDatabase, benchKey } from './support-rows.ts';
import { searchRows } from './support-search-rows.ts';

const goal = 2;

/** Bytes of a workstation's database, its indexes and the search included, against the bytes of its rows as JSON. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const made = benchDatabase(documents, say);
  const path = `${made}.disk`;
  copyFileSync(made, path);
  const db = openWritable({ path, key: benchKey });
  const before = sizeOf(path);
  say('indexing for the search');
  rebuildSearch(db, searchRows(db), searchSource(db).keysOf);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = sizeOf(path);
  const { json, values, rows } = rawBytes(db);
  db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const ratio = bytes / json;
  return {
    name: 'disk',
    goal,
    value: Math.round(ratio * 100) / 100,
    raw: json,
    ok: ratio <= goal,
    documents,
    rows,
    bytes,
    bytesOfSearch: bytes - before,
    /** Against the values alone, without the names of fields. */
    ratioToValues: Math.round((bytes / values) * 100) / 100,
  };
}

const sizeOf = (path: string): number => statSync(path).size;

function rawBytes(db: Writable): { json: number; values: number; rows: number } {
  let [json, values, rows] = [0, 0, 0];
  for (const entity of entityNames) {
    for (const record of db.prepare(`SELECT * FROM "${entity}"`).iterate()) {
      const row = decodeRow(entity, record as Record<string, unknown>);
      json += Buffer.byteLength(JSON.stringify(row));
      for (const value of Object.values(row)) values += value === null ? 0 : Buffer.byteLength(JSON.stringify(value));
      rows += 1;
    }
  }
  return { json, values, rows };
}
