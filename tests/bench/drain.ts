import type { BenchOptions, BenchResult } from './bench.ts';
import { logins } from './support-company.ts';
import { load, processorTime } from './support-load.ts';
import { openOffice } from './support-office.ts';
import { edit } from './support-orders.ts';
import { percentile, rounded } from './support-rows.ts';
import { someDocuments, startStation } from './support-station.ts';

const goal = { seconds: 8, saveP95: 50, saveMax: 1_000 };
const edits = 5_000;
/** Between two saves of the person who goes on working, in milliseconds. */
const pace = 40;

/** Offline edits, the link back, and a person who keeps saving until everything entered offline has its verdict and is confirmed here. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const office = await openOffice(documents, say);
  const station = await startStation(office.company, office.url, logins.a);
  await station.cut(true);
  await station.commands(
    someDocuments(station.eye, edits).map((id, n) => edit(station.eye, id, { note: `Без связи ${n}` })),
  );
  const last = station.eye.prepare('SELECT max(n) FROM outbox').pluck().get() as number;
  const confirmed = station.eye.prepare(`SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'lastN'`).pluck();
  const others = someDocuments(station.eye, 1_000, 3);
  const saves: number[] = [];
  let seconds = Number.NaN;

  const spent = processorTime();
  const began = performance.now();
  await station.cut(false);
  const drained = station
    .until(() => (confirmed.get() as number) >= last)
    .then(() => {
      seconds = (performance.now() - began) / 1_000;
    });
  for (let n = 0; Number.isNaN(seconds); n += 1) {
    const id = others[n % others.length] as string;
    const { name, args } = edit(station.eye, id, { dueDate: `2027-01-${10 + (n % 20)}` });
    const before = performance.now();
    await station.command(name, args);
    const took = performance.now() - before;
    saves.push(took);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, pace - took)));
  }
  await drained;
  const processorSeconds = spent();
  const rejected = station.eye.prepare(`SELECT count(*) FROM outbox WHERE state = 'rejected'`).pluck().get();
  await station.close();
  await office.close();
  const value = {
    seconds: Math.round(seconds * 100) / 100,
    saveP50: rounded(percentile(saves, 0.5)),
    saveP95: rounded(percentile(saves, 0.95)),
    saveMax: rounded(Math.max(...saves)),
  };
  const fast = value.saveP95 <= goal.saveP95 && value.saveMax <= goal.saveMax;
  return {
    name: 'drain',
    goal,
    value,
    ok: seconds <= goal.seconds && fast && rejected === 0,
    documents,
    saves: saves.length,
    rejected,
    processorSeconds,
    load: load(),
  };
}
