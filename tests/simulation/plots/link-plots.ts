import type { Plot } from '#tests/simulation/world.ts';

/** 6: a server process is killed while it works on pushes, at any of its steps; then perhaps the others, one after another. */
export const serverPlot: Plot = async (world) => {
  const { chance, centre } = world;
  const kill = async (): Promise<void> => {
    for (const road of world.roads) if (chance.happens(70)) road.startUp(false);
    for (let n = chance.below(40); n > 0; n -= 1) await Promise.resolve();
    if (world.roads.some((road) => road.isServed)) world.tally.met.add(6);
    centre.kill();
    for (const road of world.roads) await road.settle();
  };
  await kill();
  return async () => {
    for (let n = chance.below(centre.processes + 1); n > 0; n -= 1) {
      await kill();
      // Workstations are brought up to date when they like, in the middle of it or long before or after.
      for (const road of world.roads) if (chance.happens(30)) road.isOld = !road.isOld;
    }
    return undefined;
  };
};

/** 7: nothing moves in one direction, or in both, or one end of the connection is gone and the other does not know. */
export const partitionPlot: Plot = async (world) => {
  const { chance } = world;
  const road = chance.pick(world.roads);
  const draw = chance.below(4);
  if (draw === 0) road.leave();
  if (draw === 1 || draw === 3) road.shutDirection('up');
  if (draw === 2 || draw === 3) road.shutDirection('down');
  return async () => {
    // It heals in the middle of what others are doing.
    for (const one of world.roads) one.startUp(false);
    road.heal();
    for (const one of world.roads) await one.settle();
    return undefined;
  };
};
