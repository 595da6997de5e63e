import { join } from 'node:path';
import { type Network, startNetwork } from './network.ts';
import { type Office, openOffice, type Station, startStation } from './office.ts';
import { installProgram, type Program } from './program.ts';

/** One workstation of the company with the network between it and the centre. */
export interface Desk {
  profile: string;
  network: Network;
  station: Station;
  /** What opens files on this computer. */
  program: Program;
  /** A new start on the same profile; the former one must have ended. */
  startAgain(): Promise<void>;
}

/** A company with its workstations as long as one file of tests runs. */
export interface House {
  office: Office;
  /** Starts the workstation at the first call, gives the same one afterwards. */
  desk(profile: string): Promise<Desk>;
  close(): Promise<void>;
}

/** Starts the centre with a fresh copy of the demo company; workstations are started when they are asked for. */
export async function openHouse(): Promise<House> {
  const office = await openOffice();
  const desks = new Map<string, Promise<Desk>>();
  return {
    office,
    desk(profile) {
      const known = desks.get(profile) ?? openDesk(office, profile);
      desks.set(profile, known);
      return known;
    },
    async close() {
      for (const desk of await Promise.all(desks.values())) {
        await desk.station.close();
        await desk.network.close();
      }
      await office.stop();
    },
  };
}

async function openDesk(office: Office, profile: string): Promise<Desk> {
  const network = await startNetwork(office.url);
  const program = await installProgram(join(office.dataDir, 'programs', profile));
  const start = (): Promise<Station> => startStation(profile, office.dataDir, network.url, program.folder);
  const desk: Desk = {
    profile,
    network,
    program,
    station: await start(),
    async startAgain() {
      desk.station = await start();
    },
  };
  return desk;
}
