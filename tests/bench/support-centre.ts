import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDatabase, startPostgres } from '#server/embedded/postgres.ts';
import { bulkLoad } from '#server/store/bulk-load.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, ownScopes } from '#shared/domain/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';

const root = join(import.meta.dirname, '..', '..');
const runs = join(root, '.cache', 'bench', 'runs');

export const org = 'large';
export const branchCount = 40;
export const peopleOfBranch = 25;

const idAt = (kind: number, n: number): string =>
  `0190a000-${kind.toString(16).padStart(4, '0')}-8000-8000-${n.toString(16).padStart(12, '0')}`;
export const branchId = (n: number): string => idAt(1, n);
/** People 0–24 work in branch 0, the next 25 in branch 1, and so on; each sees the own branch only. */
export const personId = (n: number): string => idAt(2, n);
/** Document n lies in branch n mod 40. */
export const documentId = (n: number): string => idAt(4, n);

/** A database of a centre with a copy of the large company, in its own cluster; both end with the measurement. */
export interface Centre {
  databaseUrl: string;
  /** An empty folder for the files of a server. */
  dataDir: string;
  documents: number;
  close(): Promise<void>;
}

/** The company is made once for each size, in the database by bulk load, and copied as files. */
export async function openCentre(documents: number, say: (line: string) => void): Promise<Centre> {
  const migrations = join(root, 'server/store/migrations');
  const texts = readdirSync(migrations)
    .sort()
    .map((file) => readFileSync(join(migrations, file), 'utf8'));
  const shape = hashValue([texts, [...ownRows(1)], 'one']).slice(0, 12);
  const folder = join(root, '.cache', 'bench', `centre-${shape}`);
  mkdirSync(folder, { recursive: true });
  // PostgreSQL does not run as root and must reach its folder.
  for (const path of [join(root, '.cache', 'bench'), folder]) chmodSync(path, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  const template = `rows_${documents}`;
  const done = join(folder, `${template}.done`);
  if (!existsSync(done)) {
    say(`making a centre with ${documents} documents`);
    await admin(postgres.url, `DROP DATABASE IF EXISTS ${template}`);
    const pool = createPool(await createDatabase(postgres.url, template), { max: 2 });
    await migrate(pool);
    await createPostgresStore(pool).createOrganization(org, 'epoch');
    await bulkLoad(pool, org, loadedRows(documents), { at: 1 });
    await pool.query('VACUUM ANALYZE');
    await pool.end();
    writeFileSync(done, '');
  }
  const name = `bench_${randomBytes(4).toString('hex')}`;
  await admin(postgres.url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await admin(postgres.url, 'CHECKPOINT');
  const dataDir = join(runs, name);
  mkdirSync(dataDir, { recursive: true });
  return {
    databaseUrl: Object.assign(new URL(postgres.url), { pathname: `/${name}` }).toString(),
    dataDir,
    documents,
    async close() {
      await admin(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await postgres.stop();
    },
  };
}

function* loadedRows(documents: number) {
  for (const [entity, row] of ownRows(documents))
    yield { entity, row, scopes: [...ownScopes(entity, row).scopes].sort() };
}

function* ownRows(documents: number): Iterable<[EntityName, AnyRow]> {
  for (let n = 0; n < branchCount; n += 1) {
    const place = { city: `Город ${n}`, zone: 'Europe/Moscow', offsets: [{ from: null, minutes: 180 }] };
    yield ['branch', { id: branchId(n), code: `Ф${n}`, name: `Филиал ${n}`, ...place, position: n }];
  }
  for (let n = 0; n < branchCount * peopleOfBranch; n += 1) {
    const place = { branchId: branchId(Math.floor(n / peopleOfBranch)), branchAccess: [], roles: ['clerk'] };
    const name = { fullName: `Сотрудник ${n}`, position: 'Делопроизводитель', login: `user${n}` };
    yield ['employee', { id: personId(n), ...name, ...place, email: null, phone: null, state: 'active' }];
  }
  for (let n = 0; n < documents; n += 1) yield ['document', documentRow(n)];
}

/** A document of the company as it was loaded. */
export const documentRow = (n: number): AnyRow => ({
  id: documentId(n),
  kind: 'incoming',
  number: `ВХ-${n}`,
  date: '2026-03-01',
  subject: `Поставка бумаги и картриджей, партия ${n}, по заявке филиала`,
  counterpartyId: null,
  amount: 10_000 + n,
  vatAmount: null,
  currency: 'RUB',
  state: 'reg',
  responsibleId: null,
  branchId: branchId(n % branchCount),
  dueDate: null,
  note: null,
  labels: [],
  sourceKey: null,
  sourceFormat: null,
  authorId: personId((n % branchCount) * peopleOfBranch),
  createdAt: 1,
  receivedAt: 1,
  deviceName: null,
  archivedAt: null,
});

async function admin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
