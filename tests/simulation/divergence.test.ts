import { afterEach, describe, expect, it } from 'vitest';
import { readMeta } from '#electron/core/store/meta.ts';
import { firstDocuments, org } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { examine } from '#tests/simulation/invariants.ts';
import { MemoryState } from '#tests/simulation/memory-state.ts';
import { scene } from '#tests/simulation/scene.ts';
import type { World } from '#tests/simulation/world.ts';

// A workstation whose rows are not those of the centre, whatever may have brought it there, finds out and fetches them anew.
let open: World | undefined;
const play = async (persons: readonly number[]) => {
  const played = await scene(persons);
  open = played.world;
  return { ...played, device: played.devices[0] as Device };
};
afterEach(() => {
  for (const device of open?.devices ?? []) device.db.close();
});

const [paper, other] = firstDocuments as [string, string];
const note = (device: Device, text: string) =>
  device.enter('document.update', { id: other, patch: { note: text }, base: { note: null } });
const noteOf = (device: Device) => device.db.prepare('SELECT note FROM document WHERE id = ?').pluck().get(other);
async function checked(world: World, device: Device): Promise<void> {
  await world.quiet();
  device.client.check();
  await world.quiet();
}

describe('the digests of what is held', () => {
  it('are those of the centre for everybody, with commands pending and after them', async () => {
    const { world, device, devices } = await play([0, 1]);
    note(device, 'тихо');
    await checked(world, device);
    for (const one of devices) await checked(world, one);
    expect(readMeta(device.db, 'diverged')).toBeUndefined();
  });

  it.each<[string, (device: Device) => void]>([
    ['is lacking', ({ db }) => db.prepare('DELETE FROM document WHERE id = ?').run(paper)],
    ['is old', ({ db }) => db.prepare(`UPDATE document SET v = v - 1, subject = 'старое' WHERE id = ?`).run(paper)],
    [
      'is not in the centre',
      ({ db }) => {
        const columns = (db.pragma('table_info(document)') as { name: string }[])
          .map(({ name }) => `"${name}"`)
          .filter((name) => name !== '"rid"' && name !== '"id"')
          .join();
        const copy = `INSERT INTO document (id, ${columns}) SELECT 'nobody knows me', ${columns} FROM document WHERE id = ?`;
        db.prepare(copy).run(paper);
      },
    ],
  ])(
    'a row that %s is found, its scopes are fetched anew, and what is entered meanwhile stays',
    async (_what, harm) => {
      const { world, roads, device } = await play([0, 1]);
      harm(device);
      device.client.check();
      for (let round = 0; round < 12; round += 1) {
        if (round === 2) note(device, 'посреди загрузки');
        for (const road of roads) road.startUp(false);
        for (const road of roads) await road.settle();
        for (const road of roads) road.deliverDown();
      }
      await world.quiet();
      expect(await examine(world)).toEqual({ divergences: [], lost: [] });
      expect(noteOf(device)).toBe('посреди загрузки');
      expect(readMeta(device.db, 'diverged')?.scopes.length).toBeGreaterThan(0);
      expect(readMeta(device.db, 'refilling')).toBeUndefined();
      expect(device.client.problem).toBeNull();
    },
  );

  it('a fetching that is cut begins again and ends', async () => {
    const { world, roads, device } = await play([0, 1]);
    device.db.prepare('DELETE FROM comment').run();
    device.db.prepare('DELETE FROM document WHERE id = ?').run(paper);
    device.client.check();
    for (let round = 0; round < 20 && !readMeta(device.db, 'refilling'); round += 1) {
      roads[0]?.startUp(false);
      await roads[0]?.settle();
      roads[0]?.deliverDown();
    }
    expect(readMeta(device.db, 'refilling')?.length).toBeGreaterThan(0);
    roads[0]?.cut();
    device.restart();
    await world.quiet();
    expect(await examine(world)).toEqual({ divergences: [], lost: [] });
    expect(readMeta(device.db, 'refilling')).toBeUndefined();
  });
});

describe('a patch for another version than is here', () => {
  it('is not guessed at: rows are asked for whole', async () => {
    const { world, devices } = await play([0, 0]);
    const [writer, reader] = devices as [Device, Device];
    reader.db.prepare('UPDATE document SET v = 0, amount = 7 WHERE id = ?').run(other);
    note(writer, 'с разницей');
    await world.quiet();
    expect(await examine(world)).toEqual({ divergences: [], lost: [] });
    expect(noteOf(reader)).toBe('с разницей');
  });
});

describe('scenario 15: leaves are forgotten while a workstation is away', () => {
  it('it gets its scopes whole, loses what has gone and keeps what it has entered', async () => {
    const { world, roads, device } = await play([1, 0]);
    const head = open?.devices[1] as Device;
    const mine = firstDocuments[1] as string;
    roads[0]?.cut();
    note(device, 'из отпуска');
    const branchOf = (id: string) => head.db.prepare('SELECT branchId FROM document WHERE id = ?').pluck().get(id);
    const leaving = firstDocuments[4] as string;
    const elsewhere = branchOf(firstDocuments[0] as string);
    const base = { branchId: branchOf(leaving) };
    head.enter('document.update', { id: leaving, patch: { branchId: elsewhere }, base });
    for (let round = 0; round < 8; round += 1) {
      roads[1]?.startUp(false);
      await roads[1]?.settle();
      roads[1]?.deliverDown();
    }
    const count = () => device.db.prepare('SELECT count(*) FROM document WHERE id = ?').pluck().get(leaving);
    expect(count()).toBe(1);
    await world.store.read(org, async (tx) => {
      const { state } = tx as unknown as { state: MemoryState };
      expect(state).toBeInstanceOf(MemoryState);
      state.compact(Number.POSITIVE_INFINITY);
      expect(state.floors.size).toBeGreaterThan(0);
    });
    await world.quiet();
    expect(count()).toBe(0);
    expect(await examine(world)).toEqual({ divergences: [], lost: [] });
    expect(device.db.prepare('SELECT note FROM document WHERE id = ?').pluck().get(mine)).toBe('из отпуска');
  });
});
