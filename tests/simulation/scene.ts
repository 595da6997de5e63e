import { people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import type { Road } from '#tests/simulation/network.ts';
import { World } from '#tests/simulation/world.ts';

/** A world whose story a test tells instead of chance: one device for each of the given people, all online and quiet. */
export async function scene(persons: readonly number[]): Promise<{ world: World; roads: Road[]; devices: Device[] }> {
  const world = new World(1);
  await world.found(persons.map((n) => people[n] as string));
  return { world, roads: world.roads, devices: world.devices };
}
