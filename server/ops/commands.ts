import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import type { Config } from '#server/config.ts';
import { exportAudit } from '#server/ops/audit-export.ts';
import { readHeadNotes } from '#server/ops/audit-heads.ts';
import { backup } from '#server/ops/backup.ts';
import { checkDatabase } from '#server/ops/check-database.ts';
import { withDatabase } from '#server/ops/database.ts';
import { drill } from '#server/ops/drill.ts';
import { restore } from '#server/ops/restore.ts';
import { compact } from '#server/store/compact.ts';
import { migrate } from '#server/store/migrate.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';

const usage = `usage:
  npm run server -- backup --to DIR [--keep N]
  npm run server -- restore --from DIR
  npm run server -- drill --from DIR [--files N|all] [--heads FILE]
  npm run server -- compact
  npm run server -- audit verify [--heads FILE]
  npm run server -- audit export --to FILE`;

type Outcome = { ok: boolean };
interface Given {
  config: Config;
  version: string;
  at: number;
  options: Partial<Record<'to' | 'from' | 'keep' | 'files' | 'heads', string>>;
}

const words: Record<string, (given: Given) => Promise<Outcome>> = {
  backup: ({ config, version, at, options }) =>
    withDatabase(config, 'as it is', async (pool) => {
      const keep = options.keep === undefined ? undefined : Number(options.keep);
      if (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
        throw new Error('--keep is a number of backups, at least 1');
      const done = await backup(pool, config.dataDir, {
        to: named(options.to, '--to'),
        version,
        at,
        ...(keep ? { keep } : {}),
      });
      return { ok: done.damaged.length === 0, ...done };
    }),
  restore: ({ config, at, options }) =>
    withDatabase(config, 'alone', async (pool) => {
      const done = await restore(pool, { from: named(options.from, '--from'), dataDir: config.dataDir, at });
      return { ok: true, ...done };
    }),
  drill: async ({ at, options }) => {
    const files = options.files === undefined || options.files === 'all' ? 'all' : Number(options.files);
    const noted = options.heads ? { noted: await readHeadNotes(options.heads) } : {};
    return drill({ from: named(options.from, '--from'), files, at, ...noted });
  },
  compact: ({ config, at }) =>
    withDatabase(config, 'as it is', async (pool) => {
      const before = at - config.offlineDays * 24 * 60 * 60_000;
      let forgotten = 0;
      for (const org of await organizationsForJobs(await migrated(pool))) forgotten += await compact(pool, org, before);
      return { ok: true, forgotten };
    }),
  'audit verify': ({ config, options }) =>
    withDatabase(config, 'as it is', async (pool) =>
      checkDatabase(await migrated(pool), await notesFor(config, options.heads)),
    ),
  'audit export': ({ config, options }) =>
    withDatabase(config, 'as it is', async (pool) => ({
      ok: true,
      ...(await exportAudit(await migrated(pool), named(options.to, '--to'))),
    })),
};

/** Whether the server is called to do one of these instead of serving. */
export const isOperation = (given: readonly string[]): boolean =>
  ['backup', 'restore', 'drill', 'compact', 'audit', 'help'].includes(given[0] ?? '');

/** Does what the words say and prints one line of JSON. Returns the exit code: 0 when all is well. */
export async function operate(given: readonly string[], config: Config, version: string): Promise<number> {
  try {
    const option = { type: 'string' as const };
    const { values: options, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { to: option, from: option, keep: option, files: option, heads: option },
    });
    const word = words[positionals.join(' ')];
    if (!word) throw new Error(usage);
    const outcome = await word({ config, version, at: Date.now(), options });
    console.log(JSON.stringify(outcome));
    return outcome.ok ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function named(value: string | undefined, option: string): string {
  if (!value) throw new Error(`${option} is missing\n${usage}`);
  return value;
}

/** Heads that the server itself has noted, unless another file is named. */
async function notesFor(config: Config, named: string | undefined) {
  if (named) return readHeadNotes(named);
  const own = config.auditHeads ?? join(config.dataDir, 'audit-heads.jsonl');
  return readHeadNotes(own).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  });
}

async function migrated(pool: Pool): Promise<Pool> {
  await migrate(pool);
  return pool;
}
