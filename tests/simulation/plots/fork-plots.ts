import { readMeta } from '#electron/core/store/meta.ts';
import { actOnce } from '#tests/simulation/deeds.ts';
import { Device } from '#tests/simulation/device.ts';
import type { Plot } from '#tests/simulation/world.ts';

/** 8 and 9: the centre is restored from an old backup; whoever does it names a new epoch, or forgets to. */
export const restorePlot =
  (rotated: boolean): Plot =>
  async (world) => {
    world.centre.backUp();
    return async () => {
      const behind = world.centre.behindBackup;
      if (behind === null) return undefined;
      if (behind > 0) world.tally.met.add(rotated ? 8 : 9);
      world.centre.restore(rotated);
      return undefined;
    };
  };

/** 10: the profile of a workstation is put back to what it was some time ago. */
export const profilePlot: Plot = async (world) => {
  const road = world.chance.pick(world.roads);
  const { device } = road;
  const copy = device.copy();
  const stood = () => JSON.stringify([readMeta(device.db, 'issuedN'), readMeta(device.db, 'lease')]);
  const before = stood();
  return async () => {
    if (!device.isOn) return undefined;
    if (stood() !== before) world.tally.met.add(10);
    road.cut();
    world.gone.push(...device.restore(copy));
    return undefined;
  };
};

/** 11: the disk of a workstation is copied, and both copies work on without a link. */
export const clonePlot: Plot = async (world) => {
  const { chance } = world;
  if (world.roads.length > 3) return undefined;
  const road = chance.pick(world.roads);
  if (!road.device.isOn) return undefined;
  road.cut();
  const clone = new Device(`${road.device.name}-copy`, road.device.person, world.clock, chance);
  clone.become(road.device);
  const other = world.addRoad(clone);
  clone.begin();
  for (const one of [road, other]) {
    for (let n = chance.below(3); n > 0; n -= 1) actOnce(one.device, chance, world.weather);
    if (!one.device.wire) one.forget();
  }
  world.tally.met.add(11);
  return undefined;
};
