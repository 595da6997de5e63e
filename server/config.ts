import { join, resolve } from 'node:path';

export interface Config {
  /** A PostgreSQL of the operator; null: an embedded one under `dataDir`. */
  databaseUrl: string | null;
  /** Folder for files, the token key and the embedded database. */
  dataDir: string;
  host: string;
  /** 0: any free port. */
  port: number;
  demo: boolean;
  /** Milliseconds between two looks at deadlines and substitutions. */
  clockEvery: number;
  /** The longest time a workstation may be away and still be told what has left, in days. */
  offlineDays: number;
  /** Key of the access tokens, 32 bytes; null: `token.key` of the data folder. */
  tokenKey: Buffer | null;
  /** How other processes on the same database are heard of; see store/news.ts. */
  neighbours: { listen: boolean; pollEvery: number };
  /** Server processes on this database, among which common limits are divided. */
  processes: number;
  /** File in which the heads of the audit log are noted every hour; null: `audit-heads.jsonl` of the data folder. */
  auditHeads: string | null;
  logLevel: string;
  /** Log file; null: standard error. */
  logFile: string | null;
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the configuration from the environment (docs/administrator-guide/server.md). Throws with one line that says what is wrong. */
export function readConfig(env: NodeJS.ProcessEnv, words: readonly string[] = []): Config {
  const port = Number(env['PORT'] ?? 8_080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be 0 to 65535, it is "${env['PORT']}"`);
  const logLevel = env['LOG_LEVEL'] ?? 'info';
  if (!levels.includes(logLevel)) throw new Error(`LOG_LEVEL must be one of ${levels.join(', ')}`);
  const seconds = Number(env['OPORA_CLOCK_SECONDS'] ?? 30);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3_600)
    throw new Error(`OPORA_CLOCK_SECONDS must be 1 to 3600, it is "${env['OPORA_CLOCK_SECONDS']}"`);
  const pollSeconds = Number(env['OPORA_POLL_SECONDS'] ?? 2);
  if (!(pollSeconds >= 0.05 && pollSeconds <= 60))
    throw new Error(`OPORA_POLL_SECONDS must be 0.05 to 60, it is "${env['OPORA_POLL_SECONDS']}"`);
  const offlineDays = Number(env['OPORA_OFFLINE_DAYS'] ?? 400);
  if (!Number.isInteger(offlineDays) || offlineDays < 35)
    throw new Error(`OPORA_OFFLINE_DAYS must be at least 35, it is "${env['OPORA_OFFLINE_DAYS']}"`);
  const processes = Number(env['OPORA_PROCESSES'] ?? 1);
  if (!Number.isInteger(processes) || processes < 1 || processes > 100)
    throw new Error(`OPORA_PROCESSES must be 1 to 100, it is "${env['OPORA_PROCESSES']}"`);
  const databaseUrl = env['DATABASE_URL'] || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL must begin with postgres://');
  return {
    databaseUrl,
    dataDir: resolve(env['OPORA_SERVER_DATA'] || join(env['OPORA_DATA'] || '.data', 'server')),
    host: env['HOST'] || '127.0.0.1',
    port,
    demo: env['OPORA_DEMO'] === '1' || words.includes('--demo'),
    clockEvery: seconds * 1_000,
    offlineDays,
    tokenKey: keyOf(env['OPORA_TOKEN_KEY']),
    neighbours: { listen: env['OPORA_LISTEN'] !== '0', pollEvery: Math.round(pollSeconds * 1_000) },
    processes,
    auditHeads: env['OPORA_AUDIT_HEADS'] || null,
    logLevel,
    logFile: env['LOG_FILE'] || null,
  };
}

/** 64 hexadecimal digits. The key itself is never repeated in a message. */
function keyOf(text: string | undefined): Buffer | null {
  if (!text) return null;
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error('OPORA_TOKEN_KEY must be 64 hexadecimal digits (32 bytes)');
  return Buffer.from(text, 'hex');
}
