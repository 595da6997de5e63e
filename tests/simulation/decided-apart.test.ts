import { describe, expect, it } from 'vitest';
import { firstContracts, people, services } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import { allIsWell, outbox, scene } from '#tests/simulation/scene.ts';

// What people decide at two places at once. Chance draws these too (run.ts); here each one stands alone and can be read.

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
  /** Decides about what this device shows, as the one who was asked or in their stead. */
  const decide = (device: Device, verdict: 'approve' | 'return' = 'approve', asked = device.person) => {
    const [taskId] = of(device, 'id', 'approval_task', `state = 'active' AND employeeId = '${asked}'`);
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
    const played = await scene([0, 2]);
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
    const { world, roads, devices } = await scene([0, 2, 1]);
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
    decide(substitute, 'approve', absent.person);
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
    const { world, roads, devices } = await scene([1, 1, 0]);
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
    const { world, roads, devices } = await scene([2, 0, 1]);
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
