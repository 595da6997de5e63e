import { createHash, hash } from 'node:crypto';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { type EntityName, entityNames, type RowOf } from '#shared/domain/registry.ts';
import { canonicalJson } from '#shared/lib/canonical.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';
import { whole } from '#tests/fixtures/kernel/rows.ts';
import { examineApprovals } from '#tests/simulation/approval-invariants.ts';
import { org, scopesOf } from '#tests/simulation/company.ts';
import type { Device } from '#tests/simulation/device.ts';
import type { MemoryState } from '#tests/simulation/memory-state.ts';
import { examinePortal } from '#tests/simulation/portal-invariants.ts';
import { placed, visibleTo } from '#tests/simulation/sight.ts';
import type { World } from '#tests/simulation/world.ts';

export interface Findings {
  divergences: string[];
  lost: string[];
}

/** After quiet: every device shows exactly what its person may see, and everything entered has one true verdict. */
export async function examine(world: World): Promise<Findings> {
  const findings: Findings = { divergences: [], lost: [] };
  const rows = await placed(world.store);
  for (const device of world.devices) {
    device.settleUntold();
    const employee = rows.get(`employee/${device.person}`)?.[1] as RowOf<'employee'>;
    const expected = await world.store.read(org, (tx) => tx.backfill(scopesOf(employee), null, 1_000_000));
    compareRows(device, expected, findings);
    const visible = visibleTo(rows, device.person);
    for (const { e, id } of expected)
      if (!visible.delete(`${e}/${id}`))
        findings.divergences.push(`${device.person} is sent ${e}/${id} without sight of it`);
    for (const place of visible) findings.divergences.push(`${device.person} is not sent ${place}`);
    await compareReceipts(world, device, findings);
  }
  findings.divergences.push(...examineLog(world.store.stateOf(org)));
  findings.divergences.push(...(await examineApprovals(world.store)), ...(await examinePortal(world.store)));
  return findings;
}

/** Numbers of the history are without a gap, each is of one command, and the chain of hashes leads from the first to the head. */
function examineLog({ head, chain, logs }: MemoryState): string[] {
  const wrong: string[] = [];
  const accepted = [...logs.values()].flat().filter((entry) => entry.verdict.seq !== null);
  accepted.sort((one, other) => (one.verdict.seq ?? 0) - (other.verdict.seq ?? 0));
  if (accepted.length !== head.seq) wrong.push(`${accepted.length} commands in force, the head is ${head.seq}`);
  if (new Set(accepted.map((entry) => entry.verdict.id)).size !== accepted.length)
    wrong.push('a command is in force twice');
  for (const [n, { verdict, argsHash, client }] of accepted.entries()) {
    if (verdict.seq !== n + 1) wrong.push(`number ${verdict.seq} stands where ${n + 1} should`);
    const linked = hash('sha256', `${chain[n]}:${n + 1}:${verdict.id}:${argsHash}:${verdict.at}`);
    if (client !== 'founder' && chain[n + 1] !== linked) wrong.push(`the chain is broken at ${n + 1}`);
  }
  if (chain[head.seq] !== head.chainHash) wrong.push('the head is not the end of the chain');
  for (const [client, log] of logs)
    for (const [n, { verdict }] of log.entries())
      if (n > 0 && verdict.n <= (log[n - 1]?.verdict.n ?? 0))
        wrong.push(`numbers of ${client} go back at ${verdict.n}`);
  return wrong;
}

function compareRows(device: Device, expected: readonly RowChange[], findings: Findings): void {
  const rows = new Map(
    expected.map((change) => [
      `${change.e}/${change.id}`,
      canonicalJson(whole(change.e as EntityName, { ...change.row, id: change.id })),
    ]),
  );
  for (const entity of entityNames) {
    for (const record of prepared(device.db, `SELECT * FROM "${entity}"`).all() as Record<string, unknown>[]) {
      const key = `${entity}/${String(record['id'])}`;
      const wanted = rows.get(key);
      rows.delete(key);
      if (wanted === undefined) findings.divergences.push(`${device.name} still has ${key}`);
      else if (wanted !== canonicalJson(decodeRow(entity, record)))
        findings.divergences.push(`${device.name} differs in ${key}`);
    }
  }
  for (const key of rows.keys()) findings.divergences.push(`${device.name} lacks ${key}`);
  const left = device.db
    .prepare('SELECT (SELECT count(*) FROM undo) + (SELECT count(*) FROM pending_key)')
    .pluck()
    .get();
  if (left !== 0) findings.divergences.push(`${device.name} keeps ${String(left)} traces of finished commands`);
}

async function compareReceipts(world: World, device: Device, findings: Findings): Promise<void> {
  const said = await world.store.read(org, (tx) => tx.known(device.entered));
  const sql = 'SELECT id, state, seq FROM outbox';
  const outbox = new Map(
    (device.db.prepare(sql).all() as { id: string; state: string; seq: number | null }[]).map((one) => [one.id, one]),
  );
  for (const id of device.entered) {
    const [here, there] = [outbox.get(id), said.get(id)?.verdict];
    if (!here) findings.lost.push(`${device.name} has lost ${id}`);
    else if (!there) {
      // A refusal stands on the desk: a centre that has forgotten it is not asked again.
      if (here.state === 'rejected' && world.centre.restored > 0) continue;
      findings.lost.push(`the centre has never decided ${id} of ${device.name} (${here.state})`);
    } else if (here.state !== there.status || here.seq !== there.seq)
      findings.lost.push(`${device.name} shows a wrong receipt for ${id}`);
  }
  if (outbox.size !== device.entered.length)
    findings.lost.push(`${device.name}: ${outbox.size} in the outbox, ${device.entered.length} entered`);
  // A device is not woken for what it may not see, so it may stand before the head; but on the same road.
  const chain = await world.store.read(org, (tx) => tx.chainAt(readMeta(device.db, 'cursor') ?? 0));
  if (chain !== readMeta(device.db, 'chainHash')) findings.divergences.push(`${device.name} has another history`);
}

/** A fingerprint of everything that can be seen at the end. */
export function fingerprint(world: World): string {
  const digest = createHash('sha256').update(world.trace);
  for (const device of world.devices) {
    for (const entity of entityNames) {
      const rows = prepared(device.db, `SELECT * FROM "${entity}" ORDER BY id`).raw(true);
      digest.update(`\n${JSON.stringify(rows.all())}`);
      rows.raw(false);
    }
  }
  return digest.digest('hex');
}
