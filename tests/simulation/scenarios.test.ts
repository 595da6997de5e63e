import { afterEach, describe, expect, it } from 'vitest';
import { branches, firstContracts, firstDocuments, org, people, services } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { examine } from '#tests/simulation/invariants.ts';
import { knownSeeds } from '#tests/simulation/known-seeds.ts';
import { runSeed } from '#tests/simulation/run-seed.ts';
import { scene } from '#tests/simulation/scene.ts';
import type { World } from '#tests/simulation/world.ts';

// The scenarios of the exchange by name. Chance draws all of them too (run.ts); here each one stands alone and can be read.
let open: World | undefined;
const play = async (persons: readonly number[]) => {
  const played = await scene(persons);
  open = played.world;
  return played;
};
afterEach(() => {
  for (const device of open?.devices ?? []) device.db.close();
});

const paper = firstDocuments[0] as string;
const note = (device: Device, text: string, n = 0) =>
  device.enter('comment.add', { objectEntity: 'document', objectId: firstDocuments[n] ?? paper, text });
const value = (device: Device, field: string, id = paper) =>
  device.db.prepare(`SELECT "${field}" FROM document WHERE id = ?`).pluck().get(id);
const allIsWell = async (world: World): Promise<void> => {
  await world.quiet();
  expect(await examine(world)).toEqual({ divergences: [], lost: [] });
};
const outbox = (device: Device): { state: string; code: string | null }[] =>
  device.db.prepare('SELECT state, code FROM outbox ORDER BY n').all() as { state: string; code: string | null }[];

describe('scenario 1: the reply is lost after the commit', () => {
  it('asks again and is told the original word', async () => {
    const { world, roads, devices } = await play([0, 1]);
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
    const { world, roads, devices } = await play([0, 1]);
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
      const { world, roads, devices } = await play([0, 1]);
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
      for (const device of devices) device.db.close();
      open = undefined;
    }
  });
});

describe('scenario 5: others commit while pages are on their way', () => {
  it('ends with every row, whatever came in between', async () => {
    const { world, roads, devices } = await play([0, 0]);
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
    const { world, roads, devices } = await play([0, 1]);
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
    const { world, roads, devices } = await play([0, 1]);
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
    const { world, roads, devices } = await play([0, 1]);
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

describe('scenario 19: approval against a concurrent edit, a swapped file, an edit and its revert', () => {
  const contract = firstContracts[0];
  const step = (n: number) => ({
    key: `step-${n}`,
    name: '',
    kind: 'approve' as const,
    mode: 'all' as const,
    quorum: null,
    members: [{ type: 'employee' as const, employeeId: people[n] as string }],
    conditions: [],
    deadlineMinutes: null,
    escalateTo: null,
  });
  const file = { name: 'договор.docx', size: 10, mime: 'text/plain', sha256: '5'.repeat(64) };
  const of = (device: Device, column: string, table: string, where = '1') =>
    device.db.prepare(`SELECT ${column} FROM ${table} WHERE ${where}`).pluck().all() as unknown[];
  const edit = (device: Device, amount: number, base: number) =>
    device.enter('document.update', { id: contract, patch: { amount }, base: { amount: base } });
  /** Decides about what this device shows. */
  const decide = (device: Device, verdict: 'approve' | 'return' = 'approve') => {
    const [taskId] = of(device, 'id', 'approval_task', `state = 'active' AND employeeId = '${device.person}'`);
    const [hash] = of(device, 'hash', 'approval');
    const about = {
      documentId: contract,
      taskId,
      attachmentId: null,
      hash,
      hashSpec: 1,
      versionNumber: 1,
      toStep: null,
    };
    return device.enter('decision.make', { ...about, verdict, comment: verdict === 'return' ? 'Нет' : null });
  };
  /** The head of the company sends the contract to the clerk of another branch, then to themselves. */
  const inApproval = async () => {
    const played = await play([0, 2]);
    const [head, clerk] = played.devices as [Device, Device];
    const steps = [step(2), step(0)];
    head.enter('approval.submit', { documentId: contract, routeId: null, steps, note: null });
    await allIsWell(played.world);
    return { ...played, head, clerk };
  };

  it('shows the paper to whoever is asked, and takes what they decided offline when it arrives', async () => {
    const { world, roads, head, clerk } = await inApproval();
    expect(of(clerk, 'state', 'document', `id = '${contract}'`)).toEqual(['approve']);
    roads[1]?.cut();
    decide(clerk);
    expect(of(clerk, 'state', 'decision')).toEqual(['sent']);
    expect(of(clerk, 'state', 'approval_task', 'step = 0')).toEqual(['active']);
    await allIsWell(world);
    for (const device of [head, clerk]) {
      expect(of(device, 'state', 'decision')).toEqual(['standing']);
      expect(of(device, 'state', 'approval_task', 'step = 0')).toEqual(['done']);
      expect(of(device, 'state', 'approval_task', 'step = 1')).toEqual(['active']);
    }
  });

  it('asks again when the amount was changed before the decision came, and counts it when the amount comes back', async () => {
    const { world, roads, head, clerk } = await inApproval();
    roads[1]?.cut();
    decide(clerk);
    edit(head, 500, 0);
    await allIsWell(world);
    const [saw] = of(clerk, 'hash', 'decision');
    expect(of(clerk, 'hash', 'approval')).not.toContain(saw);
    expect(of(clerk, 'state', 'approval_task', 'step = 0')).toEqual(['active']);
    edit(head, 0, 500);
    await allIsWell(world);
    expect(of(clerk, 'hash', 'approval')).toEqual([saw]);
    expect(of(clerk, 'state', 'approval_task', 'step = 0')).toEqual(['done']);
    expect(of(clerk, 'number', 'document_version')).toHaveLength(2);
  });

  it('asks again after a swapped file, counts nothing before the file is checked, and everything after', async () => {
    const { world, roads, head, clerk } = await inApproval();
    const [basedOnId] = of(head, 'id', 'attachment', `documentId = '${contract}'`);
    roads[1]?.cut();
    decide(clerk);
    head.enter('attachment.add-version', { documentId: contract, basedOnId, file, note: null });
    await allIsWell(world);
    expect(of(clerk, 'state', 'approval_task', 'step = 0')).toEqual(['active']);
    decide(clerk);
    await allIsWell(world);
    expect(of(head, 'state', 'decision')).toEqual(['standing', 'standing']);
    expect(of(head, 'state', 'approval_task', 'step = 0')).toEqual(['active']);
    await world.verify();
    await allIsWell(world);
    expect(of(clerk, 'state', 'approval_task', 'step = 0')).toEqual(['done']);
    expect(of(head, 'state', 'approval_task', 'step = 1')).toEqual(['active']);
  });

  it('does not mind notes and registers, and refuses here what was decided about another text', async () => {
    const { world, roads, head, clerk } = await inApproval();
    roads[1]?.cut();
    decide(clerk);
    head.enter('document.update', { id: contract, patch: { note: 'Срочно' }, base: { note: null } });
    head.enter('obligation.add', {
      documentId: contract,
      values: { kind: 'payment', side: 'ours', title: 'Аванс', dueDate: '2026-06-01', amount: 100, note: null },
    });
    await allIsWell(world);
    expect(of(clerk, 'state', 'approval_task', 'step = 0')).toEqual(['done']);
    edit(head, 500, 0);
    decide(head);
    expect(of(head, 'state', 'approval_task', 'step = 0')).toEqual(['active']);
    await allIsWell(world);
  });

  it('a return and an edit cross: the return is about the earlier text, and counts when that comes back', async () => {
    const { world, roads, head, clerk } = await inApproval();
    roads[1]?.cut();
    decide(clerk, 'return');
    edit(head, 500, 0);
    await allIsWell(world);
    expect(of(clerk, 'state', 'approval')).toEqual(['running']);
    edit(head, 0, 500);
    await allIsWell(world);
    expect(of(clerk, 'state', 'approval')).toEqual(['returned']);
    expect(of(clerk, 'state', 'document', `id = '${contract}'`)).toEqual(['draft']);
  });

  it('a substitute decides offline for somebody absent, and sees the paper for it', async () => {
    const { world, roads, devices } = await play([0, 2, 1]);
    const [head, absent, substitute] = devices as [Device, Device, Device];
    head.enter('approval.submit', { documentId: contract, routeId: null, steps: [step(2)], note: null });
    head.enter('substitution.create', {
      employeeId: people[2],
      substituteId: people[1],
      from: '2026-05-20',
      to: '2026-06-20',
      kinds: ['approval'],
      reason: null,
    });
    await allIsWell(world);
    roads[2]?.cut();
    const [taskId] = of(substitute, 'id', 'approval_task', `state = 'active'`);
    const [hash] = of(substitute, 'hash', 'approval');
    const about = {
      documentId: contract,
      taskId,
      attachmentId: null,
      hash,
      hashSpec: 1,
      versionNumber: 1,
      toStep: null,
    };
    substitute.enter('decision.make', { ...about, verdict: 'approve', comment: null });
    await allIsWell(world);
    expect(of(absent, 'actorId', 'decision')).toEqual([people[1]]);
    expect(of(absent, 'employeeId', 'decision')).toEqual([people[2]]);
    expect(of(head, 'state', 'approval')).toEqual(['approved']);
  });
});

describe('two requests for the same days from two devices', () => {
  const wanted = (device: Device, person: number, period: { from: string; to: string }) =>
    device.enter('ticket.create', {
      serviceId: services.vacation,
      serviceVersion: 1,
      requesterId: people[person],
      values: { period, substitute: null },
      priority: null,
      title: null,
    });
  const all = (device: Device, sql: string): unknown[] => device.db.prepare(sql).all();

  const agree = (device: Device) => {
    const [task] = all(device, `SELECT * FROM approval_task WHERE state = 'active'`) as {
      id: string;
      documentId: string;
    }[];
    const [hash] = device.db.prepare('SELECT hash FROM approval').pluck().all();
    const seen = { hash, hashSpec: 1, versionNumber: 1, toStep: null, attachmentId: null, comment: null };
    device.enter('decision.make', { documentId: task?.documentId, taskId: task?.id, verdict: 'approve', ...seen });
  };

  it('the first in the centre has the days, the other is told which are taken, and the balance is spent once', async () => {
    const { world, roads, devices } = await play([1, 1, 0]);
    const [office, home, head] = devices as [Device, Device, Device];
    for (const road of roads.slice(0, 2)) road.cut();
    const made = [
      wanted(office, 1, { from: '2026-06-01', to: '2026-06-10' }),
      wanted(home, 1, { from: '2026-06-08', to: '2026-06-14' }),
    ];
    expect(made.map((one) => one?.ok)).toEqual([true, true]);
    roads[1]?.connect();
    await roads[1]?.settle();
    await allIsWell(world);
    const told = [office, home].map((device) => outbox(device)[0]);
    expect(told.map((one) => one?.state).sort()).toEqual(['accepted', 'rejected']);
    expect(told.find((one) => one?.state === 'rejected')?.code).toBe('VACATION_OVERLAP');
    for (const device of devices) expect(all(device, 'SELECT number FROM ticket')).toEqual([{ number: 'З-00001' }]);
    agree(head);
    await allIsWell(world);
    expect(all(home, 'SELECT state FROM vacation')).toEqual([{ state: 'approved' }]);
    // What is left is not enough for another one of the same length.
    expect(wanted(home, 1, { from: '2026-07-01', to: '2026-07-10' })).toMatchObject({ ok: false, code: 'NO_BALANCE' });
  });

  it('two members who take one request without a link: one has it everywhere', async () => {
    const { world, roads, devices } = await play([2, 0, 1]);
    const [asks, first, second] = devices as [Device, Device, Device];
    const help = { serviceId: services.help, serviceVersion: 1, requesterId: people[2], priority: null, title: null };
    asks.enter('ticket.create', { ...help, values: { what: 'Мышь' } });
    await allIsWell(world);
    const [{ id, assigneeId }] = all(asks, 'SELECT id, assigneeId FROM ticket') as [{ id: string; assigneeId: string }];
    expect(people.slice(0, 2)).toContain(assigneeId);
    first.enter('ticket.assign', { id, employeeId: null });
    await allIsWell(world);
    for (const road of roads.slice(1)) road.cut();
    for (const device of [first, second]) device.enter('ticket.take', { id });
    await allIsWell(world);
    const holders = devices.map((device) => all(device, 'SELECT assigneeId, state, responseDueAt FROM ticket')[0]);
    expect(holders[1]).toEqual(holders[0]);
    expect(holders[2]).toEqual(holders[0]);
    const codes = [first, second].map((device) => outbox(device).at(-1)?.code);
    expect(codes.filter((code) => code === 'ALREADY_TAKEN')).toHaveLength(1);
  });
});

describe('histories that once ended badly', () => {
  it.each(knownSeeds)('seed %i: %s', async (seed) => {
    expect(await runSeed(seed)).toMatchObject({ divergences: [], lost: [], stuck: null });
  });
});

describe('the examination itself', () => {
  it('finds a row that differs, a row that is missing and a command that is gone', async () => {
    const { world, devices } = await play([0, 1]);
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
