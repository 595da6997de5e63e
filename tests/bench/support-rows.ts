import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateCompany } from '#build/company/generate.ts';
import { buildIndexes, createTables } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { insertSql } from '#electron/core/store/rows/write.ts';
import { entityIndexes, entityTables } from '#electron/core/store/schema.ts';
import { buildViewIndexes, viewIndexes } from '#electron/core/store/views/view-indexes.ts';
import { hashValue } from '#shared/lib/canonical.ts';

const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench');
/** Every machine makes the same rows; a measurement has no secrets. */
export const benchKey = Buffer.alloc(32, 7);
const today = '2026-11-20';
const now = Date.UTC(2026, 10, 20, 12);

/** Path of a workstation's database with so many documents, as the centre has confirmed them; made once, then reused. */
export function benchDatabase(documents: number, say: (line: string) => void): string {
  const shape = hashValue([entityTables(), entityIndexes(), viewIndexes, 'analyzed']).slice(0, 12);
  const path = join(folder, `rows-${documents}-${shape}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  say(`making ${documents} documents`);
  const unfinished = `${path}.new`;
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  const db = openWritable({ path: unfinished, key: benchKey });
  createTables(db, { indexes: false });
  fill(db, documents);
  buildIndexes(db);
  buildViewIndexes(db);
  // As after a first download: the planner knows the tables.
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(unfinished, path);
  return path;
}

function fill(db: Writable, documents: number): void {
  let seq = 0;
  db.transaction(() => {
    for (const { entity, row } of generateCompany({ seed: 1, documents, today, now })) {
      seq += 1;
      const at = Number(row['receivedAt'] ?? row['createdAt'] ?? now);
      prepared(db, insertSql(entity)).run(...columnsOf(entity).map((column) => column.of(row)), seq, at);
    }
  }).immediate();
}

/** The value below which the given share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
