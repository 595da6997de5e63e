import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage, commitVerdicts } from '#electron/core/store/commit-page.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { readFeed } from '#server/sync/feed.ts';
import { personOf } from '#server/sync/people.ts';
import { consume } from '#server/sync/push.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import type { Order } from '#shared/commands/execute.ts';
import { type EntityName, entityNames, ownScopes } from '#shared/domain/registry.ts';
import { hashText, hashValue } from '#shared/lib/canonical.ts';
import type { Pull } from '#shared/sync/up.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { MemoryRows } from '#tests/fixtures/kernel/memory-rows.ts';
import { portalCompany } from '#tests/fixtures/kernel/portal-orders.ts';
import { orderOf } from '#tests/fixtures/kernel/random-orders.ts';
import { clerk, whole } from '#tests/fixtures/kernel/rows.ts';
import { Chance } from '#tests/simulation/chance.ts';

const start = 1_780_000_000_000;
/** Commands of one push. */
const batch = 97;
const client = 'client';

export interface SameCommands {
  /** Commands that the workstation took and the centre decided; of them refused by the centre. */
  commands: number;
  refused: number;
  rows: number;
  /** Hash over every row, as SQLite has it and as the store has it. */
  device: string;
  centre: string;
  differing: string[];
}

/**
 * One history of random commands in an organization of its own: a workstation's SQLite takes each, the lane decides it over the store,
 * verdicts and pages come back under what is pending. At the end both must have the same rows, to the last stamp.
 */
export async function sameCommands(
  store: ServerStore,
  org: string,
  seed: number,
  length: number,
): Promise<SameCommands> {
  await found(store, org);
  const db = openDevice([]);
  await pullAll(store, org, db);
  let [refused, taken] = [0, 0];
  for (const [n, { order, at }] of history(seed, length).entries()) {
    if (commitCommand(db, order, here, at).ok) taken += 1;
    if (n % batch < batch - 1 && n < length - 1) continue;
    refused += await pushAll(store, org, db, at);
    await pullAll(store, org, db);
  }
  const [here1, there] = [rowsOfDevice(db), await rowsOfPerson(store, org)];
  db.close();
  const differing = [...new Set([...here1.keys(), ...there.keys()])].filter(
    (place) => here1.get(place) !== there.get(place),
  );
  const hashOf = (rows: Map<string, string>): string => hashValue([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
  const hashes = { device: hashOf(here1), centre: hashOf(there) };
  return { commands: taken, refused, rows: there.size, ...hashes, differing };
}

/** Orders over the plainest driver there is, so that each finds something to be about. */
function history(seed: number, length: number): { order: Order; at: number }[] {
  const rows = new MemoryRows(portalCompany());
  const chance = new Chance(seed);
  const steps: { order: Order; at: number }[] = [];
  while (steps.length < length) {
    const at = start + steps.length;
    const draw = { deed: chance.below(1_000), a: chance.below(100), b: chance.below(100) };
    const order = orderOf(rows, draw, steps.length + 1, at);
    if (!order) continue;
    steps.push({ order, at });
    rows.apply(order, { as: clerk, where: 'centre', at });
  }
  return steps;
}

async function found(store: ServerStore, org: string): Promise<void> {
  await store.createOrganization(org, 'epoch');
  await store.write(org, async (tx) => {
    const head = await tx.head();
    const chainHash = hashText(`${head.chainHash}:founding`);
    const rows = [...portalCompany()].map(([entity, row]) => {
      // The clerk sees every branch, so that their workstation holds what the lane writes.
      const given = row.id === clerk ? { ...row, branchAccess: null } : row;
      return { entity, id: row.id, row: given, version: 1, at: 1, scopes: ownScopes(entity, given).scopes, left: [] };
    });
    const verdict = { n: 1, id: 'founding', status: 'accepted' as const, seq: 1, at: 1 };
    const command = { name: 'founding', v: 1, args: {}, occurredAt: 1 };
    const log = [{ client: 'founder', userId: 'centre', verdict, argsHash: '', command, chainHash }];
    await tx.write({ rows, log, clients: [], head: { ...head, seq: 1, chainHash } });
  });
}

/** Pushes what waits; returns how many commands the centre refused. */
async function pushAll(store: ServerStore, org: string, db: Writable, now: number): Promise<number> {
  let refused = 0;
  for (;;) {
    const commands = undecided(db, 1, batch);
    if (commands.length === 0) return refused;
    const place = { client, userId: clerk, device: 'd', deviceName: here.deviceName, epoch: null };
    const request = { ...place, lease: readMeta(db, 'lease') ?? null, commands };
    const { replies } = await store.write(org, (tx) => consume(tx, [request], now + 1_000, () => `lease-${now}`));
    const [reply] = replies;
    if (!reply?.ok) throw new Error(`the push was refused: ${reply?.code}`);
    commitVerdicts(db, reply.verdicts, reply.lease);
    refused += reply.verdicts.filter((verdict) => verdict.status === 'rejected').length;
  }
}

async function pullAll(store: ServerStore, org: string, db: Writable): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const pull: Pull = {
      t: 'pull',
      ref: 1,
      cursor: readMeta(db, 'cursor') ?? 0,
      chainHash: readMeta(db, 'chainHash') ?? null,
      membershipSeq: readMeta(db, 'membershipSeq') ?? 0,
      scopes: readMeta(db, 'scopes') ?? [],
      ackN: readMeta(db, 'issuedN') ?? 0,
      limit: 1_000,
      after,
      epoch: null,
      client,
      lease: readMeta(db, 'lease') ?? null,
    };
    const reply = await store.read(org, (tx) => readFeed(tx, clerk, pull));
    if (!reply.ok) throw new Error(`the pull was refused: ${reply.code}`);
    commitPage(db, { t: 'pulled', ref: 1, ...reply.page }, here, 1);
    if (!reply.page.more) return;
    after = reply.page.after;
  }
}

function rowsOfDevice(db: Readable): Map<string, string> {
  const rows = new Map<string, string>();
  for (const entity of entityNames)
    for (const record of db.prepare(`SELECT * FROM "${entity}"`).all() as Record<string, unknown>[])
      rows.set(`${entity}/${record['id']}`, hashValue([decodeRow(entity, record), record['v'], record['at']]));
  return rows;
}

async function rowsOfPerson(store: ServerStore, org: string): Promise<Map<string, string>> {
  return store.read(org, async (tx) => {
    const { scopes } = await personOf(tx, clerk);
    const changes = await tx.backfill(scopes, null, 10_000_000);
    return new Map(
      changes.map(({ e, id, row, v, at }) => [
        `${e}/${id}`,
        hashValue([whole(e as EntityName, { ...row, id }), v, at]),
      ]),
    );
  });
}
