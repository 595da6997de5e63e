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
    logLevel,
    logFile: env['LOG_FILE'] || null,
  };
}
