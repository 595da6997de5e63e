import { describe, expect, it } from 'vitest';
import { readMeta } from '#electron/core/store/meta.ts';
import { branches, firstDocuments, people } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import type { Road } from '#tests/simulation/network.ts';
import { allIsWell, note, scene } from '#tests/simulation/scene.ts';

// What the histories drawn by chance have found, each told by itself.
const play = async () => {
  const { world, devices, roads } = await scene([0, 1]);
  const [head, clerk] = devices as [Device, Device];
  const [headRoad, clerkRoad] = roads as [Road, Road];
  return { world, head, clerk, headRoad, clerkRoad };
};
const round = async (road: Road): Promise<void> => {
  road.startUp(false);
  await road.settle();
  road.deliverDown();
};
const states = (device: Device): unknown[] => device.db.prepare('SELECT state FROM outbox ORDER BY n').pluck().all();

describe('scenario 4: the disk takes nothing', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_FSYNC'] as const)(
    '%s: nobody is told "saved", the exchange goes on afterwards',
    async (code) => {
      const { world, head, clerk, clerkRoad } = await play();
      clerk.disk({ after: 0, code });
      expect(note(clerk, 'нет места', 1)).toBeNull();
      note(head, 'от головы', 1);
      for (let n = 0; n < 6; n += 1) await world.exchangeAll();
      expect(clerk.client.problem).toEqual({ code: 'DISK_FULL' });
      expect(clerkRoad.connected).toBe(true);
      clerk.disk(null);
      await allIsWell(world);
      expect(clerk.db.prepare('SELECT text FROM comment').pluck().all()).toEqual(['от головы']);
    },
  );
});

describe('the database of the centre restarts and its processes go on', () => {
  it.each(['in the middle of the exchange', 'when workstations introduce themselves'] as const)(
    '%s: they ask again by themselves, over the connection that stands',
    async (moment) => {
      const { world, head, clerk, clerkRoad } = await play();
      if (moment !== 'in the middle of the exchange') for (const road of world.roads) road.cut();
      world.centre.fails = 'everything';
      note(clerk, 'пока центр не отвечает', 1);
      for (const road of world.roads) road.reconnect();
      for (let n = 0; n < 6; n += 1) await world.exchangeAll();
      expect(clerk.client.problem).toEqual({ code: 'INTERNAL' });
      expect(clerkRoad.connected).toBe(true);
      world.centre.fails = 'nothing';
      await allIsWell(world);
      expect(clerk.client.problem).toBeNull();
      expect(head.db.prepare('SELECT text FROM comment').pluck().all()).toEqual(['пока центр не отвечает']);
    },
  );
});

describe('the centre takes no commands, though it shows pages', () => {
  it('is offered them less and less often, however much is entered and shown meanwhile', async () => {
    const { world, head, clerk, headRoad, clerkRoad } = await play();
    const everyone = [head, clerk];
    world.centre.fails = 'pushes';
    note(clerk, 'ждёт', 1);
    for (let second = 0; second < 40; second += 1) {
      for (const device of everyone) note(device, `секунда ${second}`);
      for (const road of [headRoad, clerkRoad]) await round(road);
      clerk.client.pull();
      world.clock.advance(1_000);
    }
    // At once, then 1.5, 3, 6, 12 and 24 seconds later; two pushes may be on their way together.
    expect(world.centre.failed).toBeGreaterThanOrEqual(2 * 4);
    expect(world.centre.failed).toBeLessThanOrEqual(2 * 8);
    world.centre.fails = 'nothing';
    await allIsWell(world);
  });
});

describe('scenario 9: the centre is restored, and nobody names a new epoch', () => {
  it('is offered again what it had confirmed, though no page had shown it yet', async () => {
    const { world, clerk, clerkRoad } = await play();
    world.centre.backUp();
    note(clerk, 'подтверждено', 1);
    clerkRoad.startUp(false);
    await clerkRoad.settle();
    for (let n = 0; n < 2 && states(clerk)[0] !== 'accepted'; n += 1) clerkRoad.deliverDown();
    expect(states(clerk)).toEqual(['accepted']);
    world.centre.restore(false);
    await allIsWell(world);
    expect(world.store.stateOf('simulated').head.seq).toBe(2);
  });

  it('takes another name for it at the next welcome when the disk takes nothing at the first', async () => {
    const { world, clerk, clerkRoad } = await play();
    world.centre.backUp();
    note(clerk, 'подтверждено', 1);
    clerkRoad.startUp(false);
    await clerkRoad.settle();
    for (let n = 0; n < 2 && states(clerk)[0] !== 'accepted'; n += 1) clerkRoad.deliverDown();
    expect(states(clerk)).toEqual(['accepted']);
    world.centre.restore(false);
    const before = readMeta(clerk.db, 'client');
    clerkRoad.connect();
    // What the welcome says of clocks is still written; the new name is not.
    clerk.disk({ after: 2, code: 'SQLITE_FULL' });
    for (let n = 0; n < 3; n += 1) await round(clerkRoad);
    expect([clerk.client.problem, readMeta(clerk.db, 'client')]).toEqual([{ code: 'DISK_FULL' }, before]);
    clerk.disk(null);
    await allIsWell(world);
    expect(readMeta(clerk.db, 'client')).not.toBe(before);
    expect(world.store.stateOf('simulated').head.seq).toBe(2);
  });

  it('the same command decided again at another time is another history', async () => {
    const { world, head, clerk, clerkRoad } = await play();
    world.centre.backUp();
    note(clerk, 'дважды решено', 1);
    await world.quiet();
    clerkRoad.cut();
    world.centre.restore(false);
    world.advance(5_000);
    await allIsWell(world);
    const at = (device: Device) => device.db.prepare('SELECT at FROM comment').pluck().all();
    expect(at(clerk)).toEqual(at(head));
  });
});

describe('scenario 15: leaves are forgotten while somebody is away', () => {
  it('a filling that was broken off keeps nothing of what had come and has left since', async () => {
    const { world, head, headRoad, clerk, clerkRoad } = await play();
    const id = firstDocuments[0] as string;
    const isHere = () => clerk.db.prepare('SELECT count(*) FROM document WHERE id = ?').pluck().get(id) === 1;
    const access = { patch: { branchAccess: [branches[0]] }, base: { branchAccess: [] } };
    head.enter('employee.update', { id: people[1], ...access });
    for (let n = 0; n < 6; n += 1) await round(headRoad);
    clerk.rowsAtOnce = { page: 3, slice: 3 };
    for (let n = 0; n < 60 && !isHere(); n += 1) await round(clerkRoad);
    expect(isHere()).toBe(true);
    expect(readMeta(clerk.db, 'filling')).not.toEqual([]);
    clerkRoad.cut();
    head.enter('document.update', { id, patch: { branchId: branches[2] }, base: { branchId: branches[0] } });
    for (let n = 0; n < 6; n += 1) await round(headRoad);
    world.centre.compact(world.clock.now + 1);
    await allIsWell(world);
    expect(isHere()).toBe(false);
  });

  it('the scope is fetched whole, and what had left it goes', async () => {
    const { world, head, headRoad, clerk, clerkRoad } = await play();
    const id = firstDocuments[1] as string;
    clerkRoad.cut();
    head.enter('document.update', { id, patch: { branchId: branches[0] }, base: { branchId: branches[1] } });
    for (let n = 0; n < 6; n += 1) await round(headRoad);
    world.centre.compact(world.clock.now + 1);
    expect(clerk.db.prepare('SELECT count(*) FROM document WHERE id = ?').pluck().get(id)).toBe(1);
    await allIsWell(world);
    expect(world.tally.met).toContain(15);
    expect(clerk.db.prepare('SELECT count(*) FROM document WHERE id = ?').pluck().get(id)).toBe(0);
  });
});

describe('four workstations that poll in turn', () => {
  it('leave a moment of quiet at last', async () => {
    const { world, roads } = await scene([0, 1, 2, 3]);
    for (const road of roads) road.cut();
    for (const road of roads) {
      road.connect();
      for (let n = 0; n < 4; n += 1) await round(road);
      world.clock.advance(4_000);
    }
    await world.quiet();
    expect(world.isQuiet).toBe(true);
  });
});
