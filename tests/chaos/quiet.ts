import type { SessionState } from '#shared/ipc/contract.ts';
import { password } from '#tests/chaos/founding.ts';
import type { House } from '#tests/chaos/house.ts';
import type { Station } from '#tests/chaos/station.ts';

/** Everything entered here has its verdict, its files are in the centre and the link stands. */
export async function isSettled(station: Station): Promise<boolean> {
  const status = await station.status();
  if (!status) return false;
  const { link, waiting, filling, files, problem } = status;
  return link === 'online' && waiting === 0 && filling === 0 && files.waiting === 0 && problem === null;
}

/**
 * Ends every fault and waits until nothing moves any more. Returns who does not come to rest although nothing has moved for so many
 * milliseconds, or after eight times as many.
 */
export async function quiet(house: House, patience: number, say: (line: string) => void): Promise<string[]> {
  for (const server of house.servers) {
    server.setClock(0);
    server.kill('SIGCONT');
  }
  for (const station of house.stations) {
    station.road.heal();
    station.setClock(0);
    station.kill('SIGCONT');
    if (station.name === house.smallDisk) station.freeDisk();
  }
  let until = Date.now() + patience;
  let before = '';
  const latest = Date.now() + 8 * patience;
  let head = -1;
  let toldAt = Date.now();
  for (let calm = 0; calm < 3; ) {
    const states = await Promise.all(house.stations.map(async (one) => (await one.enter(password)) && isSettled(one)));
    const headBefore = head;
    head = await headOf(house);
    calm = states.every(Boolean) && head === headBefore ? calm + 1 : 0;
    // Whoever gets on is slow, not stuck.
    const now = (await Promise.all(house.stations.map(leftOf))).join();
    if (now !== before) [before, until] = [now, Math.min(latest, Date.now() + patience)];
    const restless = house.stations.filter((_, n) => !states[n]);
    if (Date.now() > until) return Promise.all(restless.map(describe));
    if (Date.now() > toldAt + 15_000) {
      toldAt = Date.now();
      for (const line of await Promise.all(restless.map(describe))) say(line);
    }
    for (const station of house.stations) await station.ask('sync.now');
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  return [];
}

/** Commands, files and bytes that have still to go somewhere, and rows that come. */
async function leftOf(station: Station): Promise<string> {
  const status = await station.status();
  return status ? `${status.waiting}/${status.files.waiting}/${status.files.bytesLeft}/${status.filling}` : '';
}

async function describe(station: Station): Promise<string> {
  const [state, status] = [await station.ask<SessionState>('session.state', {}, 5_000), await station.status()];
  const moving = await station.ask<unknown[]>('files.transfers', {}, 5_000);
  const words = station.lastWords.slice(-300);
  return `${station.name}: ${JSON.stringify([state?.stage, state?.trouble, status, moving?.slice(0, 3)])} ${words}`;
}

async function headOf({ pool }: House): Promise<number> {
  const { rows } = await pool.query<{ seq: number }>('SELECT max(head_seq) AS seq FROM organization');
  return rows[0]?.seq ?? 0;
}
