import { actOnce } from '#tests/simulation/deeds.ts';
import { passTwoVersions } from '#tests/simulation/old-program.ts';
import type { Plot } from '#tests/simulation/world.ts';

const year = 365 * 24 * 3_600_000;
const wrong = [10 * year, -10 * year, 3_600_000, -3_600_000, -5_000, 0];

/** 4: the disk of a workstation takes nothing for a while: there is no room, or a sync fails. */
export const diskPlot: Plot = async (world) => {
  const { chance } = world;
  const { device } = chance.pick(world.roads);
  const before = device.troubles;
  const code = chance.pick(['SQLITE_FULL', 'SQLITE_IOERR_FSYNC'] as const);
  device.disk({ after: chance.below(60), code });
  return async () => {
    if (device.troubles > before) world.tally.met.add(4);
    device.disk(null);
    return undefined;
  };
};

/** 16: a clock jumps by years, by the hour of summer time, or back by seconds; the centre's too, by less. */
export const clockPlot: Plot = async (world) => {
  const { chance } = world;
  const { device } = chance.pick(world.roads);
  const jump = (): void => {
    device.skew = chance.pick(wrong);
    if (chance.happens(20)) world.centre.skew = chance.pick([-3_600_000, 3_600_000, -5_000]);
    world.tally.met.add(16);
  };
  jump();
  return async () => {
    jump();
    return undefined;
  };
};

/** 17: a full outbox under a program two versions old; the migration is killed halfway and begun again. */
export const oldProgramPlot: Plot = async (world) => {
  const { chance } = world;
  const road = chance.pick(world.roads);
  const { device } = road;
  if (!device.isOn) return undefined;
  road.cut();
  for (let n = 1 + chance.below(6); n > 0; n -= 1) actOnce(device, chance, { approvals: 0, tickets: 0 });
  road.forget();
  device.calm();
  device.rebuild((plug) => passTwoVersions(plug, chance.below(160)));
  world.tally.met.add(17);
  return undefined;
};

/** 20, its last part: the key store of the system does not answer, so the database cannot be opened; nothing of it is touched. */
export const keyStorePlot: Plot = async (world) => {
  const road = world.chance.pick(world.roads);
  road.cut();
  road.device.restart();
  road.device.isOn = false;
  world.tally.met.add(20);
  return async () => {
    road.device.isOn = true;
    return undefined;
  };
};
