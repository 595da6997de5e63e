import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tales } from '#build/company/portal/story/tales.ts';
import { makeCompany } from '#build/seed/company.ts';
import { loadServer } from '#build/seed/load-server.ts';
import { readSeedOptions } from '#build/seed/options.ts';
import { type WrittenProfile, writeProfile } from '#build/seed/profile.ts';
import { seedProfile } from '#build/seed/seed-profile.ts';
import { readWorkstation, recognises } from '#electron/core/profile/workstation.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { readStored } from '#electron/core/store/rows/read.ts';
import { type Postgres, startPostgres } from '#server/embedded/postgres.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { personOf } from '#server/sync/people.ts';
import type { Head } from '#server/sync/store-port.ts';
import { type EntityName, entityNames } from '#shared/domain/registry.ts';

const now = Date.UTC(2026, 4, 13, 11, 3);
const company = makeCompany({ seed: 7, documents: 2_500, now });
let folder: string;
let postgres: Postgres;
let pool: Pool;
let head: Head;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-seed-'));
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'opora', durable: false });
  pool = createPool(postgres.url);
  await migrate(pool);
  head = await loadServer(company, [], now, { pool, dataDir: join(folder, 'server') });
});

afterAll(async () => {
  await pool.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const profileDir = (login: string): string => join(folder, 'profiles', login);
const written = (login: string): WrittenProfile =>
  writeProfile({ profileDir: profileDir(login), company, login, head, at: now, index: true });

describe.each(['krylova', 'gizatullina'])('a profile written for %s', (login) => {
  let profile: WrittenProfile;
  beforeAll(() => {
    profile = written(login);
  });

  it('holds exactly what a first download would bring, with the same versions', async () => {
    const download = await createPostgresStore(pool).read(company.org, async (tx) => {
      const person = await personOf(tx, profile.userId);
      return { person, rows: await tx.backfill(person.scopes, null, 1_000_000) };
    });
    const db = openReadable(profile);
    expect(download.rows.length).toBeGreaterThan(500);
    for (const { e, id, v, at, row } of download.rows) {
      const stored = readStored(db, e as EntityName, id);
      expect(stored?.row).toEqual(row);
      expect(stored).toMatchObject({ v, at });
    }
    const counts = entityNames.map((name) => db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(download.rows.length);
    expect(profile.rows).toBe(download.rows.length);
    expect(readMeta(db, 'cursor')).toBe(head.seq);
    expect(readMeta(db, 'chainHash')).toBe(head.chainHash);
    expect(readMeta(db, 'membershipSeq')).toBe(download.person.membershipSeq);
    expect(readMeta(db, 'scopes')).toEqual(download.person.scopes);
    db.close();
  });

  it('opens with its person at work, known by the demo password, its search index read', () => {
    const facts = readWorkstation(profileDir(login));
    expect(facts.open).toEqual({ userId: profile.userId, locked: false });
    expect(recognises(facts.people[0] as (typeof facts.people)[0], demoPassword)).toBe(true);
    const db = openReadable(profile);
    expect(db.prepare('SELECT count(*) FROM search_dirty').pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM search_row').pluck().get()).toBeGreaterThan(500);
    db.close();
  });

  it('is not written over', () => {
    expect(() => written(login)).toThrow(/already/);
  });
});

it('makes a profile of a company of its own without a server, the same for the same day', async () => {
  const words = [
    '--documents',
    '50',
    '--tickets',
    '120',
    '--profile',
    'пробный',
    '--local',
    '--today',
    '2026-05-13',
    '--no-index',
  ];
  const seed = (data: string) =>
    seedProfile(readSeedOptions(words, { OPORA_DATA: join(folder, data) }, folder), () => {});
  const [one, other] = [await seed('one'), await seed('other')];
  expect(one).toMatchObject({
    documents: 50,
    tickets: 120 + tales.length + 1,
    login: 'krylova.пробный',
    onServer: false,
  });
  expect(other).toMatchObject({ organization: one.organization, rows: one.rows });
  await expect(seed('one')).rejects.toThrow(/in use/);
});

describe('words after npm run seed --', () => {
  const read = (...words: string[]) => readSeedOptions(words, {}, '/');
  it('are refused with what is wrong', () => {
    expect(() => read('--documents', '400')).toThrow(/--profile/);
    expect(() => read('--profile', '../x')).toThrow(/--profile/);
    expect(() => read('--profile', 'big', '--documents', 'many')).toThrow(/--documents/);
    expect(() => read('--profile', 'big', '--tickets', '-1')).toThrow(/--tickets/);
    expect(() => read('--profile', 'big', '--today', 'вчера')).toThrow(/--today/);
  });
});
