import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface SeedOptions {
  documents: number;
  /** Requests that have ended; null: as many as the demo has. */
  tickets: number | null;
  profile: string;
  /** Who works at the profile: a login of build/company/people.ts. */
  login: string;
  /** Only the workstation's database, no server. */
  local: boolean;
  /** Fills the search index now. */
  index: boolean;
  json: boolean;
  /** The company's life ends at this instant. */
  now: number;
  /** Folder of profiles and of the demo server. */
  dataDir: string;
  /** A PostgreSQL of one's own instead of the demo server's. */
  databaseUrl: string | null;
  serverData: string;
}

const profileName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/** Reads the words after `npm run seed --`; throws an Error whose message says what is wrong with them. */
export function readSeedOptions(words: readonly string[], environment: NodeJS.ProcessEnv, root: string): SeedOptions {
  const { values } = parseArgs({
    args: [...words],
    allowNegative: true,
    options: {
      documents: { type: 'string', default: '400' },
      tickets: { type: 'string' },
      profile: { type: 'string' },
      login: { type: 'string', default: 'krylova' },
      today: { type: 'string' },
      local: { type: 'boolean', default: false },
      index: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
    },
  });
  const documents = Number(values.documents);
  if (!Number.isInteger(documents) || documents < 0 || documents > 5_000_000)
    throw new Error('--documents: a whole number up to 5000000');
  const tickets = values.tickets === undefined ? null : Number(values.tickets);
  if (tickets !== null && (!Number.isInteger(tickets) || tickets < 0 || tickets > 1_000_000))
    throw new Error('--tickets: a whole number up to 1000000');
  if (!profileName.test(values.profile ?? ''))
    throw new Error('--profile: name the profile; letters, digits, "-" and "_", at most 40');
  const now = values.today === undefined ? Date.now() : Date.parse(`${values.today}T15:00:00Z`);
  if (Number.isNaN(now)) throw new Error('--today: a date like 2026-05-13');
  const dataDir = resolve(environment['OPORA_DATA'] || join(root, '.data'));
  return {
    documents,
    tickets,
    profile: values.profile as string,
    login: values.login,
    local: values.local,
    index: values.index,
    json: values.json,
    now,
    dataDir,
    databaseUrl: environment['DATABASE_URL'] || null,
    serverData: resolve(environment['OPORA_SERVER_DATA'] || join(dataDir, 'server')),
  };
}
