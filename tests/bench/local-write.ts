import { copyFileSync, rmSync } from 'node:fs';
import type { Writable } from '#electron/core/store/handle.ts';
import { openWritable } from '#electron/core/store/open.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { benchCompany, flush } from './support-company.ts';
import { load } from './support-load.ts';
import { edit } from './support-orders.ts';
import { percentile, rounded } from './support-rows.ts';
import { someDocuments, startStation } from './support-station.ts';

const goal = { p95: 10, timesRaw: 3 };
const writes = 600;
/** The first ones warm up caches and the compiler, as a morning does. */
const warming = 60;

/** One `document.update` at the core's port until it is on the disk, in turn with an update of the same row by SQLite alone. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const station = await startStation(await benchCompany(documents, say), null);
  const rawPath = `${station.path}.raw`;
  copyFileSync(station.path, rawPath);
  flush(rawPath);
  const raw = openWritable({ path: rawPath, key: station.key });
  const update = raw.prepare('UPDATE document SET amount = ?, note = ? WHERE id = ?');
  const [core, bare]: [number[], number[]] = [[], []];
  for (const [n, id] of someDocuments(station.eye, writes + warming).entries()) {
    const [amount, note] = [100_000 + n, `Заметка ${n}`];
    const { name, args } = edit(station.eye, id, { amount, note });
    const began = performance.now();
    await station.command(name, args);
    const between = performance.now();
    update.run(amount, note, id);
    const ended = performance.now();
    if (n < warming) continue;
    core.push(between - began);
    bare.push(ended - between);
  }
  const value = summary(core);
  const limit = summary(bare);
  assertSynced(raw);
  raw.close();
  await station.close();
  for (const end of ['', '-wal', '-shm']) rmSync(rawPath + end, { force: true });
  const timesRaw = Math.round((value.p50 / limit.p50) * 100) / 100;
  const timesRawP95 = Math.round((value.p95 / limit.p95) * 100) / 100;
  return {
    name: 'local-write',
    goal,
    value: { ...value, timesRaw, timesRawP95 },
    raw: limit,
    ok: value.p95 <= goal.p95 && timesRaw <= goal.timesRaw,
    documents,
    load: load(),
  };
}

const summary = (times: number[]) => ({
  p50: rounded2(percentile(times, 0.5)),
  p95: rounded2(percentile(times, 0.95)),
  max: rounded(Math.max(...times)),
});
const rounded2 = (value: number): number => Math.round(value * 100) / 100;

function assertSynced(db: Writable): void {
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('the raw limit was measured without FULL');
}
