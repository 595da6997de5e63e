import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { openWritable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { insertSql } from '#electron/core/store/rows/write.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { benchCompany, flush } from './support-company.ts';
import { load, processorTime } from './support-load.ts';
import { edit, newDocuments } from './support-orders.ts';
import { percentile, rounded } from './support-rows.ts';
import { type Order, type Station, someDocuments, startStation } from './support-station.ts';

const goal = { timesRaw: 0.4, indexSeconds: 25, saveMax: 50 };
/** Rows of one transaction, the same on both sides. */
const batch = 1_000;
/** Between two saves while the index catches up, in milliseconds. */
const pace = 50;

/** As many new documents through commands as the fixture has, against plain insertion into a table with the same indexes. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const station = await startStation(await benchCompany(Math.min(documents, 2_000), say), null);
  const branchId = station.eye.prepare('SELECT id FROM branch ORDER BY id LIMIT 1').pluck().get() as string;
  const parties = station.eye.prepare('SELECT id FROM counterparty ORDER BY id LIMIT 50').pluck().all() as string[];
  const orders = newDocuments(branchId, parties, 0, documents);
  const rawPath = `${station.path}.raw`;
  copyFileSync(station.path, rawPath);
  flush(rawPath);
  say('plain insertion');
  const raw = insertPlainly(rawPath, station.key, orders);
  say('through commands');
  const spent = processorTime();
  const began = performance.now();
  for (let n = 0; n < orders.length; n += batch)
    await station.ask('command.run-many', { orders: orders.slice(n, n + batch) });
  const seconds = (performance.now() - began) / 1_000;
  const processorSeconds = spent();
  say('the search index catches up');
  const index = await whileIndexing(station);
  await station.close();
  for (const end of ['', '-wal', '-shm']) rmSync(rawPath + end, { force: true });
  const rate = Math.round(documents / seconds);
  const rawRate = Math.round(documents / raw);
  const timesRaw = Math.round((rate / rawRate) * 100) / 100;
  return {
    name: 'bulk-import',
    goal,
    value: { timesRaw, rowsPerSecond: rate, ...index },
    raw: { rowsPerSecond: rawRate },
    ok: timesRaw >= goal.timesRaw && index.indexSeconds <= goal.indexSeconds && index.saveP95 <= goal.saveMax,
    documents,
    seconds: rounded(seconds),
    processorSeconds,
    load: load(),
  };
}

/** Seconds that SQLite alone takes for the same rows: FULL, encrypted, the same indexes, ids of the same kind, the same transactions. */
function insertPlainly(path: string, key: Buffer, orders: readonly Order[]): number {
  const db = openWritable({ path, key });
  const empty = { sourceKey: null, sourceFormat: null, authorId: commandId(1, randomBytes(10)), receivedAt: null };
  const origin = { ...empty, createdAt: Date.now(), deviceName: 'bench', archivedAt: null };
  const statement = db.prepare(insertSql('document'));
  const insert = db.transaction((slice: readonly Order[]) => {
    for (const { args } of slice) {
      const row = { ...(args as object), ...origin, id: commandId(Date.now(), randomBytes(10)) } as AnyRow;
      statement.run(...columnsOf('document').map((column) => column.of(row)), 0, 0);
    }
  });
  const began = performance.now();
  for (let n = 0; n < orders.length; n += batch) insert.immediate(orders.slice(n, n + batch));
  const seconds = (performance.now() - began) / 1_000;
  db.close();
  return seconds;
}

/** Waits until every changed row has been read into the index, saving meanwhile as a person would. */
async function whileIndexing(station: Station): Promise<{ indexSeconds: number; saveP95: number; saveMax: number }> {
  const left = prepared(station.eye, 'SELECT EXISTS (SELECT 1 FROM search_dirty)').pluck();
  const ids = someDocuments(station.eye, 1_000);
  const saves: number[] = [];
  const began = performance.now();
  for (let n = 0; left.get() === 1; n += 1) {
    // A field that the index does not read, else the end would never come.
    const { name, args } = edit(station.eye, ids[n % ids.length] ?? '', { vatAmount: n });
    const before = performance.now();
    await station.command(name, args);
    const took = performance.now() - before;
    saves.push(took);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, pace - took)));
  }
  const indexSeconds = rounded((performance.now() - began) / 1_000);
  return { indexSeconds, saveP95: rounded(percentile(saves, 0.95)), saveMax: rounded(Math.max(...saves)) };
}
