import { beforeEach, describe, expect, test } from 'vitest';
import { consume, type PushReply, type PushRequest } from '#server/sync/push.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { ownScopes } from '#shared/domain/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { lessened, type Verdict, type WireCommand } from '#shared/sync/command-wire.ts';
import { documentForm, importForm } from '#tests/fixtures/kernel/forms.ts';
import {
  blocked,
  clerk,
  company,
  director,
  documentRow,
  kazan,
  moscow,
  rowId,
  stranger,
} from '#tests/fixtures/kernel/rows.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

const paper = rowId(4, 1);
let store: ServerStore;
let leases = 0;

beforeEach(async () => {
  store = createMemoryStore();
  await store.createOrganization('org', 'epoch');
  const all = [...company(), ['document', documentRow(paper)] as const] as [
    EntityName,
    ReturnType<typeof documentRow>,
  ][];
  await store.write('org', async (tx) => {
    const rows = all.map(([entity, row]) => {
      return { entity, id: row.id, row, version: 1, at: 1, scopes: ownScopes(entity, row).scopes, left: [] };
    });
    await tx.write({ rows, log: [], clients: [], head: { ...(await tx.head()), seq: 1 } });
  });
});

const wire = (n: number, name: string, args: unknown, given: Partial<WireCommand> = {}): WireCommand => ({
  id: rowId(7, n),
  n,
  name,
  v: 1,
  args,
  argsHash: hashValue([name, given.v ?? 1, args]),
  baseVersions: {},
  occurredAt: 5,
  ...given,
});
const create = (n: number, given: Partial<WireCommand> = {}) =>
  wire(n, 'document.create', documentForm({ amount: n }), given);
const request = (commands: WireCommand[], given: Partial<PushRequest> = {}): PushRequest => ({
  client: 'client',
  userId: clerk,
  device: 'device',
  deviceName: 'Приёмная',
  epoch: null,
  lease: null,
  commands,
  ...given,
});

async function push(...requests: PushRequest[]) {
  const newLease = () => {
    leases += 1;
    return `lease-${leases}`;
  };
  return store.write('org', (tx) => consume(tx, requests, 1_000, newLease));
}
async function taken(commands: WireCommand[], given: Partial<PushRequest> = {}) {
  const [reply] = (await push(request(commands, given))).replies;
  if (!reply?.ok) throw new Error(reply?.code);
  return reply;
}
const short = (verdicts: readonly Verdict[]) =>
  verdicts.map((one) => [one.n, one.code ?? one.status, one.duplicate ?? false]);
const codeOf = (reply: PushReply | undefined) => (reply?.ok === false ? reply.code : 'ok');
const papers = () => store.read('org', async (tx) => (await tx.idsOf('document')).length);
const head = () => store.read('org', (tx) => tx.head());

describe('a push', () => {
  test('is decided in order; what is refused takes its number and no place in the history', async () => {
    const reply = await taken([create(1), wire(2, 'document.archive', { id: rowId(4, 9) }), create(3)]);
    expect(short(reply.verdicts)).toEqual([
      [1, 'accepted', false],
      [2, 'NOT_FOUND', false],
      [3, 'accepted', false],
    ]);
    expect(reply.verdicts.map((one) => one.seq)).toEqual([2, null, 3]);
    expect([reply.lastN, (await head()).seq, await papers()]).toEqual([3, 3, 3]);
  });

  test('said again, whole or in part, has no second effect and gets the first answer', async () => {
    const first = await taken([create(1), create(2)]);
    const again = await taken([create(1), create(2), create(3)], { lease: first.lease });
    expect(again.verdicts.slice(0, 2)).toEqual(first.verdicts.map((one) => ({ ...one, duplicate: true })));
    expect(short(again.verdicts).at(-1)).toEqual([3, 'accepted', false]);
    expect(await papers()).toBe(4);
  });

  test('whose answer was lost can be said again under the old lease, any number of times', async () => {
    const first = await taken([create(1)]);
    for (let n = 0; n < 3; n += 1) await taken([create(1), create(2)], { lease: first.lease });
    expect(await papers()).toBe(3);
  });

  test('with a gap ends there: nothing after it is consumed', async () => {
    await taken([create(1)]);
    const lease = (await store.read('org', (tx) => tx.client('client')))?.lease ?? null;
    const reply = await taken([create(2), create(4)], { lease });
    expect([short(reply.verdicts), reply.lastN]).toEqual([[[2, 'accepted', false]], 2]);
  });

  test.each<[string, WireCommand, string]>([
    ['an unknown command', wire(1, 'document.burn', {}), 'UNKNOWN_COMMAND'],
    ['a version of tomorrow', wire(1, 'document.create', documentForm(), { v: 9 }), 'UNKNOWN_COMMAND'],
    ['arguments of another shape', wire(1, 'document.create', { subject: 5 }), 'BAD_INPUT'],
    ['no arguments', wire(1, 'document.create', undefined), 'BAD_INPUT'],
    ['a hash of something else', create(1, { argsHash: 'x' }), 'MALFORMED'],
    ['an id with a zero byte', wire(1, 'document.archive', { id: '\u0000' }), 'NOT_FOUND'],
    ['versions of nothing', create(1, { baseVersions: { x: 1, 'ghost/1': 2, '/': 3 } }), 'accepted'],
    ['an effect of the centre’s own', wire(1, 'attachment.verify', { sha256: 'a', size: 1 }), 'DENIED'],
  ])('%s is consumed and jams nothing behind it', async (_case, command, outcome) => {
    const reply = await taken([command, create(2)]);
    expect(short(reply.verdicts)).toEqual([
      [1, outcome, false],
      [2, 'accepted', false],
    ]);
    expect(reply.lastN).toBe(2);
  });

  test('out of which values were taken is known again by its whole hash, and run by a centre that has lost it', async () => {
    const change = { id: paper, patch: { note: 'Моя' } };
    const whole = wire(1, 'document.update', { ...change, base: { note: 'Было' } }, { id: rowId(7, 50) });
    const argsHash = `${lessened}${whole.argsHash.slice(0, 40)}`;
    const less = { ...whole, args: { ...change, base: { note: null } }, argsHash };
    const { lease } = await taken([whole]);
    expect(short((await taken([{ ...less, n: 2 }], { lease })).verdicts)).toEqual([[2, 'accepted', true]]);
    const lost = { ...less, id: rowId(7, 51) };
    const other = { client: 'other', lease: null };
    const first = await taken([lost], other);
    expect(short(first.verdicts)).toEqual([[1, 'accepted', false]]);
    const again = { client: 'third', lease: null };
    expect(short((await taken([lost], again)).verdicts)).toEqual([[1, 'accepted', true]]);
    const foreign = { ...less, id: rowId(7, 50), argsHash: `${lessened}${'0'.repeat(40)}` };
    expect(short((await taken([foreign], { client: 'fourth', lease: null })).verdicts)).toEqual([
      [1, 'HASH_MISMATCH', false],
    ]);
  });

  test('the same id with other contents is refused, the first one stands', async () => {
    const { lease } = await taken([create(1)]);
    const other = wire(2, 'document.create', documentForm({ amount: 777 }), { id: rowId(7, 1) });
    expect(short((await taken([other], { lease })).verdicts)).toEqual([[2, 'HASH_MISMATCH', false]]);
    expect(await papers()).toBe(2);
  });
});

describe('who pushes', () => {
  test('a blocked, an unknown person and one who may not see the paper change nothing', async () => {
    const edit = wire(1, 'document.update', { id: paper, patch: { amount: 1 }, base: { amount: 100_000 } });
    const outcomes = [];
    for (const userId of [blocked, rowId(2, 99), stranger]) {
      outcomes.push(short((await taken([edit], { userId, client: userId })).verdicts)[0]?.[1]);
    }
    // The same command under the same id: a later sender gets the first sender's answer, never an effect.
    expect(outcomes[0]).toBe('BLOCKED');
    expect(new Set(outcomes).has('accepted')).toBe(false);
    expect((await head()).seq).toBe(1);
  });

  test('another person under the same client, or a lease from long ago, is a double', async () => {
    const first = await taken([create(1)]);
    const second = await taken([create(2)], { lease: first.lease });
    const third = await taken([create(3)], { lease: second.lease });
    expect(codeOf((await push(request([create(4)], { lease: first.lease }))).replies[0])).toBe('CLIENT_FORKED');
    expect(codeOf((await push(request([create(4)], { userId: director, lease: third.lease }))).replies[0])).toBe(
      'CLIENT_FORKED',
    );
    expect(codeOf((await push(request([create(4)], { epoch: 'other', lease: third.lease }))).replies[0])).toBe(
      'HISTORY_FORK',
    );
    expect(await papers()).toBe(4);
  });

  test('a workstation under a new name goes on counting, and what is known already has no second effect', async () => {
    await taken([create(1), create(2)]);
    const reply = await taken([create(2), create(3)], { client: 'renamed' });
    expect(short(reply.verdicts)).toEqual([
      [2, 'accepted', true],
      [3, 'accepted', false],
    ]);
    expect([reply.lastN, await papers()]).toEqual([3, 4]);
  });
});

describe('several pushes in one batch', () => {
  test('the same paper from two workstations stands once; both hear of the same one', async () => {
    const paperOf = (n: number) => wire(1, 'document.import', importForm(), { id: rowId(7, n) });
    const { replies } = await push(
      request([paperOf(1)], { client: 'one' }),
      request([paperOf(2)], { client: 'two', userId: director }),
    );
    const results = replies.map((reply) => (reply.ok ? reply.verdicts[0]?.result : null)) as {
      id: string;
      created: boolean;
    }[];
    expect(results.map((one) => one.created)).toEqual([true, false]);
    expect(results[1]?.id).toBe(results[0]?.id);
    expect(await papers()).toBe(2);
  });

  test('one that is refused as a whole takes nothing from the others', async () => {
    const { replies } = await push(
      request([create(1)], { epoch: 'other' }),
      request([create(2, { n: 1 })], { client: 'two' }),
    );
    expect(replies.map(codeOf)).toEqual(['HISTORY_FORK', 'ok']);
    expect(await papers()).toBe(2);
  });

  test('wakes exactly those whose sight was touched: the branch a paper leaves and the one it comes to', async () => {
    const move = wire(1, 'document.update', { id: paper, patch: { branchId: kazan }, base: { branchId: moscow } });
    const { scopes, entry } = await push(request([move], { userId: director }));
    expect([...scopes].sort()).toEqual([`branch:${kazan}`, `branch:${moscow}`, `user:${director}`].sort());
    expect(entry.to.seq).toBe(2);
    const left = await store.read('org', (tx) => tx.changesSince([`branch:${moscow}`], 1, 10));
    expect(left.map((change) => [change.id, change.row])).toContainEqual([paper, null]);
    const come = await store.read('org', (tx) => tx.changesSince([`branch:${kazan}`], 1, 10));
    expect(come.map((change) => change.e).sort()).toEqual(['document', 'history']);
  });
});
