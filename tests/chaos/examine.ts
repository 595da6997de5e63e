import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { places } from '#electron/core/profile/places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { FileVault } from '#server/store/file-vault.ts';
import { genesisHash } from '#server/store/genesis.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { personOf } from '#server/sync/people.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityNames, type RowOf } from '#shared/domain/registry.ts';
import { canonicalJson, hashText } from '#shared/lib/canonical.ts';
import type { Verdict } from '#shared/sync/command-wire.ts';
import type { House } from '#tests/chaos/house.ts';
import type { Station } from '#tests/chaos/station.ts';
import { whole } from '#tests/fixtures/kernel/rows.ts';
import { examineApprovals } from '#tests/simulation/approval-invariants.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';
import { org } from '#tests/simulation/company.ts';
import { examinePortal } from '#tests/simulation/portal-invariants.ts';
import { placed, visibleTo } from '#tests/simulation/sight.ts';

export interface Findings {
  /** Told as saved and not decided by the centre, or not to be found where it was entered. */
  lost: string[];
  duplicated: string[];
  divergent: string[];
}

interface LogRow {
  command_id: string;
  seq: number | null;
  chain_hash: string;
  verdict: string;
  args_hash: string;
}

/** After quiet, with every workstation stopped: is everything true that anybody was told? */
export async function examine(house: House): Promise<Findings> {
  const findings: Findings = { lost: [], duplicated: [], divergent: [] };
  const store = createPostgresStore(house.pool);
  const sql = 'SELECT command_id, seq, chain_hash, verdict, args_hash FROM command_log WHERE org_id = $1 ORDER BY seq';
  const { rows: log } = await house.pool.query<LogRow>(sql, [org]);
  compareJournal(house, log, findings);
  await checkChain(store, log, findings);
  const rows = await placed(store);
  for (const station of house.stations) {
    const path = places(station.place.profileDir).database(station.person);
    if (!existsSync(path)) continue;
    const db = openReadable({ path, key: Buffer.from(station.place.key, 'hex') });
    const expected = await store.read(org, async (tx) => {
      const { scopes } = await personOf(tx, station.person);
      return tx.backfill(scopes, null, 10_000_000);
    });
    compareRows(station, db, expected, findings.divergent);
    const visible = visibleTo(rows, station.person);
    for (const { e, id } of expected)
      if (!visible.delete(`${e}/${id}`)) findings.divergent.push(`${station.name} is sent ${e}/${id} without sight`);
    for (const place of visible) findings.divergent.push(`${station.name} is not sent ${place}`);
    compareReceipts(house, station, db, log, findings);
    const chain = await store.read(org, (tx) => tx.chainAt(readMeta(db, 'cursor') ?? 0));
    if (readMeta(db, 'chainHash') !== chain) findings.divergent.push(`${station.name} has another history`);
    db.close();
  }
  await checkFiles(house, store, findings);
  findings.divergent.push(...(await examineApprovals(store)), ...(await examinePortal(store)));
  return findings;
}

/** Everything saved has exactly one verdict. */
function compareJournal(house: House, log: readonly LogRow[], { lost, duplicated }: Findings): void {
  const times = new Map<string, number>();
  for (const { command_id } of log) times.set(command_id, (times.get(command_id) ?? 0) + 1);
  for (const { id, name, station, n } of house.journal.all)
    if (!times.has(id)) lost.push(`${name} ${id} (n ${n}) of ${station} has no verdict`);
  for (const [id, count] of times) if (count > 1) duplicated.push(`${id} was decided ${count} times`);
}

/** How the ids of loaded rows begin. */
const timeless = '00000000-0000-';

/** Sequences have no gap, and the hashes follow from each other from the beginning on. */
async function checkChain(store: ServerStore, log: readonly LogRow[], { divergent }: Findings): Promise<void> {
  let [seq, chain] = [0, genesisHash(org)];
  for (const row of log) {
    if (row.seq === null) continue;
    seq += 1;
    const link = `${chain}:${seq}:${row.command_id}:${row.args_hash}`;
    const { at } = JSON.parse(row.verdict) as Verdict;
    // What was loaded in bulk stands without the time of its decision.
    chain = hashText(row.command_id.startsWith(timeless) ? link : `${link}:${at}`);
    if (row.seq === seq && row.chain_hash === chain) continue;
    return void divergent.push(`the history of the centre breaks at seq ${seq} (${row.command_id}, ${row.seq})`);
  }
  const head = await store.read(org, (tx) => tx.head());
  if (head.seq !== seq || head.chainHash !== chain) divergent.push(`the head says ${head.seq}, the log ${seq}`);
}

function compareRows(
  { name }: Station,
  db: Readable,
  expected: readonly { e: string; id: string; row: unknown }[],
  divergent: string[],
): void {
  const places = new Set(expected.map(({ e, id }) => `${e}/${id}`));
  // Of a dispute about a record out of sight only what was typed here stays: its author may not see the other values any more.
  const shown = (entity: string, row: AnyRow): string => {
    const isBlind = entity === 'conflict' && !places.has(`${row['objectEntity']}/${row['objectId']}`);
    const fields = isBlind ? (row['fields'] as { field: string; mine: unknown }[]) : [];
    const typed = { merged: [], fields: fields.map(({ field, mine }) => ({ field, mine })) };
    return canonicalJson(isBlind ? { ...row, ...typed } : row);
  };
  const wanted = new Map(
    expected.map(({ e, id, row }) => [
      `${e}/${id}`,
      shown(e, whole(e as EntityName, { ...(row as RowOf<'document'>), id })),
    ]),
  );
  for (const entity of entityNames) {
    for (const record of prepared(db, `SELECT * FROM "${entity}"`).all() as Record<string, unknown>[]) {
      const key = `${entity}/${String(record['id'])}`;
      const there = wanted.get(key);
      wanted.delete(key);
      const here = shown(entity, decodeRow(entity, record));
      if (there === undefined) divergent.push(`${name} still has ${key}`);
      else if (there !== here) divergent.push(`${name} differs in ${key}: ${here} instead of ${there}`);
    }
  }
  for (const key of wanted.keys()) divergent.push(`${name} lacks ${key}`);
  const sql = 'SELECT (SELECT count(*) FROM undo) + (SELECT count(*) FROM pending_key)';
  const left = db.prepare(sql).pluck().get();
  if (left !== 0) divergent.push(`${name} keeps ${String(left)} traces of finished commands`);
}

/** What a workstation shows of its commands is what the centre said; and it has all it ever called saved, unless its disk was replaced. */
function compareReceipts(
  house: House,
  station: Station,
  db: Readable,
  log: readonly LogRow[],
  { lost, divergent }: Findings,
): void {
  const said = new Map(log.map((row) => [row.command_id, JSON.parse(row.verdict) as Verdict]));
  type Receipt = { id: string; state: string; seq: number | null };
  const outbox = db.prepare('SELECT id, state, seq FROM outbox').all() as Receipt[];
  const seen = new Set<string>();
  for (const { id, state, seq } of outbox) {
    if (seen.has(id)) divergent.push(`${station.name} has ${id} twice in its outbox`);
    seen.add(id);
    const verdict = said.get(id);
    if (!verdict) lost.push(`${station.name}: ${id} (${state}) has no verdict`);
    else if (verdict.status !== state || verdict.seq !== seq)
      divergent.push(`${station.name}: ${id} is ${state} ${seq}, the centre says ${verdict.status} ${verdict.seq}`);
  }
  if (house.replaced.has(station.name)) return;
  for (const { id } of house.journal.of(station.name))
    if (!seen.has(id)) lost.push(`${station.name} has forgotten ${id}`);
}

/** Every file that a record names is in the centre, byte by byte. */
async function checkFiles(house: House, store: ServerStore, { lost, divergent }: Findings): Promise<void> {
  const vault = new FileVault(house.serverFiles);
  for (const { id, sha256, verifiedAt } of await rowsOfCentre(store, 'attachment')) {
    // The company had two files before anybody made one; nobody has their bytes.
    if (/^0+$/.test(sha256)) continue;
    if ((await vault.size(org, sha256)) === null) lost.push(`the file ${sha256} of ${id} is not in the centre`);
    else if (
      sha256 !==
      createHash('sha256')
        .update(readFileSync(vault.path(org, sha256)))
        .digest('hex')
    )
      divergent.push(`the file ${sha256} of ${id} has other bytes`);
    if (verifiedAt === null) divergent.push(`the file ${sha256} of ${id} is not verified`);
  }
}
