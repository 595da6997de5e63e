import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreements } from '#build/company/contracts/agreements.ts';
import { ownPapersSeen } from '#build/company/kinds/own-papers.ts';
import { makeLivingCompany } from '#build/seed/company.ts';
import { seedDemo } from '#build/seed/demo.ts';
import { type Postgres, startPostgres } from '#server/embedded/postgres.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import { checkPassword } from '#server/plugins/passwords.ts';
import { accountsByLogin, accountsOf } from '#server/store/accounts.ts';
import { FileVault } from '#server/store/file-vault.ts';
import { listOrganizations } from '#server/store/organizations.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { personOf } from '#server/sync/people.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';

let folder: string;
let postgres: Postgres;
let pool: Pool;
let org: string;
const told: string[] = [];
/** Before and after the company was made: its rows are those of one of the two, whatever hour or day begins meanwhile. */
let made: [number, number];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-seed-'));
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), database: 'opora', durable: false });
  pool = createPool(postgres.url);
  const before = Date.now();
  await seedDemo({ databaseUrl: postgres.url, dataDir: join(folder, 'data'), say: (text) => told.push(text) });
  made = [before, Date.now()];
  org = (await listOrganizations(pool))[0] as string;
});

afterAll(async () => {
  await pool.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Everything a person sees, as a first download brings it. */
function visibleTo(login: string): Promise<RowChange[]> {
  return createPostgresStore(pool).read(org, async (tx) => {
    const [account] = await accountsByLogin(pool, login);
    const { scopes } = await personOf(tx, account?.employeeId ?? '');
    return tx.backfill(scopes, null, 100_000);
  });
}

const documentsIn = (rows: readonly RowChange[]) =>
  rows.filter((one) => one.e === 'document').map((one) => one.row as RowOf<'document'>);

it('fills the company with accounts that open with the demo password', async () => {
  expect(told).toHaveLength(3);
  const accounts = await accountsOf(pool, org);
  expect(accounts.map((account) => account.login)).toEqual(
    expect.arrayContaining(['krylova', 'gizatullina', 'sharipov']),
  );
  expect(await checkPassword(demoPassword, accounts[0]?.passwordHash ?? '')).toBe(true);
});

it('shows the head office everything and a branch its own papers with all that belongs to them', async () => {
  const all = await visibleTo('krylova');
  const templates = documentsIn(all).filter((one) => one.kind === 'template');
  expect(templates.length).toBeGreaterThan(2);
  // An amendment stands beside the contracts that live.
  const papers = documentsIn(all).filter((one) => one.kind !== 'application');
  expect(papers).toHaveLength(400 + agreements.length + 1 + templates.length + ownPapersSeen);
  const kazan = await visibleTo('gizatullina');
  const branch = kazan.find((one) => one.e === 'branch' && one.row?.['code'] === 'КЗН')?.id;
  const clerk = kazan.find((one) => one.e === 'employee' && one.row?.['login'] === 'gizatullina')?.id;
  const own = documentsIn(kazan).filter((one) => one.kind !== 'application');
  expect(own.length).toBeGreaterThan(40);
  expect(own.length).toBeLessThan(150);
  for (const paper of own)
    expect([
      paper.branchId === branch,
      paper.authorId === clerk,
      paper.responsibleId === clerk,
      paper.kind === 'template',
      paper.participants?.includes(clerk ?? ''),
    ]).toContain(true);
  const ids = new Set(own.map((paper) => paper.id));
  const partsOf = (rows: readonly RowChange[]) =>
    rows.filter((one) => ids.has(String(one.row?.['documentId'] ?? one.row?.['objectId']))).map((one) => one.id);
  expect(partsOf(kazan)).toEqual(partsOf(all));
});

it('shows requests to those who asked and to the desks that answer, with their papers', async () => {
  const ticketsOf = async (login: string) => (await visibleTo(login)).filter((one) => one.e === 'ticket');
  const erdman = await visibleTo('erdman');
  const desk = erdman.find((one) => one.e === 'queue' && one.row?.['name'] === 'ИТ')?.id;
  const tickets = erdman.filter((one) => one.e === 'ticket').map((one) => one.row as RowOf<'ticket'>);
  expect(tickets.filter((one) => one.queueId === desk).length).toBeGreaterThan(15);
  const papers = new Set(documentsIn(erdman).map((one) => one.id));
  expect(tickets.filter((one) => !papers.has(one.id))).toEqual([]);
  expect((await ticketsOf('orlov')).length).toBeLessThan((await ticketsOf('ten')).length);
  expect((await visibleTo('orlov')).filter((one) => one.e === 'ticket_note')).toEqual([]);
});

it('stores the bytes of every attachment', async () => {
  const vault = new FileVault(join(folder, 'data'));
  const attachments = (await visibleTo('krylova')).filter((one) => one.e === 'attachment');
  expect(attachments.length).toBeGreaterThan(150);
  for (const { row } of attachments) {
    expect((await stat(vault.path(org, String(row?.['sha256'])))).size).toBe(row?.['size']);
  }
});

it('does nothing the second time', async () => {
  const head = () => createPostgresStore(pool).read(org, (tx) => tx.head());
  const before = await head();
  await seedDemo({ databaseUrl: postgres.url, dataDir: join(folder, 'data') });
  expect(await head()).toEqual(before);
  expect(await listOrganizations(pool)).toEqual([org]);
});

it('is the company the generator makes, row by row', async () => {
  const stored = new Map((await visibleTo('krylova')).map((one) => [one.id, one.row]));
  const companies = [];
  for (const now of made) companies.push((await makeLivingCompany({ seed: 1, documents: 400, now })).rows);
  const [early = [], late = []] = companies.map((rows) =>
    rows.filter((one) => ['employee', 'branch', 'counterparty', 'bank_account'].includes(one.entity)),
  );
  const people = early.filter((one) => stored.has(one.row.id));
  expect(people.length).toBeGreaterThan(100);
  const lately = new Map(late.map((one) => [one.row.id, one.row]));
  for (const { entity, row } of people) expect([row, lately.get(row.id)], entity).toContainEqual(stored.get(row.id));
});
