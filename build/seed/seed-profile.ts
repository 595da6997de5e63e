import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { type Company, makeLivingCompany, organizationOf } from '#build/seed/company.ts';
import { isLoaded, loadServer, rowsOfSeq } from '#build/seed/load-server.ts';
import type { SeedOptions } from '#build/seed/options.ts';
import { writeProfile } from '#build/seed/profile.ts';
import { holdFolder } from '#build/start/lock.ts';
import { places } from '#electron/core/profile/places.ts';
import { startPostgres } from '#server/embedded/postgres.ts';
import { defaultLimits } from '#server/plugins/limits.ts';
import { newRefreshToken } from '#server/plugins/tokens.ts';
import { genesisHash } from '#server/store/genesis.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createSessionRow } from '#server/store/sessions.ts';
import type { Head } from '#server/sync/store-port.ts';

export interface Seeded {
  profile: string;
  profileDir: string;
  organization: string;
  login: string;
  documents: number;
  /** Requests, living and ended. */
  tickets: number;
  rows: number;
  /** The same rows are on the central server. */
  onServer: boolean;
  seconds: number;
}

/**
 * Makes a company of its own for a profile: on the server and, with the same rows, in the profile's database, ready to be opened.
 * Throws with one line when either is there already or the server is running.
 */
export async function seedProfile(options: SeedOptions, say: (line: string) => void): Promise<Seeded> {
  const started = performance.now();
  const { documents, profile, now } = options;
  const profileDir = join(options.dataDir, 'profiles', profile);
  if (existsSync(places(profileDir).facts)) throw new Error(`the profile ${profile} is in use: ${profileDir}`);
  // A seed of its own gives the company ids of its own; its people log in as name.profile.
  const seed = createHash('sha256').update(profile).digest().readUInt32BE() + 2;
  const loginSuffix = `.${profile.toLowerCase()}`;
  const login = options.login + loginSuffix;
  let tickets = 0;
  const make = async (): Promise<Company> => {
    say(`Making ${documents} documents`);
    const made = await makeLivingCompany({ seed, documents, now, loginSuffix, tickets: options.tickets ?? undefined });
    tickets = made.rows.filter((one) => one.entity === 'ticket').length;
    return made;
  };
  const write = (company: Company, head: Head, refresh?: string): number => {
    say(options.index ? 'Writing the profile and its search index' : 'Writing the profile');
    return writeProfile({ profileDir, company, login, head, at: now, refresh, index: options.index }).rows;
  };

  let rows: number;
  if (options.local) {
    const company = await make();
    const seq = Math.ceil(company.rows.length / rowsOfSeq);
    rows = write(company, { epoch: 'local', seq, chainHash: genesisHash(company.org) });
  } else {
    rows = await onServer(options, async (pool) => {
      const org = organizationOf(seed);
      if (await isLoaded(pool, org)) throw new Error(`the company of the profile ${profile} is on the server already`);
      const company = await make();
      const people = company.people.filter((one) => one.login === login);
      say(`Loading ${company.rows.length} records into the server`);
      const head = await loadServer(company, people, now, { pool, dataDir: options.serverData });
      const refresh = await openSession(pool, org, people[0]?.id ?? '', profile);
      return write(company, head, refresh);
    });
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const organization = organizationOf(seed);
  return { profile, profileDir, organization, login, documents, tickets, rows, onServer: !options.local, seconds };
}

/** Works on the demo server's database, which must not be running, or on the one that DATABASE_URL names. */
async function onServer<T>(options: SeedOptions, work: (pool: Pool) => Promise<T>): Promise<T> {
  await mkdir(options.serverData, { recursive: true });
  const hold = options.databaseUrl === null ? await holdFolder(options.serverData) : null;
  if (hold === undefined) throw new Error('the demo server is running: close Opora first, or add --local');
  const dataDir = join(options.serverData, 'postgres');
  const postgres = options.databaseUrl === null ? await startPostgres({ dataDir, database: 'opora' }) : null;
  const pool = createPool(options.databaseUrl ?? (postgres?.url as string), { max: 4 });
  try {
    await migrate(pool);
    return await work(pool);
  } finally {
    await pool.end();
    await postgres?.stop();
    hold?.release();
  }
}

/** A session for the profile, so that it goes online without asking for a password. */
async function openSession(pool: Pool, org: string, employeeId: string, device: string): Promise<string> {
  const id = randomBytes(18).toString('base64url');
  const { token, hash } = newRefreshToken(id);
  const at = Date.now();
  const expiresAt = at + defaultLimits.refreshLife;
  await createSessionRow(pool, { org, id, employeeId, device, current: hash, at, expiresAt });
  return token;
}
