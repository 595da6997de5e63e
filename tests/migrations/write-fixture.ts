import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage, commitVerdicts } from '#electron/core/store/commit-page.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { entityNames } from '#shared/domain/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import { schemaVersion } from '#shared/sync/version.ts';
import { changeOf, here, pageOf, rowsOf, verdictOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

// Writes the database that stands for this version of the schema: `node build/node24.mjs tests/migrations/write-fixture.ts`, once,
// before the version is released. What it wrote for an earlier version is never written again.
export const fixtureKey: Buffer = createHash('sha256').update('a key that everybody may know').digest();
const folder = join(import.meta.dirname, 'fixtures');

function write(): void {
  const path = join(folder, `schema-${schemaVersion}.db`);
  rmSync(path, { force: true });
  const db = openWritable({ path, key: fixtureKey });
  createTables(db, { indexes: true });
  writeMeta(db, 'client', 'client-of-the-fixture');
  introduce(db, { org: 'org', userId: here.userId, device: 'device', deviceName: here.deviceName });
  const rows = [
    ...[...company()].map(([entity, row]) => changeOf(entity, row, 1)),
    ...entityNames.flatMap((entity) =>
      [1, 2].map((n) => changeOf(entity, sampleRow(entity, rowId(20, n), { stamp: n }), 2)),
    ),
    changeOf('document', documentRow(rowId(4, 1), { sourceKey: 'paper-1', labels: ['срочно', 'ёж'] }), 3),
  ];
  commitPage(db, pageOf({ changes: rows, toSeq: 3, scopeAdds: ['organization'] }), here, 4);
  const orders = [
    ['document.update', { id: rowId(4, 1), patch: { amount: 5 }, base: { amount: 100_000 } }],
    ['document.create', documentForm()],
    ['comment.add', { objectEntity: 'document', objectId: rowId(4, 1), text: 'Согласен' }],
    ['counterparty.update', { id: rowId(20, 1), patch: { phone: '1' }, base: { phone: null } }],
  ] as const;
  for (const [n, [name, args]] of orders.entries()) {
    const id = commandId(1_780_000_000_000 + n, new Uint8Array(10).fill(n));
    const committed = commitCommand(db, { id, name, v: 1, args }, here, 1_780_000_000_000 + n);
    if (!committed.ok) throw new Error(committed.code);
  }
  const [first, second] = undecided(db, 1, 2);
  if (!first || !second) throw new Error('nothing is pending');
  const refused = { status: 'rejected', seq: null, code: 'DENIED', details: { branch: 'x' } } as const;
  commitVerdicts(db, [verdictOf(1, first.id, { seq: 4 }), verdictOf(2, second.id, refused)], 'lease-1');
  const expected = {
    rows: [...rowsOf(db)].sort(([one], [other]) => (one < other ? -1 : 1)),
    outbox: db.prepare('SELECT n, id, name, state, code, suspended FROM outbox ORDER BY n').all(),
    pending: undecided(db, 1, 9),
  };
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('VACUUM');
  db.pragma('journal_mode = DELETE');
  db.close();
  writeFileSync(join(folder, `schema-${schemaVersion}.json`), `${JSON.stringify(expected, null, 1)}\n`);
}

if (import.meta.main) write();
