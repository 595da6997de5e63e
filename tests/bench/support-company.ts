import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeCompany } from '#build/seed/company.ts';
import { loadServer } from '#build/seed/load-server.ts';
import { writeProfile } from '#build/seed/profile.ts';
import { places } from '#electron/core/profile/places.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { entityIndexes, entityTables, exchangeTables } from '#electron/core/store/schema.ts';
import { searchSchema } from '#electron/core/store/search/schema.ts';
import { viewIndexes } from '#electron/core/store/views/view-indexes.ts';
import { createDatabase, startPostgres } from '#server/embedded/postgres.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { hashValue } from '#shared/lib/canonical.ts';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, '.cache', 'bench');
const now = Date.UTC(2026, 10, 20, 12);

/** Sees every branch. */
export const logins = { a: 'krylova' } as const;

/** One company as the centre has it and as a workstation that has just exchanged everything has it; made once, then copied. */
export interface BenchCompany {
  /** Folder of a cluster whose database `company` is a template. */
  cluster: string;
  serverFiles: string;
  /** A profile of `logins.a` with its search index filled. */
  profileDir: string;
  userId: string;
}

export async function benchCompany(documents: number, say: (line: string) => void): Promise<BenchCompany> {
  const migrations = join(root, 'server/store/migrations');
  const texts = readdirSync(migrations)
    .sort()
    .map((file) => readFileSync(join(migrations, file), 'utf8'));
  const shape = hashValue([entityTables(), entityIndexes(), exchangeTables, searchSchema, viewIndexes, texts, 'two']);
  const folder = join(cache, `company-${documents}-${shape.slice(0, 12)}`);
  const made = {
    cluster: join(folder, 'postgres'),
    serverFiles: join(folder, 'files'),
    profileDir: join(folder, 'profile'),
  };
  const done = join(folder, 'done.json');
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(made.serverFiles, { recursive: true });
    // PostgreSQL does not run as root and must reach its folder.
    for (const path of [cache, folder]) chmodSync(path, 0o755);
    say(`making ${documents} documents, in the centre and at a workstation`);
    const company = makeCompany({ seed: 1, documents, now });
    const postgres = await startPostgres({ dataDir: made.cluster, durable: false });
    const pool = createPool(await createDatabase(postgres.url, 'company'), { max: 4 });
    await migrate(pool);
    const head = await loadServer(company, company.people, now, { pool, dataDir: made.serverFiles });
    await pool.query('VACUUM ANALYZE');
    await pool.end();
    await postgres.stop();
    say('filling the search index of the workstation');
    const { userId } = writeProfile({
      profileDir: made.profileDir,
      company,
      login: logins.a,
      head,
      at: now,
      index: true,
    });
    optimize(places(made.profileDir).database(userId), readFileSync(join(made.profileDir, 'demo.key')));
    writeFileSync(`${done}.new`, JSON.stringify({ userId }));
    renameSync(`${done}.new`, done);
  }
  return { ...made, ...(JSON.parse(readFileSync(done, 'utf8')) as { userId: string }) };
}

/** One segment, as the index of a workstation is after a quiet night. */
function optimize(path: string, key: Buffer): void {
  const db = openWritable({ path, key });
  db.exec("INSERT INTO search_index(search_index) VALUES ('optimize')");
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Puts a fresh copy on the disk, so that nothing measured waits for the copying. */
export function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

export interface ProfileCopy {
  profileDir: string;
  userId: string;
  key: Buffer;
  /** The one database of the person. */
  path: string;
  remove(): void;
}

/** A workstation of its own on a copy of the made profile: another device, and another client as soon as it opens. */
export function copyProfile({ profileDir, userId }: BenchCompany): ProfileCopy {
  const copy = join(cache, 'runs', randomBytes(6).toString('hex'));
  mkdirSync(copy, { recursive: true });
  cpSync(profileDir, copy, { recursive: true });
  flush(places(copy).database(userId));
  rmSync(places(copy).lock, { force: true });
  const facts = JSON.parse(readFileSync(places(copy).facts, 'utf8')) as { device: string };
  writeFileSync(places(copy).facts, JSON.stringify({ ...facts, device: copy }));
  return {
    profileDir: copy,
    userId,
    key: readFileSync(join(copy, 'demo.key')),
    path: places(copy).database(userId),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}
