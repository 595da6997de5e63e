import { startNetwork } from '#tests/e2e/support/network.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { logins } from './support-company.ts';
import { load, processorTime } from './support-load.ts';
import { openOffice } from './support-office.ts';
import { edit } from './support-orders.ts';
import { percentile, rounded } from './support-rows.ts';
import { type Station, someDocuments, startStation } from './support-station.ts';

const goal = { p95: 30, bytes: 600 };
const edits = 200;
const warming = 20;

/** An edit at A until B's feed of changes names it; bytes of both links, both ways, WebSocket and TCP payload. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const office = await openOffice(documents, say);
  const [roadA, roadB] = [await startNetwork(office.url), await startNetwork(office.url)];
  const a = await startStation(office.company, roadA.url, logins.a);
  const b = await startStation(office.company, roadB.url, logins.a);
  const times: number[] = [];
  const saved: number[] = [];
  const passed = () => ({ a: roadA.bytes.up + roadA.bytes.down, b: roadB.bytes.up + roadB.bytes.down });
  let before = passed();
  const spent = processorTime();
  for (const [n, id] of someDocuments(a.eye, edits + warming).entries()) {
    if (n === warming) before = passed();
    const { seen, wait } = watch(b, id);
    const { name, args } = edit(a.eye, id, { amount: 100_000 + n });
    const began = performance.now();
    await a.command(name, args);
    const done = performance.now();
    const at = await wait;
    if (!seen()) throw new Error('B was told of another row');
    if (n >= warming) times.push(at - began);
    if (n >= warming) saved.push(done - began);
    // A's own exchange ends too before the next edit: people do not type 50 times a second.
    await a.settled();
  }
  // What is still on its way of the last edit belongs to it.
  await a.until(() => a.eye.prepare('SELECT count(*) FROM undo').pluck().get() === 0);
  const after = passed();
  const processorSeconds = spent();
  await a.close();
  await b.close();
  await roadA.close();
  await roadB.close();
  await office.close();
  const bytes = Math.round((after.a + after.b - before.a - before.b) / edits);
  const value = { p50: rounded(percentile(times, 0.5)), p95: rounded(percentile(times, 0.95)), bytes };
  return {
    name: 'propagation',
    goal,
    value,
    ok: value.p95 <= goal.p95 && bytes <= goal.bytes,
    documents,
    bytesA: Math.round((after.a - before.a) / edits),
    bytesB: Math.round((after.b - before.b) / edits),
    savedP50: rounded(percentile(saved, 0.5)),
    processorSeconds,
    load: load(),
  };
}

function watch(station: Station, id: string): { seen(): boolean; wait: Promise<number> } {
  let seen = false;
  const wait = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('B has not heard of the edit')), 20_000);
    const off = station.core.on((event) => {
      if (event.type !== 'changed' || !event.changes.some((change) => change.ids?.includes(id))) return;
      seen = true;
      clearTimeout(late);
      off();
      resolve(performance.now());
    });
  });
  return { seen: () => seen, wait };
}
