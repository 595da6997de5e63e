import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import { closeJournal } from '#electron/core/store/journal/append-to-journal.ts';
import { keepJournal } from '#electron/core/store/journal/keep-journal.ts';
import { pruneJournal } from '#electron/core/store/journal/prune-journal.ts';
import { readJournal } from '#electron/core/store/journal/read-journal.ts';
import { rewriteJournal } from '#electron/core/store/journal/rewrite-journal.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { commands } from '#shared/commands/registry.ts';
import { commandId } from '#shared/lib/ids.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const day = 24 * 60 * 60_000;
const today = 1_780_000_000_000;
const key = randomBytes(32);
const paper = rowId(4, 1);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-prune-'));
  path = join(folder, 'opora.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A run of the program in which one comment is entered at an instant of its clock and decided at one of the centre's; returns its id. */
function run(n: number, occurredAt: number, decidedAt: number): string {
  const db = openWritable({ path, key });
  keepJournal(db, { path, key, here }, today);
  const args = { objectEntity: 'document', objectId: paper, text: `Слова ${n}` };
  const { version: v } = commands['comment.add'];
  const order = { id: commandId(occurredAt, new Uint8Array(10).fill(n)), name: 'comment.add' as const, v, args };
  expect(commitCommand(db, order, here, occurredAt)).toMatchObject({ ok: true });
  db.prepare(`UPDATE outbox SET state = 'accepted', seq = n, decided_at = ? WHERE id = ?`).run(decidedAt, order.id);
  closeJournal(db);
  db.close();
  return order.id;
}

test('what the centre decided lately stays in the journal, whatever the clock said when it was entered', () => {
  const fresh = openWritable({ path, key });
  createTables(fresh, { indexes: true });
  introduce(fresh, { org: 'org', userId: here.userId, device: 'd', deviceName: 'п' });
  for (const [entity, row] of company()) writeRow(fresh, entity, row, 1, 1);
  writeRow(fresh, 'document', documentRow(paper, { amount: 1 }), 1, 1);
  fresh.close();
  const kept = () => [...readJournal(folder, key)].map((entry) => entry.id);
  const old = run(1, today - 40 * day, today - 40 * day);
  const back = run(2, today - 3_650 * day, today - day);
  const active = run(3, today, today);

  expect(kept()).toEqual([old, back, active]);
  expect(pruneJournal({ path, key }, today)).toBe(1);
  expect(kept()).toEqual([back, active]);

  const db = openWritable({ path, key });
  keepJournal(db, { path, key, here }, today);
  expect(rewriteJournal(db, today)).toBe(true);
  closeJournal(db);
  db.close();
  expect(kept()).toEqual([back, active]);
});
