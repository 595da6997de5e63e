import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { places } from '#electron/core/profile/places.ts';
import { startCore } from '#electron/core/start.ts';
import { buildIndexes, createTables } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { insertSql } from '#electron/core/store/rows/write.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { logins } from './support-company.ts';
import { load, processorTime } from './support-load.ts';
import { openOffice } from './support-office.ts';
import { rounded } from './support-rows.ts';
import { stationOf } from './support-station.ts';

const goal = { timesRaw: 2 };

/** A fresh workstation logs in and has every row queryable, against the least that any download of these rows must do. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const office = await openOffice(documents, say);
  say('the least: stringify, zstd, HTTP, parse, insert, indexes');
  const raw = await leastDownload(
    join(office.company.profileDir, 'demo.key'),
    places(office.company.profileDir).database(office.company.userId),
  );
  const profileDir = mkdtempSync(join(tmpdir(), 'opora-first-sync-'));
  const key = randomBytes(32);
  const core = await startCore({
    profileDir,
    key,
    serverUrl: office.url,
    deviceName: 'bench',
    demo: true,
    version: 'bench',
  });
  say('a fresh workstation');
  const ask = async <T>(channel: string, payload: unknown): Promise<T> => {
    const reply = await core.call(channel, payload);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}`);
    return reply.value as T;
  };
  const spent = processorTime();
  const began = performance.now();
  await ask('session.login', { login: logins.a, password: demoPassword });
  const list = { filter: {}, sort: { column: 'date', direction: 'desc' }, start: 0, end: 100 };
  const { total } = await ask<{ total: number }>('query.run', { name: 'document.list', args: list });
  const seconds = (performance.now() - began) / 1_000;
  const processorSeconds = spent();
  const station = stationOf(core, places(profileDir).database(office.company.userId), key, () =>
    rmSync(profileDir, { recursive: true, force: true }),
  );
  const rows = countRows(station.eye as unknown as Writable);
  await station.close();
  await office.close();
  const timesRaw = Math.round((seconds / raw.seconds) * 100) / 100;
  return {
    name: 'first-sync',
    goal,
    value: { seconds: rounded(seconds), timesRaw, rowsPerSecond: Math.round(rows / seconds) },
    raw: { seconds: rounded(raw.seconds), megabytes: rounded(raw.bytes / 1_000_000) },
    ok: timesRaw <= goal.timesRaw && rows === raw.rows,
    documents,
    rows,
    shown: total,
    processorSeconds,
    load: load(),
  };
}

const entities: readonly EntityName[] = [
  'organization',
  'branch',
  'employee',
  'counterparty',
  'bank_account',
  'document',
  'document_line',
  'attachment',
  'comment',
  'history',
  'conflict',
  'saved_view',
];

const countRows = (db: Pick<Writable, 'prepare'>): number =>
  entities.reduce((sum, entity) => sum + (db.prepare(`SELECT count(*) FROM "${entity}"`).pluck().get() as number), 0);

/** A thread that holds the rows sends them; this one inserts them into a fresh encrypted file and builds the same indexes. */
async function leastDownload(keyFile: string, path: string): Promise<{ seconds: number; bytes: number; rows: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'opora-least-'));
  const worker = new Worker(new URL('./support-rows-server.ts', import.meta.url), {
    workerData: { keyFile, path, entities },
  });
  const url = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const began = performance.now();
  const response = await fetch(url);
  const db = openWritable({ path: join(folder, 'least.db'), key: randomBytes(32) });
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  createTables(db, { indexes: false });
  const inserts = new Map(
    entities.map((entity) => [
      entity as string,
      { statement: db.prepare(insertSql(entity)), columns: columnsOf(entity) },
    ]),
  );
  db.exec('BEGIN');
  let [rest, rows, bytes] = ['', 0, 0];
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { e, row } = JSON.parse(line) as { e: string; row: AnyRow };
      const insert = inserts.get(e);
      insert?.statement.run(...insert.columns.map((column) => column.of(row)), 1, 1);
      rows += 1;
    }
  }
  db.exec('COMMIT');
  buildIndexes(db);
  const seconds = (performance.now() - began) / 1_000;
  db.close();
  await worker.terminate();
  rmSync(folder, { recursive: true, force: true });
  return { seconds, bytes, rows };
}
