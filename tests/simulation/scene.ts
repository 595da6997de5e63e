import { afterEach, expect } from 'vitest';
import { firstDocuments, people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { examine } from '#tests/simulation/invariants.ts';
import type { Road } from '#tests/simulation/network.ts';
import { World } from '#tests/simulation/world.ts';

const open: World[] = [];
afterEach(() => {
  for (const world of open.splice(0)) for (const device of world.devices) device.db.close();
});

/** A world whose story a test tells instead of chance: one device for each of the given people, all online and quiet. */
export async function scene(persons: readonly number[]): Promise<{ world: World; roads: Road[]; devices: Device[] }> {
  const world = new World(1);
  open.push(world);
  await world.found(persons.map((n) => people[n] as string));
  return { world, roads: world.roads, devices: world.devices };
}

/** Somebody says something about one of the first documents. */
export const note = (device: Device, text: string, n = 0) =>
  device.enter('comment.add', { objectEntity: 'document', objectId: firstDocuments[n], text });

/** What a device shows of a document: one field of it. */
export const value = (device: Device, field: string, id = firstDocuments[0]) =>
  device.db.prepare(`SELECT "${field}" FROM document WHERE id = ?`).pluck().get(id);

/** Everything gets where it is going, and every device has what the centre has. */
export async function allIsWell(world: World): Promise<void> {
  await world.quiet();
  expect(await examine(world)).toEqual({ divergences: [], lost: [] });
}

/** What has become of everything that was entered at a device, in its order. */
export const outbox = (device: Device): { state: string; code: string | null }[] =>
  device.db.prepare('SELECT state, code FROM outbox ORDER BY n').all() as { state: string; code: string | null }[];
