import { describe, expect, it } from 'vitest';
import { readMeta } from '#electron/core/store/meta.ts';
import { branches, firstDocuments, org, people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { examine } from '#tests/simulation/invariants.ts';
import { MemoryState } from '#tests/simulation/memory-state.ts';
import { scene } from '#tests/simulation/scene.ts';
import type { World } from '#tests/simulation/world.ts';

// A workstation whose rows are not those of the centre, whatever may have brought it there, finds out and fetches them anew.
const play = async (persons: readonly number[]) => {
  const played = await scene(persons);
  return { ...played, device: played.devices[0] as Device };
};

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

describe('a scope is lost while others are fetched anew', () => {
  /** A clerk with access to another branch, whose workstation fetches again, few rows at a time, the branches of damaged papers. */
  const fetching = async (damaged: readonly number[], seenOf: string) => {
    const { world, roads, device: clerk, devices } = await play([1, 0]);
    const head = devices[1] as Device;
    const allow = (access: readonly string[], before: readonly string[]) => {
      const change = { patch: { branchAccess: access }, base: { branchAccess: before } };
      expect(head.enter('employee.update', { id: people[1], ...change })?.ok).toBe(true);
    };
    allow([branches[0]], []);
    await world.quiet();
    for (const n of damaged) clerk.db.prepare('DELETE FROM document WHERE id = ?').run(firstDocuments[n]);
    clerk.rowsAtOnce = { page: 3, slice: 3 };
    const step = async (n: 0 | 1) => {
      roads[n]?.startUp(false);
      await roads[n]?.settle();
      roads[n]?.deliverDown();
    };
    const until = async (isSo: () => boolean) => {
      for (let n = 0; n < 60 && !isSo(); n += 1) await step(0);
      expect(isSo()).toBe(true);
    };
    const headIsHeard = async () => {
      for (let n = 0; n < 12; n += 1) await step(1);
    };
    clerk.client.check();
    const seen = 'SELECT count(*) FROM refill_seen s JOIN document d ON d.id = s.id WHERE d.branchId = ?';
    await until(
      () => readMeta(clerk.db, 'refilling') !== undefined && clerk.db.prepare(seen).pluck().get(seenOf) !== 0,
    );
    return { world, clerk, head, allow, until, headIsHeard };
  };
  const isWell = async (world: World) => {
    await world.quiet();
    expect(await examine(world)).toEqual({ divergences: [], lost: [] });
  };

  it('and takes nothing of them with it', async () => {
    const { world, allow, headIsHeard } = await fetching([1], branches[1]);
    allow([], [branches[0]]);
    await headIsHeard();
    await isWell(world);
  });

  it('and is had again before they have come: what left it meanwhile goes', async () => {
    const { world, clerk, head, allow, until, headIsHeard } = await fetching([1, 3], branches[0]);
    const cursor = () => readMeta(clerk.db, 'cursor') ?? 0;
    const before = cursor();
    allow([], [branches[0]]);
    const moved = { patch: { branchId: branches[2] }, base: { branchId: branches[0] } };
    expect(head.enter('document.update', { id: paper, ...moved })?.ok).toBe(true);
    for (let n = 0; n < 9; n += 1)
      head.enter('comment.add', { objectEntity: 'document', objectId: other, text: `Ещё ${n}` });
    await headIsHeard();
    await until(() => cursor() > before + 3);
    allow([branches[0]], []);
    await headIsHeard();
    await isWell(world);
    expect(clerk.db.prepare('SELECT count(*) FROM document WHERE id = ?').pluck().get(paper)).toBe(0);
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
    const { world, roads, device, devices } = await play([1, 0]);
    const head = devices[1] as Device;
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
