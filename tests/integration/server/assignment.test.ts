import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AssignmentRule } from '#shared/domain/service/assignment.ts';
import { type Centre, startCentre } from '#tests/integration/server/centre.ts';
import {
  answering,
  asking,
  does,
  hirePortal,
  joinCentre,
  openDesk,
  openService,
  rowsOf,
  wish,
} from '#tests/integration/server/portal-company.ts';
import type { Workstation } from '#tests/integration/server/workstation.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await startCentre();
  for (const org of ['one', 'two']) await hirePortal(centre, org);
});
afterAll(() => centre?.close());

const each = 4;
const by = (type: AssignmentRule['type']): { assignment: AssignmentRule } => ({
  assignment: { type, employeeId: null, sameBranch: false, skill: null },
});

/** Eight devices of a company, one for each who asks; the first letters of a name are in the ids of its commands. */
async function devices(org: string, client: string): Promise<Workstation[]> {
  return Promise.all(asking.map((_, n) => joinCentre(centre, `asks-${n + 1}-${org}`, `${n}-${client}`)));
}

/** Whom the tickets of a service went to, in the order in which the centre numbered them. */
async function given(org: string, serviceId: string): Promise<{ number: number; assigneeId: string | null }[]> {
  const rows = (await rowsOf(centre, org, 'ticket')).filter((row) => row.serviceId === serviceId);
  return rows
    .map(({ number, assigneeId }) => ({ number: Number(number?.slice(2)), assigneeId }))
    .sort((one, other) => one.number - other.number);
}

describe.each(['load', 'round_robin'] as const)('32 requests at once, by the rule %s', (rule) => {
  let service: Record<string, string>;
  beforeAll(async () => {
    service = {};
    for (const org of ['one', 'two']) {
      const boss = await joinCentre(centre, `director-${org}`, `boss-${rule}-${org}`);
      service[org] = await openService(boss, await openDesk(boss, ...answering), by(rule));
      boss.close();
    }
    // One company sends everything at once, in pieces of every size; the other one request after the other.
    const [all, calm] = [await devices('one', `all-${rule}`), await devices('two', `calm-${rule}`)];
    await Promise.all(
      all.map(async (device, n) => {
        const wishes = Array.from({ length: each }, (_, m) => wish(service['one'] ?? '', asking[n] ?? '', `${n}.${m}`));
        const size = 1 + (n % each);
        for (let from = 0; from < each; from += size) await device.push(wishes.slice(from, from + size));
      }),
    );
    for (const [n, device] of calm.entries())
      for (let m = 0; m < each; m += 1) await device.push([wish(service['two'] ?? '', asking[n] ?? '', `${n}.${m}`)]);
    for (const device of [...all, ...calm]) device.close();
  });

  test('each has one number, without a gap and none twice', async () => {
    const numbers = (await given('one', service['one'] ?? '')).map((one) => one.number);
    expect(numbers).toHaveLength(32);
    const [first = 0] = numbers;
    expect(numbers).toEqual(Array.from({ length: 32 }, (_, n) => first + n));
  });

  test('each has one assignee, and everybody has eight', async () => {
    const ids = new Set(
      (await rowsOf(centre, 'one', 'ticket')).filter((row) => row.serviceId === service['one']).map((row) => row.id),
    );
    const queued = (await rowsOf(centre, 'one', 'ticket_event')).filter(
      (one) => ids.has(one.ticketId) && one.kind === 'queued',
    );
    expect(queued).toHaveLength(32);
    const counts = new Map<unknown, number>();
    for (const { assigneeId } of await given('one', service['one'] ?? ''))
      counts.set(assigneeId, (counts.get(assigneeId) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(answering.map((id) => [id, 8])));
  });

  test('the order of arrival alone decides: whoever sent what, and in whatever batches', async () => {
    const assignees = async (org: string) => (await given(org, service[org] ?? '')).map((one) => one.assigneeId);
    expect(await assignees('one')).toEqual(await assignees('two'));
  });
});

describe('two members who take the same ticket without a link', () => {
  test('the first in the centre keeps it, the other is told who has it', async () => {
    const boss = await joinCentre(centre, 'director-one', 'boss-take');
    const service = await openService(boss, await openDesk(boss, ...answering));
    const requester = await joinCentre(centre, 'asks-1-one', 'take-asks');
    const [first, second] = await Promise.all([1, 2].map((n) => joinCentre(centre, `desk-${n}-one`, `take-${n}`)));
    const ids: string[] = [];
    for (const what of ['Мышь', 'Экран', 'Стол']) {
      const { name, args } = wish(service, asking[0] ?? '', what);
      ids.push(await does(requester, name, args));
    }
    const takes = ids.map((id) => ({ name: 'ticket.take', args: { id } }));
    const replies = await Promise.all([first?.push(takes), second?.push(takes)]);
    for (const [n, id] of ids.entries()) {
      const verdicts = replies.map((reply) => reply?.verdicts[n]);
      const winner = verdicts.findIndex((one) => one?.status === 'accepted');
      const row = (await rowsOf(centre, 'one', 'ticket')).find((one) => one.id === id);
      expect(row).toMatchObject({ state: 'working', assigneeId: answering[winner] });
      expect(verdicts[1 - winner]).toMatchObject({
        status: 'rejected',
        code: 'ALREADY_TAKEN',
        details: { by: answering[winner] },
      });
    }
    for (const desk of [boss, requester, first, second]) desk?.close();
  });
});
