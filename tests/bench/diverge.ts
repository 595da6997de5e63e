import type { BenchOptions, BenchResult } from './bench.ts';
import { logins } from './support-company.ts';
import { load, processorTime } from './support-load.ts';
import { openOffice } from './support-office.ts';
import { edit } from './support-orders.ts';
import { type Station, someDocuments, startStation } from './support-station.ts';

const goal = { seconds: 2, lost: 0 };
const rows = 1_000;
const shared = 500;

/** Two workstations edit rows offline, half of them the same ones in different fields; back on the link, until both show everything. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const office = await openOffice(documents, say);
  const a = await startStation(office.company, office.url, logins.a);
  const b = await startStation(office.company, office.url, logins.a);
  const ids = someDocuments(a.eye, 2 * rows - shared);
  const [ofA, ofB] = [ids.slice(0, rows), ids.slice(rows - shared)];
  await Promise.all([a.cut(true), b.cut(true)]);
  await a.commands(ofA.map((id, n) => edit(a.eye, id, { note: `A ${n}` })));
  await b.commands(ofB.map((id, n) => edit(b.eye, id, { amount: 700_000_000 + n })));

  const spent = processorTime();
  const began = performance.now();
  await Promise.all([a.cut(false), b.cut(false)]);
  const seconds = async (done: Promise<void>): Promise<number> => done.then(() => (performance.now() - began) / 1_000);
  const [atA, atB] = await Promise.all([seconds(shown(a, ofA, ofB)), seconds(shown(b, ofA, ofB))]);
  await Promise.all([a.settled(), b.settled()]);
  const lost = [a, b].reduce((sum, station) => sum + missing(station, ofA, ofB), 0);
  const processorSeconds = spent();
  const rejected = a.eye.prepare(`SELECT count(*) FROM outbox WHERE state = 'rejected'`).pluck().get();
  await a.close();
  await b.close();
  await office.close();
  const value = { seconds: Math.round(Math.max(atA, atB) * 100) / 100, lost };
  return {
    name: 'diverge',
    goal,
    value,
    ok: value.seconds <= goal.seconds && lost === 0 && rejected === 0,
    documents,
    rejected,
    processorSeconds,
    load: load(),
  };
}

/** All edits of both stand here, and none of them is provisional. */
async function shown(station: Station, ofA: readonly string[], ofB: readonly string[]): Promise<void> {
  const provisional = station.eye.prepare('SELECT EXISTS (SELECT 1 FROM undo)').pluck();
  // A glance at the last rows first: looking at all of them every few milliseconds would slow down what is measured.
  const read = (column: string, id = ''): unknown =>
    station.eye.prepare(`SELECT ${column} FROM document WHERE id = ?`).pluck().get(id);
  const last = ofA.length - 1;
  const ends = (): boolean =>
    read('note', ofA[last]) === `A ${last}` && read('amount', ofB[last]) === 700_000_000 + last;
  await station.until(() => provisional.get() === 0 && ends() && missing(station, ofA, ofB) === 0);
}

/** Edits that do not stand here. */
function missing(station: Station, ofA: readonly string[], ofB: readonly string[]): number {
  const count = (ids: readonly string[], condition: string): number => {
    const sql = `SELECT count(*) FROM json_each(?) wanted JOIN document d ON d.id = wanted.value WHERE ${condition}`;
    return station.eye.prepare(sql).pluck().get(JSON.stringify(ids)) as number;
  };
  const found = count(ofA, `d.note = 'A ' || wanted.key`) + count(ofB, 'd.amount = 700000000 + wanted.key');
  return ofA.length + ofB.length - found;
}
