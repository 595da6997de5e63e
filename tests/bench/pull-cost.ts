import type { AddressInfo } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import { buildApp } from '#server/app.ts';
import { createAccessTokens } from '#server/plugins/tokens.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { personOf } from '#server/sync/people.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { branchCount, documentId, openCentre, org, personId } from './support-centre.ts';
import { LightClient } from './support-light.ts';
import { load } from './support-load.ts';
import { outboxCosts } from './support-pending.ts';
import { percentile, rounded } from './support-rows.ts';

/** A hundred times as many documents, or a thousand times as many pending commands, may not cost twice as much. */
const goal = { timesDatabase: 2, timesOutbox: 2 };
const rounds = 300;
const warming = 30;

/** What asking for news costs the centre at three sizes of its database, and what news costs a workstation with three sizes of its outbox. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const sizes = [documents / 100, documents / 10, documents];
  const centre: Record<string, Awaited<ReturnType<typeof pullCosts>>> = {};
  for (const size of sizes) centre[size] = await pullCosts(size, say);
  say('pages at a workstation whose outbox is full');
  const outbox = outboxCosts([10, 1_000, 10_000]);
  const [small, large] = [centre[sizes[0] as number], centre[documents]];
  const times = (kind: 'woken' | 'afterBreak'): number => ratio(large?.[kind].p50, small?.[kind].p50);
  const [few, many] = [outbox[0], outbox.at(-1)];
  const value = {
    timesDatabase: { woken: times('woken'), afterBreak: times('afterBreak') },
    timesOutbox: ratio(many?.p50, few?.p50),
    statements: { woken: large?.woken.statements, afterBreak: large?.afterBreak.statements, page: many?.statements },
  };
  const isFlat =
    value.timesDatabase.woken <= goal.timesDatabase && value.timesDatabase.afterBreak <= goal.timesDatabase;
  return {
    name: 'pull-cost',
    goal,
    value,
    ok: isFlat && value.timesOutbox <= goal.timesOutbox,
    documents,
    centre,
    outbox,
    load: load(),
  };
}

const ratio = (large = Number.NaN, small = Number.NaN): number => Math.round((large / small) * 100) / 100;

/** One edits, another is woken and asks; then somebody who was away asks for the last twenty changes. Statements of PostgreSQL are counted. */
async function pullCosts(documents: number, say: (line: string) => void) {
  const centre = await openCentre(documents, say);
  const pool = createPool(centre.databaseUrl, { max: 4 });
  const counted = countStatements(pool);
  const secret = Buffer.alloc(32, 7);
  const app = buildApp({ pool, dataDir: centre.dataDir, secret, version: 'bench' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const tokens = createAccessTokens(secret);
  const { head, scopes } = await createPostgresStore(pool).read(org, async (tx) => ({
    head: await tx.head(),
    scopes: (await personOf(tx, personId(0))).scopes,
  }));
  const until = Date.now() + 3_600_000;
  const settle = async (n: number): Promise<LightClient> => {
    const token = tokens.sign({ org, userId: personId(n), session: 'bench', until });
    const place = {
      scopes: scopes
        .filter((one) => !one.startsWith('user:'))
        .concat(`user:${personId(n)}`)
        .sort(),
    };
    const client = new LightClient({ url, token, org, ...place, cursor: head.seq, chainHash: head.chainHash });
    await client.open();
    return client;
  };
  const [writer, reader] = [await settle(0), await settle(1)];
  const woken: Cost[] = [];
  const places: { cursor: number; hash: string }[] = [];
  reader.measure = (milliseconds, statements) => woken.push({ milliseconds, statements });
  reader.statements = counted;
  for (let n = 0; n < rounds + warming; n += 1) {
    const id = documentId(branchCount * (n % Math.floor(documents / branchCount)));
    const seen = new Promise<void>((resolve) => {
      reader.seen = (rows) => rows.some((one) => one.id === id) && resolve();
    });
    const word = await writer.push('document.update', { id, patch: { note: `Заметка ${n}` }, base: { note: null } });
    if (word === undefined) throw new Error(writer.errors.join());
    await seen;
    places.push({ cursor: reader.cursor, hash: reader.hash });
  }
  const afterBreak: Cost[] = [];
  for (let n = 0; n < rounds + warming; n += 1) {
    const { cursor, hash } = places.at(-21) as (typeof places)[number];
    const [before, began] = [counted(), performance.now()];
    await reader.pull(cursor, hash);
    afterBreak.push({ milliseconds: performance.now() - began, statements: counted() - before });
  }
  for (const client of [writer, reader]) client.close();
  await app.close();
  await pool.end();
  await centre.close();
  return { woken: summary(woken), afterBreak: summary(afterBreak) };
}

interface Cost {
  milliseconds: number;
  statements: number;
}

function summary(costs: readonly Cost[]) {
  const kept = costs.slice(warming);
  const times = kept.map((one) => one.milliseconds);
  const statements = kept.reduce((sum, one) => sum + one.statements, 0) / kept.length;
  return {
    p50: rounded2(percentile(times, 0.5)),
    p95: rounded2(percentile(times, 0.95)),
    statements: rounded(statements),
  };
}

const rounded2 = (value: number): number => Math.round(value * 100) / 100;

/** Counts what goes to PostgreSQL over this pool from now on. */
function countStatements(pool: Pool): () => number {
  let count = 0;
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...words: unknown[]) => unknown;
    client.query = ((...words: unknown[]) => {
      count += 1;
      return query(...words);
    }) as PoolClient['query'];
  });
  return () => count;
}
