import { describe, expect, it } from 'vitest';
import { branches, firstContracts, firstDocuments, org } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { examine } from '#tests/simulation/invariants.ts';
import { knownSeeds } from '#tests/simulation/known-seeds.ts';
import { runSeed } from '#tests/simulation/run-seed.ts';
import { allIsWell, note, outbox, scene, value } from '#tests/simulation/scene.ts';

// The scenarios of the exchange by name. Chance draws all of them too (run.ts); here each one stands alone and can be read.
const paper = firstDocuments[0] as string;

describe('scenario 1: the reply is lost after the commit', () => {
  it('asks again and is told the original word', async () => {
    const { world, roads, devices } = await scene([0, 1]);
    const [road, device] = [roads[0], devices[0]] as [(typeof roads)[0], Device];
    note(device, 'один раз');
    for (let round = 0; round < 3; round += 1) {
      road.startUp(false);
      await road.settle();
      road.cut(); // the centre has committed, its reply is gone
      road.connect();
      road.startUp(false);
      await road.settle();
      road.deliverDown();
    }
    await allIsWell(world);
    expect(outbox(device)).toEqual([{ state: 'accepted', code: null }]);
    expect(device.db.prepare(`SELECT value FROM meta WHERE key = 'client'`).pluck().get()).not.toContain('place-');
  });
});

describe('scenario 2: a push arrives twice', () => {
  it('has one effect', async () => {
    const { world, roads, devices } = await scene([0, 1]);
    note(devices[0] as Device, 'дважды');
    for (let n = 0; n < 2; n += 1) {
      roads[0]?.startUp(true);
      await roads[0]?.settle();
    }
    await allIsWell(world);
    const comments = await world.store.read(org, (tx) => tx.byKey('comment', 'object', paper, 10, false));
    expect(comments).toHaveLength(1);
  });
});

describe('scenario 3: killed at every step of a rebase', () => {
  it('finds itself before or after the step, never between', async () => {
    for (let statements = 1; statements <= 40; statements += 3) {
      const { world, roads, devices } = await scene([0, 1]);
      const [head, branch] = devices as [Device, Device];
      roads[1]?.cut();
      const mine = firstDocuments[1] as string;
      branch.enter('document.update', { id: mine, patch: { note: 'моё' }, base: { note: null } });
      branch.enter('document.update', { id: mine, patch: { labels: ['а'] }, base: { labels: [] } });
      head.enter('document.update', { id: mine, patch: { amount: 5 }, base: { amount: value(head, 'amount', mine) } });
      await roads[0]?.settle();
      branch.killAfter(statements);
      await allIsWell(world);
      expect(value(head, 'note', mine)).toBe('моё');
    }
  });
});

describe('scenario 5: others commit while pages are on their way', () => {
  it('ends with every row, whatever came in between', async () => {
    const { world, roads, devices } = await scene([0, 0]);
    const [writer, reader] = devices as [Device, Device];
    roads[1]?.cut();
    for (let n = 0; n < 12; n += 1) note(writer, `слово ${n}`, n % 3);
    for (let round = 0; round < 12; round += 1) {
      roads[1]?.connect();
      note(writer, `между страницами ${round}`, round % 6);
      for (const road of roads) road.startUp(false);
      for (const road of roads) await road.settle();
      for (const road of roads) road.deliverDown();
    }
    await allIsWell(world);
    expect(reader.db.prepare('SELECT count(*) FROM comment').pluck().get()).toBe(24);
  });
});

describe('scenario 12: a row leaves the sight of somebody who has pending edits on it', () => {
  it('keeps what was typed in the outbox and nothing of the row', async () => {
    const { world, roads, devices } = await scene([0, 1]);
    const [head, branch] = devices as [Device, Device];
    const theirs = firstDocuments[1] as string; // filed in the second branch
    roads[1]?.cut();
    branch.enter('document.update', { id: theirs, patch: { note: 'дописал' }, base: { note: null } });
    head.enter('document.update', { id: theirs, patch: { branchId: branches[0] }, base: { branchId: branches[1] } });
    await allIsWell(world);
    expect(value(branch, 'id', theirs)).toBeUndefined();
    expect(outbox(branch)).toEqual([{ state: 'rejected', code: 'NOT_FOUND' }]);
    expect(branch.db.prepare('SELECT args FROM outbox').pluck().get()).toContain('дописал');
    expect(value(head, 'note', theirs)).toBeNull();
  });
});

describe('scenario 12 of parts: a contract leaves the sight of a branch together with what was said about its parts', () => {
  it('takes their changes and disputes along', async () => {
    const { world, roads, devices } = await scene([0, 1]);
    const [head, branch] = devices as [Device, Device];
    const documentId = firstContracts[1];
    const values = { kind: 'payment', side: 'ours', title: 'Аванс', dueDate: '2026-06-01', amount: 1, note: null };
    const made = head.enter('obligation.add', { documentId, values });
    const { id } = made?.ok ? (made.result as { id: string }) : { id: '' };
    await allIsWell(world);
    roads[1]?.cut();
    const pay = (device: Device, amount: number) =>
      device.enter('obligation.update', { documentId, id, patch: { amount }, base: { amount: 1 } });
    pay(branch, 2);
    pay(head, 3);
    await allIsWell(world);
    const count = (table: string) => branch.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(count('conflict')).toBe(1);
    head.enter('document.update', {
      id: documentId,
      patch: { branchId: branches[0] },
      base: { branchId: branches[1] },
    });
    await allIsWell(world);
    expect(count('obligation')).toBe(0);
    expect(branch.db.prepare(`SELECT count(*) FROM history WHERE objectEntity = 'obligation'`).pluck().get()).toBe(0);
  });
});

describe('scenario 18: a refused command with twenty dependants', () => {
  it('refuses all of them, loses none, and lets the next one through', async () => {
    const { world, roads, devices } = await scene([0, 1]);
    const [head, branch] = devices as [Device, Device];
    const theirs = firstDocuments[1] as string;
    roads[1]?.cut();
    for (let n = 0; n < 20; n += 1) {
      branch.enter('document.update', {
        id: theirs,
        patch: { note: `правка ${n}` },
        base: { note: n === 0 ? null : `правка ${n - 1}` },
      });
    }
    note(branch, 'своё', 4);
    head.enter('document.archive', { id: theirs });
    await world.roads[0]?.settle();
    await allIsWell(world);
    expect(outbox(branch).slice(0, 20)).toEqual(
      Array.from({ length: 20 }, () => ({ state: 'rejected', code: 'ARCHIVED' })),
    );
    expect(outbox(branch)[20]).toEqual({ state: 'accepted', code: null });
    expect(value(head, 'note', theirs)).toBeNull();
  });
});

describe('histories that once ended badly', () => {
  it.each(knownSeeds)('seed %i: %s', async (seed) => {
    expect(await runSeed(seed)).toMatchObject({ divergences: [], lost: [], stuck: null });
  });
});

describe('the examination itself', () => {
  it('finds a row that differs, a row that is missing and a command that is gone', async () => {
    const { world, devices } = await scene([0, 1]);
    const [head, branch] = devices as [Device, Device];
    note(head, 'что-то');
    await allIsWell(world);
    head.db.prepare(`UPDATE document SET note = 'подменено' WHERE id = ?`).run(paper);
    branch.db.prepare('DELETE FROM document WHERE id = ?').run(firstDocuments[1]);
    head.db.prepare('DELETE FROM outbox').run();
    const { divergences, lost } = await examine(world);
    expect(divergences).toContain(`place-0 differs in document/${paper}`);
    expect(divergences).toContain(`place-1 lacks document/${firstDocuments[1]}`);
    expect(lost[0]).toMatch(/^place-0 has lost /);
  });
});
