import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { consume } from '#server/sync/push.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import type { Order } from '#shared/commands/execute.ts';
import { entityNames, ownScopes } from '#shared/domain/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import type { Verdict, WireCommand } from '#shared/sync/command-wire.ts';
import { sameCommands } from '#tests/conformance/same-commands.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { MemoryRows } from '#tests/fixtures/kernel/memory-rows.ts';
import { portalCompany } from '#tests/fixtures/kernel/portal-orders.ts';
import { orderOf } from '#tests/fixtures/kernel/random-orders.ts';
import { clerk } from '#tests/fixtures/kernel/rows.ts';
import { Chance } from '#tests/simulation/chance.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';
import { testDatabase } from '#tests/support/postgres.ts';

const org = 'org';
const start = 1_780_000_000_000;
const count = 2_500;

interface Step {
  order: Order;
  at: number;
}

/**
 * A decision is only sent on a workstation and stands in the centre, which alone numbers requests and gives them to somebody: with these
 * the two have other rows by definition.
 */
const isDecisive = (name: string): boolean => name.startsWith('decision.') || name.startsWith('ticket');

/** One long history, made over the plainest driver there is. Every fourth one or so is refused. */
function history(withDecisions: boolean, length: number): { steps: Step[]; accepted: boolean[] } {
  const rows = new MemoryRows(portalCompany());
  const chance = new Chance(7);
  const steps: Step[] = [];
  const accepted: boolean[] = [];
  while (steps.length < length) {
    const at = start + steps.length;
    const draw = { deed: chance.below(1_000), a: chance.below(100), b: chance.below(100) };
    const order = orderOf(rows, draw, steps.length + 1, at);
    if (!order || (!withDecisions && isDecisive(order.name))) continue;
    steps.push({ order, at });
    accepted.push(rows.apply(order, { as: clerk, where: 'centre', at }).ok);
  }
  return { steps, accepted };
}

/** What differs between a workstation and the centre by definition: when the centre received it, and whatever begins or ends then. */
const received = ['receivedAt', 'theirsAt', 'startedAt', 'finishedAt', 'activeSince', 'begunAt', 'cancelledAt'];
const withoutReceipt = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !received.includes(name)));

async function found(store: ServerStore): Promise<void> {
  await store.createOrganization(org, 'epoch');
  await store.write(org, async (tx) => {
    const head = await tx.head();
    const rows = [...portalCompany()].map(([entity, row]) => {
      return { entity, id: row.id, row, version: 1, at: 1, scopes: ownScopes(entity, row).scopes, left: [] };
    });
    await tx.write({ rows, log: [], clients: [], head: { ...head, seq: 1 } });
  });
}

/** Pushes the history in batches of the given size through the lane's own code. */
async function push(store: ServerStore, steps: readonly Step[], batch: number): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let n = 0; n < steps.length; n += batch) {
    const commands = steps.slice(n, n + batch).map(({ order, at }, place): WireCommand => {
      const argsHash = hashValue([order.name, order.v, order.args]);
      return { ...order, n: n + place + 1, argsHash, baseVersions: {}, occurredAt: at };
    });
    const lease = n === 0 ? null : 'lease';
    const request = {
      client: 'client',
      userId: clerk,
      device: 'd',
      deviceName: here.deviceName,
      epoch: null,
      lease,
      commands,
    };
    const { replies } = await store.write(org, (tx) => consume(tx, [request], start, () => 'lease'));
    const [reply] = replies;
    if (!reply?.ok) throw new Error(`the push was refused: ${reply?.code}`);
    verdicts.push(...reply.verdicts);
  }
  return verdicts;
}

async function rowsOfStore(store: ServerStore): Promise<[string, Record<string, unknown>][]> {
  return store.read(org, async (tx) => {
    const all: [string, Record<string, unknown>][] = [];
    for (const entity of entityNames) {
      for (const [id, { row }] of await tx.getMany(entity, await tx.idsOf(entity))) all.push([`${entity}/${id}`, row]);
    }
    return all.sort(([one], [other]) => (one < other ? -1 : 1));
  });
}

/** The outcome that a person would see of every command. */
const said = (verdicts: readonly Verdict[]) => verdicts.map(({ id, status, code }) => [id, status, code]);

describe(`${count} commands on every driver`, () => {
  const { steps, accepted } = history(true, count);
  const undecided = history(false, count / 2).steps;
  const closing: (() => Promise<void>)[] = [];
  const verdicts: Record<string, Verdict[]> = {};
  const states: Record<string, [string, Record<string, unknown>][]> = {};
  let postgres: ServerStore;

  beforeAll(async () => {
    const database = await testDatabase();
    const pool = createPool(database.url);
    closing.push(async () => {
      await pool.end();
      await database.drop();
    });
    await migrate(pool);
    postgres = createPostgresStore(pool);
    const [memory, single] = [createMemoryStore(), createMemoryStore()];
    const stores = { memory, single, undecided: createMemoryStore(), PostgreSQL: postgres };
    for (const [name, store] of Object.entries(stores)) {
      await found(store);
      const batch = name === 'single' ? 1 : name === 'PostgreSQL' ? 97 : 500;
      verdicts[name] = await push(store, name === 'undecided' ? undecided : steps, batch);
      states[name] = await rowsOfStore(store);
    }
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  test('the history is worth comparing: every kind of outcome and most commands are in it', () => {
    const refused = accepted.filter((one) => !one).length;
    expect(refused).toBeGreaterThan(count / 20);
    expect(refused).toBeLessThan(count / 2);
    expect(new Set(steps.map(({ order }) => order.name)).size).toBeGreaterThanOrEqual(35);
    const kinds = new Set(states['memory']?.map(([place]) => place.split('/')[0]));
    for (const entity of [
      'approval',
      'approval_task',
      'decision',
      'document_version',
      'snooze',
      'substitution',
      'ticket',
      'ticket_note',
      'vacation',
    ])
      expect(kinds).toContain(entity);
    expect(states['memory']?.length).toBeGreaterThan(1_000);
  });

  test('PostgreSQL and memory, in batches of any size: the same verdicts, the same rows, equal state hashes', () => {
    for (const name of ['single', 'PostgreSQL']) {
      expect(said(verdicts[name] as Verdict[])).toEqual(said(verdicts['memory'] as Verdict[]));
      const differing = states[name]?.filter(([place, row], n) => {
        const [other, theirs] = states['memory']?.[n] ?? [];
        return place !== other || hashValue(row) !== hashValue(theirs);
      });
      expect(differing).toEqual([]);
      expect(hashValue(states[name])).toBe(hashValue(states['memory']));
    }
  });

  test.each(['memory', 'PostgreSQL'])(
    'SQLite and %s, exchanging all the while: equal hashes over all rows',
    async (name) => {
      const store = name === 'memory' ? createMemoryStore() : postgres;
      const { commands, rows, device, centre, differing } = await sameCommands(store, 'same', 3, 500);
      expect(differing).toEqual([]);
      expect(device).toBe(centre);
      expect(commands).toBeGreaterThan(300);
      expect(rows).toBeGreaterThan(300);
    },
  );

  test('SQLite: the same rows, but for when the centre received them', () => {
    const db = openDevice(portalCompany());
    const outcomes = undecided.map(({ order, at }) => commitCommand(db, order, here, at).ok);
    const central = (verdicts['undecided'] as Verdict[]).map((one) => one.status === 'accepted');
    // A workstation says NOT_HERE where the centre says NOT_FOUND; whether is the same.
    expect(outcomes).toEqual(central);
    const rows: [string, Record<string, unknown>][] = [];
    for (const entity of entityNames) {
      for (const record of db.prepare(`SELECT * FROM "${entity}"`).all() as Record<string, unknown>[]) {
        const row = decodeRow(entity, record);
        rows.push([`${entity}/${row.id}`, row]);
      }
    }
    rows.sort(([one], [other]) => (one < other ? -1 : 1));
    const plain = (all: [string, Record<string, unknown>][]) => all.map(([place, row]) => [place, withoutReceipt(row)]);
    const expected = plain(states['undecided'] as [string, Record<string, unknown>][]);
    expect(plain(rows).filter((one, n) => hashValue(one) !== hashValue(expected[n]))).toEqual([]);
    expect(hashValue(plain(rows))).toBe(hashValue(expected));
    db.close();
  });
});
