import type { BenchOptions, BenchResult } from './bench.ts';
import { logins } from './support-company.ts';
import { load, processorTime } from './support-load.ts';
import { openOffice } from './support-office.ts';
import { mixedOrders } from './support-orders.ts';
import { startStation } from './support-station.ts';

const goal = 4_000;
const commands = 10_000;

/** Commands entered offline, sent after the link is back, until the centre has committed and the workstation written every verdict. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const office = await openOffice(documents, say);
  const station = await startStation(office.company, office.url, logins.a);
  await station.cut(true);
  say(`entering ${commands} commands offline`);
  await station.commands(mixedOrders(station.eye, commands));
  const undecided = station.eye.prepare(`SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'waiting')`).pluck();
  const spent = processorTime();
  const began = performance.now();
  await station.cut(false);
  await station.until(() => undecided.get() === 0);
  const seconds = (performance.now() - began) / 1_000;
  const applied = station.eye.prepare('SELECT EXISTS (SELECT 1 FROM undo)').pluck();
  await station.until(() => applied.get() === 0);
  const settled = (performance.now() - began) / 1_000;
  const processorSeconds = spent();
  const accepted = station.eye.prepare(`SELECT count(*) FROM outbox WHERE state = 'accepted'`).pluck().get() as number;
  await station.close();
  await office.close();
  const value = Math.round(commands / seconds);
  return {
    name: 'push',
    goal,
    value,
    ok: value >= goal && accepted === commands,
    documents,
    commands,
    accepted,
    seconds: round(seconds),
    /** Until nothing provisional was left at the workstation. */
    settledSeconds: round(settled),
    processorSeconds,
    load: load(),
  };
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;
