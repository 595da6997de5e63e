import type { Pool } from 'pg';
import { endChild, lineOf, startNode } from '#build/start/children.ts';
import { createAccessTokens } from '#server/plugins/tokens.ts';
import { tokenSecret } from '#server/secret.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { personOf } from '#server/sync/people.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { branchCount, documentId, openCentre, org, peopleOfBranch, personId } from './support-centre.ts';
import { LightClient } from './support-light.ts';
import { load, processorTime } from './support-load.ts';
import { percentile, rounded } from './support-rows.ts';
import { proportionalSize } from './support-window.ts';

const goal = { p95: 250, errors: 0 };
/** Commands a second, of everybody together. */
const rate = 50;
const most = branchCount * peopleOfBranch;

/**
 * Many workstations in forty branches, connected to one server process; somebody saves fifty times a second, and everybody else of the
 * branch is to see it. Measured from the instant that the centre gives the command (before its transaction commits) to the arrival of the
 * row, at every one of them. `--clients N --seconds N` for a shorter one.
 */
export async function run({ documents, say, given }: BenchOptions): Promise<BenchResult> {
  const [clients, seconds] = [Math.min(most, given('clients') ?? most), given('seconds') ?? 60];
  const centre = await openCentre(documents, say);
  const server = startNode(['server/main.ts'], {
    cwd: `${import.meta.dirname}/../..`,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: centre.databaseUrl,
      OPORA_SERVER_DATA: centre.dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
  const end = (): boolean => server.kill('SIGTERM');
  process.once('exit', end);
  const address = (line: string): string | undefined => /listening (http:\/\/\S+)/.exec(line)?.[1];
  const url = await lineOf(server, address, () => {});
  say(`connecting ${clients} workstations`);
  const before = proportionalSize(server.pid ?? 0);
  const places = await connect(url, centre.databaseUrl, centre.dataDir, clients);
  const connected = proportionalSize(server.pid ?? 0);

  /** Edits under way: when they were begun, and who has still to see them. */
  const open = new Map<string, { began: number; left: number }>();
  const fromCommit: number[] = [];
  const fromSave: number[] = [];
  let unseen = 0;
  for (const { client } of places) {
    client.seen = (rows) => {
      for (const { e, id, at } of rows) {
        const edit = e === 'document' ? open.get(id) : undefined;
        if (!edit) continue;
        fromCommit.push(Date.now() - at);
        fromSave.push(performance.now() - edit.began);
        edit.left -= 1;
        unseen -= 1;
        if (edit.left === 0) open.delete(id);
      }
    };
  }
  say(`${rate} commands a second for ${seconds} seconds`);
  const spent = processorTime();
  const verdicts: number[] = [];
  const pushes: Promise<unknown>[] = [];
  const began = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    const due = began + (n * 1_000) / rate;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const author = places[(n * 7) % places.length] as (typeof places)[number];
    // Each document once, as far as there are enough.
    const id = documentId(author.branch + branchCount * (n % Math.floor(documents / branchCount)));
    const others = places.filter((one) => one.branch === author.branch).length;
    const at = performance.now();
    open.set(id, { began: at, left: others });
    unseen += others;
    const args = { id, patch: { note: `Заметка ${n}` }, base: { note: null } };
    pushes.push(author.client.push('document.update', args).then(() => verdicts.push(performance.now() - at)));
  }
  const lasted = (performance.now() - began) / 1_000;
  await Promise.all(pushes);
  for (const until = Date.now() + 20_000; unseen > 0 && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 50));
  const processorSeconds = spent();
  const errors = places.flatMap(({ client }) => client.errors);
  const memory = proportionalSize(server.pid ?? 0);
  for (const { client } of places) client.close();
  process.off('exit', end);
  await endChild(server, 10_000);
  await centre.close();
  const value = {
    p50: percentile(fromCommit, 0.5),
    p95: percentile(fromCommit, 0.95),
    max: percentile(fromCommit, 1),
    errors: errors.length + unseen,
  };
  return {
    name: 'clients',
    goal,
    value,
    ok: value.p95 <= goal.p95 && value.errors === 0,
    documents,
    clients,
    seconds: rounded(lasted),
    commands: verdicts.length,
    sights: fromCommit.length,
    fromSave: { p50: rounded(percentile(fromSave, 0.5)), p95: rounded(percentile(fromSave, 0.95)) },
    verdict: { p50: rounded(percentile(verdicts, 0.5)), p95: rounded(percentile(verdicts, 0.95)) },
    errorsSaid: [...new Set(errors)].slice(0, 5),
    serverMemory: { before, connected, after: memory },
    processorSeconds,
    load: load(),
  };
}

/** Everybody is connected and at the head; tokens are made with the key of the server: a thousand logins are another measurement. */
async function connect(url: string, databaseUrl: string, dataDir: string, count: number) {
  const pool: Pool = createPool(databaseUrl, { max: 2 });
  const tokens = createAccessTokens(await tokenSecret(dataDir));
  const until = Date.now() + 3_600_000;
  const store = createPostgresStore(pool);
  const { head, people } = await store.read(org, async (tx) => {
    const found = [];
    for (let n = 0; n < count; n += 1) found.push(await personOf(tx, seat(n).person));
    return { head: await tx.head(), people: found };
  });
  await pool.end();
  const places: { client: LightClient; branch: number }[] = [];
  for (const [n, { id, scopes }] of people.entries()) {
    const token = tokens.sign({ org, userId: id, session: 'bench', until });
    const client = new LightClient({ url, token, org, scopes, cursor: head.seq, chainHash: head.chainHash });
    await client.open();
    places.push({ client, branch: seat(n).branch });
  }
  return places;
}

/** Fewer workstations than people are spread over all branches. */
function seat(n: number): { person: string; branch: number } {
  const branch = n % branchCount;
  return { branch, person: personId(branch * peopleOfBranch + Math.floor(n / branchCount)) };
}
