import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { examine, type Findings } from '#tests/chaos/examine.ts';
import { bagOf, faults } from '#tests/chaos/faults.ts';
import { password } from '#tests/chaos/founding.ts';
import { type House, openHouse } from '#tests/chaos/house.ts';
import { quiet } from '#tests/chaos/quiet.ts';
import type { Station } from '#tests/chaos/station.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';

export interface ChaosOptions {
  /** An empty folder that everybody may enter. */
  folder: string;
  seed: number;
  milliseconds: number;
  say(line: string): void;
}

export interface ChaosResult extends Findings {
  /** Commands that somebody was told are saved. */
  actions: number;
  refusals: Record<string, number>;
  faults: Record<string, number>;
  stuck: string[];
  /** Files opened at workstations and compared with their hash. */
  filesOpened: number;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Milliseconds without any progress after which somebody is stuck. */
const patience = 120_000;

/** People work, everything breaks; then all is mended and everything that was said must be true. */
export async function runChaos({ folder, seed, milliseconds, say }: ChaosOptions): Promise<ChaosResult> {
  const house = await openHouse(folder, seed, say);
  const counts: Record<string, number> = Object.fromEntries(faults.map((fault) => [fault.name, 0]));
  try {
    for (const station of house.stations) station.start();
    say('the first exchange of every workstation');
    const restless = await quiet(house, patience, say);
    if (restless.length > 0) throw new Error(`nothing has been broken yet, and already ${restless.join('\n')}`);
    const until = Date.now() + milliseconds;
    const isOver = (): boolean => Date.now() >= until;
    const draw = bagOf(house);
    const misfortune = async (): Promise<void> => {
      while (!isOver()) {
        await pause(house.chance.below(900));
        const fault = draw();
        if (await fault.strike(house)) {
          counts[fault.name] = (counts[fault.name] ?? 0) + 1;
          house.log(fault.name);
        }
      }
    };
    const work = new Map<Station, Promise<void>>();
    const employ = (): void => {
      for (const station of house.stations) if (!work.has(station)) work.set(station, workAt(house, station, isOver));
    };
    const hiring = setInterval(employ, 200);
    employ();
    await Promise.all([misfortune(), misfortune()]);
    clearInterval(hiring);
    await Promise.all(work.values());
    say(`${house.journal.all.length} commands were saved; waiting for quiet`);
    const stuck = await quiet(house, patience, say);
    const opened = await openFiles(house);
    await Promise.all(house.stations.map((one) => one.stop()));
    const findings = await examine(house);
    findings.divergent.push(...opened.wrong);
    const { journal } = house;
    const { refusals } = journal;
    return { actions: journal.all.length, refusals, faults: counts, stuck, filesOpened: opened.right, ...findings };
  } finally {
    await house.close();
  }
}

/** A person who goes on working whatever happens, and signs in again when nobody is signed in. */
async function workAt(house: House, station: Station, isOver: () => boolean): Promise<void> {
  const { chance } = house;
  while (!isOver()) {
    if (station.resting || !station.up || !(await station.enter(password))) {
      await pause(150);
      continue;
    }
    await station.act(chance.next(), chance.happens(10) ? 20 : 1 + chance.below(3));
    await pause(chance.below(250));
  }
}

/** At every workstation some of the files that it sees are opened: their bytes are those of their hash. */
async function openFiles(house: House): Promise<{ right: number; wrong: string[] }> {
  const files = await rowsOfCentre(createPostgresStore(house.pool), 'attachment');
  const chosen = files.filter((one) => one.verifiedAt !== null && !/^0+$/.test(one.sha256)).slice(-12);
  let right = 0;
  const wrong: string[] = [];
  for (const station of house.stations) {
    for (const { id, sha256 } of chosen) {
      const opened = await station.ask<{ localPath: string }>('files.open', { attachmentId: id });
      if (!opened) continue; // not in this person's sight
      const digest = createHash('sha256').update(readFileSync(opened.localPath)).digest('hex');
      if (digest === sha256) right += 1;
      else wrong.push(`${station.name} opens other bytes for ${sha256}`);
    }
  }
  return { right, wrong };
}
