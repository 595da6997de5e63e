import { changeAccess } from '#tests/chaos/access.ts';
import { keepCentre, restoreCentre } from '#tests/chaos/centre-copy.ts';
import type { House } from '#tests/chaos/house.ts';
import { cloneProfile, keepProfile, restoreProfile } from '#tests/chaos/profiles.ts';
import type { Station } from '#tests/chaos/station.ts';

/** Something goes wrong and is over when it resolves; false when it could not be done now. */
export interface Fault {
  name: string;
  /** How often it comes, against the others. */
  weight: number;
  strike(house: House): Promise<boolean>;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const year = 365 * 86_400_000;

/** A fault of one workstation that no other fault has in its hands. */
const ofStation = (
  name: string,
  weight: number,
  strike: (station: Station, house: House) => Promise<boolean | undefined>,
): Fault => ({
  name,
  weight,
  async strike(house) {
    const free = house.stations.filter((one) => !one.busy);
    if (free.length === 0) return false;
    const station = house.chance.pick(free);
    station.busy = true;
    try {
      return (await strike(station, house)) ?? true;
    } finally {
      station.busy = false;
    }
  },
});

/** A fault of the centre's database or of all its processes. */
const ofCentre = (name: string, weight: number, strike: (house: House) => Promise<boolean | undefined>): Fault => ({
  name,
  weight,
  async strike(house) {
    if (house.centreBusy) return false;
    house.centreBusy = true;
    try {
      return (await strike(house)) ?? true;
    } finally {
      house.centreBusy = false;
    }
  },
});

/** The road is like this for so long, then fair again. */
const ofRoad = (name: string, weight: number, bad: (house: House) => Parameters<Station['road']['change']>[0]): Fault =>
  ofStation(name, weight, async ({ road }, house) => {
    road.change(bad(house));
    await wait(500 + house.chance.below(6_000));
    road.heal();
    return true;
  });

export const faults: readonly Fault[] = [
  ofStation('kill', 6, async (station, { chance }) => {
    station.kill('SIGKILL');
    await wait(chance.below(1_500));
    return true;
  }),
  ofStation('freeze', 2, async (station, { chance }) => {
    station.kill('SIGSTOP');
    await wait(200 + chance.below(5_000));
    station.kill('SIGCONT');
    return true;
  }),
  ofRoad('cut', 3, () => ({ cut: true })),
  ofRoad('half-open', 2, () => ({ swallows: ['up', 'down'] })),
  ofRoad('one-way', 2, ({ chance }) => ({ swallows: [chance.pick(['up', 'down'] as const)] })),
  ofRoad('delay', 2, ({ chance }) => ({ delay: 30 + chance.below(600) })),
  ofRoad('throttle', 1, ({ chance }) => ({ rate: 20_000 + chance.below(200_000) })),
  ofRoad('break', 3, ({ chance }) => ({ breakAfter: chance.below(20_000) })),
  ofRoad('duplicate', 3, () => ({ twice: 60 })),
  ofStation('repeat-upload', 2, async ({ road }, { chance }) => {
    road.repeat();
    await wait(1_000 + chance.below(5_000));
    road.change({ cut: true });
    road.heal();
    return true;
  }),
  ofStation('clock', 2, async (station, { chance }) => {
    const leap = chance.pick([10 * year, -10 * year, 3_600_000, -3_600_000, 40 * 86_400_000]);
    station.setClock(leap);
    await wait(1_000 + chance.below(6_000));
    station.setClock(0);
    return true;
  }),
  ofStation('disk-full', 2, async (_any, house) => {
    const station = house.stations.find((one) => one.name === house.smallDisk);
    if (!station || (station.busy && station !== _any)) return false;
    station.busy = true;
    station.fillDisk();
    await wait(500 + house.chance.below(4_000));
    if (house.chance.happens(40)) station.kill('SIGKILL');
    await wait(house.chance.below(2_000));
    station.freeDisk();
    station.busy = false;
    return true;
  }),
  ofStation('damage', 1, async (station, { chance }) => {
    await station.stop();
    station.damage(chance);
    station.start();
    return true;
  }),
  ofStation('profile-kept', 1, keepProfile),
  ofStation('profile-restored', 1, restoreProfile),
  ofStation('profile-cloned', 1, cloneProfile),
  { name: 'access', weight: 1, strike: changeAccess },
  ofCentre('server-kill', 3, async ({ chance, servers }) => {
    chance.pick(servers).kill('SIGKILL');
    await wait(chance.below(2_000));
    return true;
  }),
  ofCentre('server-restart', 2, async ({ chance, servers }) => {
    chance.pick(servers).kill('SIGTERM');
    await wait(chance.below(2_000));
    return true;
  }),
  ofCentre('server-freeze', 1, async ({ chance, servers }) => {
    const server = chance.pick(servers);
    server.kill('SIGSTOP');
    await wait(500 + chance.below(5_000));
    server.kill('SIGCONT');
    return true;
  }),
  ofCentre('server-clock', 1, async ({ chance, servers }) => {
    const server = chance.pick(servers);
    server.setClock(chance.pick([-7_200_000, 7_200_000, -60_000, 60_000]));
    await wait(1_000 + chance.below(5_000));
    server.setClock(0);
    return true;
  }),
  ofCentre('postgres-crash', 2, async ({ cluster, chance }) => {
    await cluster.crash();
    await wait(chance.below(1_500));
    await cluster.start();
    return true;
  }),
  ofCentre('centre-kept', 1, async (house) => {
    await keepCentre(house);
    return true;
  }),
  ofCentre('centre-restored', 1, async (house) => {
    if (!house.hasBackup) return false;
    await restoreCentre(house, { filesToo: house.chance.happens(50), rotate: house.chance.happens(50) });
    return true;
  }),
];

/** Every fault as often as its weight says, in an order drawn anew each time the bag is empty. */
export function bagOf(house: House): () => Fault {
  let bag: Fault[] = [];
  return () => {
    if (bag.length === 0) bag = faults.flatMap((fault) => Array.from({ length: fault.weight }, () => fault));
    const [drawn] = bag.splice(house.chance.below(bag.length), 1);
    return drawn as Fault;
  };
}
