import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '#server/embedded/postgres.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { sameCommands } from '#tests/conformance/same-commands.ts';

/** Commands of one organization: a history grows until its papers are long, then another company begins. */
const ofOne = 1_000;

export interface StateHashes {
  commands: number;
  refused: number;
  rows: number;
  /** Hash over all rows of all organizations, as the workstations have them and as PostgreSQL has them. */
  sqlite: string;
  postgres: string;
  equal: boolean;
}

/** At least so many random commands through the workstation's store and through the lane on a real PostgreSQL of its own. */
export async function stateHashes(count: number): Promise<StateHashes> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-same-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ dataDir: folder, durable: false, database: 'same' });
  const pool = createPool(postgres.url);
  try {
    await migrate(pool);
    const store = createPostgresStore(pool);
    const [sqlite, there]: [string[], string[]] = [[], []];
    let [commands, refused, rows] = [0, 0, 0];
    for (let seed = 1; commands < count; seed += 1) {
      const found = await sameCommands(store, `same-${seed}`, seed, Math.min(ofOne, Math.max(100, count - commands)));
      sqlite.push(found.device);
      there.push(found.centre);
      commands += found.commands;
      refused += found.refused;
      rows += found.rows;
      for (const place of found.differing.slice(0, 5)) console.error(`seed ${seed}: ${place} differs`);
    }
    const [one, other] = [hashValue(sqlite), hashValue(there)];
    return { commands, refused, rows, sqlite: one, postgres: other, equal: one === other };
  } finally {
    await pool.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
