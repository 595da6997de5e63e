import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { chmod, cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { createPool } from '#server/store/pool.ts';
import { bundleStation } from '#tests/chaos/bundle.ts';
import { type Cluster, openCluster } from '#tests/chaos/cluster.ts';
import { foundInPostgres } from '#tests/chaos/founding.ts';
import { Journal } from '#tests/chaos/journal.ts';
import { Road } from '#tests/chaos/road.ts';
import { freePort, Server } from '#tests/chaos/server.ts';
import { Station } from '#tests/chaos/station.ts';
import { Chance } from '#tests/simulation/chance.ts';
import { people } from '#tests/simulation/company.ts';

const run = promisify(execFile);

/** One company with everything real: PostgreSQL, two server processes, workstations, roads between them. */
export interface House {
  folder: string;
  cluster: Cluster;
  pool: Pool;
  servers: Server[];
  stations: Station[];
  journal: Journal;
  chance: Chance;
  /** Name of the workstation whose disk can be filled; null where no small disk can be made. */
  smallDisk: string | null;
  /** Only one at a time may stop or replace the centre's database. */
  centreBusy: boolean;
  /** There is a copy of the centre, and everything it lacks stands in the outbox of some workstation. */
  hasBackup: boolean;
  /** Profiles that have been kept, by workstation. */
  kept: Map<string, string>;
  /** Workstations whose disk was replaced by an older one. */
  replaced: Set<string>;
  addStation(who: { name: string; person: string; login: string }, key: string, small: boolean): Promise<Station>;
  serverFiles: string;
  /** A line about what was done to it. */
  log(line: string): void;
  close(): Promise<void>;
}

export async function openHouse(folder: string, seed: number, say: (line: string) => void): Promise<House> {
  const chance = new Chance(seed);
  await chmod(folder, 0o755);
  say('making PostgreSQL, the bundle of the workstations and the company');
  const [cluster, bundle] = await Promise.all([openCluster(join(folder, 'postgres')), bundleStation(folder)]);
  const pool = createPool(cluster.url, { max: 3 });
  await foundInPostgres(pool);
  const serverFiles = join(folder, 'server');
  await mkdir(serverFiles);
  const servers: Server[] = [];
  for (const name of ['server-a', 'server-b']) servers.push(new Server(name, await freePort(), folder, cluster.url));
  const ports = servers.map((one) => one.port);
  const mounted: string[] = [];
  // Also when the run is ended from outside: no disk stays mounted.
  process.once('exit', () => {
    for (const disk of mounted.splice(0)) spawnSync('umount', ['-l', disk]);
  });
  const house: House = {
    folder,
    cluster,
    pool,
    servers,
    stations: [],
    journal: new Journal(join(folder, 'journal.jsonl')),
    chance,
    smallDisk: null,
    centreBusy: false,
    hasBackup: false,
    kept: new Map(),
    replaced: new Set(),
    log: (line) => appendFileSync(join(folder, 'faults.log'), `${new Date().toISOString()} ${line}\n`),
    serverFiles,
    async addStation(who, key, small) {
      const home = join(folder, who.name);
      const disk = join(home, 'disk');
      await mkdir(disk, { recursive: true });
      if (small && (await mountSmall(disk))) {
        mounted.push(disk);
        house.smallDisk = who.name;
      }
      const road = new Road(ports, new Chance(chance.next()));
      await road.open();
      const place = { folder: home, profileDir: join(disk, 'profile'), key, bundle };
      const station = new Station(who, place, road, house.journal);
      house.stations.push(station);
      return station;
    },
    async close() {
      await Promise.all(house.stations.map((one) => one.stop()));
      await Promise.all(house.stations.map((one) => one.road.close()));
      await Promise.all(servers.map((one) => one.stop()));
      await pool.end();
      await cluster.stop();
      for (const disk of mounted.splice(0)) {
        // What lay on it is kept with the rest for whoever looks at a failed run.
        await cp(disk, `${disk}-copy`, { recursive: true }).catch(() => undefined);
        await run('umount', ['-l', disk]);
      }
    },
  };
  // One after the other: both would bring the schema up to date.
  for (const server of servers) await server.start();
  const seats = [0, 0, 1, 2, 3];
  for (const [n, person] of seats.entries()) {
    const who = { name: `place-${n}`, person: people[person] as string, login: `user${person}` };
    await house.addStation(who, randomBytes(32).toString('hex'), n === 2);
  }
  if (house.smallDisk === null) say('no small disk can be made here: no disk gets full in this run');
  return house;
}

/** A disk of its own in memory, 512 MB: a profile of such a run with its backups takes most of half of it; only root may make one. */
async function mountSmall(folder: string): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run('mount', ['-t', 'tmpfs', '-o', 'size=512m', 'tmpfs', folder]).then(
    () => true,
    () => false,
  );
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
