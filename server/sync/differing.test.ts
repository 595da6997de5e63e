import { beforeEach, expect, test } from 'vitest';
import { differing } from '#server/sync/differing.ts';
import { Lanes } from '#server/sync/lane.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import { Wakes } from '#server/sync/wakes.ts';
import { type EntityName, ownScopes } from '#shared/domain/registry.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { nothing } from '#shared/sync/scope-digest.ts';
import type { Check } from '#shared/sync/up.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { clerk, company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

const scopes = [...new Set(ownScopes('document', documentRow(rowId(4, 1))).scopes), 'organization'];
const held = new Set(scopes);
let store: ServerStore;
let lanes: Lanes;
let n = 0;

beforeEach(async () => {
  store = createMemoryStore();
  await store.createOrganization('org', 'epoch');
  const all = [...company(), ['document', documentRow(rowId(4, 1))] as const] as [
    EntityName,
    ReturnType<typeof documentRow>,
  ][];
  await store.write('org', async (tx) => {
    const rows = all.map(([entity, row]) => {
      return { entity, id: row.id, row, version: 1, at: 1, scopes: ownScopes(entity, row).scopes, left: [] };
    });
    await tx.write({ rows, log: [], clients: [], head: { ...(await tx.head()), seq: 1, chainHash: 'one' } });
  });
  lanes = new Lanes({ store, wakes: new Wakes(), now: () => 5, random: (length) => new Uint8Array(length) });
});

async function push(name: string, args: unknown): Promise<void> {
  n += 1;
  const argsHash = hashValue([name, 1, args]);
  const command = { id: rowId(7, n), n: 1, name, v: 1, args, argsHash, baseVersions: {}, occurredAt: 5 };
  const place = { userId: clerk, device: 'd', deviceName: 'd', epoch: null, lease: null };
  const reply = await lanes.push('org', { ...place, client: `client-${n}`, commands: [command] });
  expect(reply).toMatchObject({ ok: true, verdicts: [{ status: 'accepted' }] });
}

/** What a workstation that has everything would ask now. */
const question = (): Promise<Check> =>
  store.read('org', async (tx) => {
    const kept = await tx.digests(scopes);
    const sums = scopes.map((scope) => ({ scope, ...(kept.get(scope) ?? nothing) }));
    return { t: 'check', ref: 1, cursor: (await tx.head()).seq, scopes: sums };
  });
const ask = (check: Check, known = lanes) =>
  store.read('org', (tx) => differing(tx, held, check, (head) => known.tails.between('org', check.cursor, head)));

test('the same rows are the same, also when others have written since the workstation added them up', async () => {
  const check = await question();
  expect(await ask(check)).toEqual([]);
  await push('document.create', documentForm({ amount: 1 }));
  await push('document.update', { id: rowId(4, 1), patch: { note: 'x' }, base: { note: null } });
  expect((await question()).scopes).not.toEqual(check.scopes);
  expect(await ask(check)).toEqual([]);
});

test('other rows are found, then too', async () => {
  const check = await question();
  const [first, ...others] = check.scopes as [Check['scopes'][number], ...Check['scopes']];
  const wrong = { ...check, scopes: [{ ...first, rows: first.rows + 1 }, ...others] };
  expect(await ask(wrong)).toEqual([first.scope]);
  await push('document.create', documentForm({ amount: 1 }));
  expect(await ask(wrong)).toEqual([first.scope]);
});

test('what cannot be compared is not: rows written by others that nobody here remembers', async () => {
  const check = await question();
  await push('document.create', documentForm({ amount: 1 }));
  const forgetful = new Lanes({ store, wakes: new Wakes(), now: () => 5, random: (length) => new Uint8Array(length) });
  expect(await ask(check, forgetful)).toBeNull();
});

test('nothing is said of scopes that the workstation does not hold', async () => {
  const check = await question();
  const foreign = { ...check, scopes: [{ scope: 'branch:foreign', rows: 0, digest: nothing.digest }] };
  expect(await ask(foreign)).toBeNull();
});
