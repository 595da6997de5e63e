import { describe, expect, test } from 'vitest';
import { commitCommand, commitCommands } from '#electron/core/store/commit-command.ts';
import { commitPage, commitVerdicts } from '#electron/core/store/commit-page.ts';
import { startOver, takeNewName } from '#electron/core/store/fork.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { withdraw } from '#electron/core/store/withdraw.ts';
import { type CommandName, commands } from '#shared/commands/registry.ts';
import { branchScope, organizationScope } from '#shared/domain/entity.ts';
import { commandId } from '#shared/lib/ids.ts';
import {
  changeOf,
  contentsOf,
  here,
  leaveOf,
  openDevice,
  pageOf,
  verdictOf,
} from '#tests/fixtures/kernel/device-rows.ts';
import { fileForm, importForm } from '#tests/fixtures/kernel/forms.ts';
import { documentRow, kazan, moscow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { crashable, Killed } from '#tests/simulation/crashable.ts';

const papers = [rowId(4, 1), rowId(4, 2), rowId(4, 3)] as const;

const order = (n: number, name: CommandName, args: unknown) => {
  const id = commandId(1_780_000_000_000 + n, new Uint8Array(10).fill(n));
  return { id, name, v: commands[name].version, args };
};
const account = { account: '40702810400000000001', bik: null, bankName: null, corrAccount: null, currency: 'RUB' };
const bigImport = order(90, 'document.import', importForm({ accounts: [{ ...account, own: true }], file: fileForm() }));
const edit = (n: number, id: string, amount = 100_000) =>
  order(n, 'document.update', { id, patch: { amount: n, note: 'моя' }, base: { amount } });

/** A workstation in the middle of its work: papers of two branches, edits and comments that wait, a scope about to be lost. */
function busyDevice(): Writable {
  const db = openDevice();
  for (const [n, id] of papers.entries()) {
    writeRow(db, 'document', documentRow(id, { branchId: n === 2 ? kazan : moscow }), 2, 2);
  }
  writeMeta(db, 'scopes', [organizationScope, branchScope(moscow), branchScope(kazan)]);
  for (const [n, id] of papers.entries()) {
    commitCommand(db, edit(n + 1, id), here, 5);
    const text = { objectEntity: 'document', objectId: id, text: 'Да' };
    commitCommand(db, order(n + 11, 'comment.add', text), here, 5);
  }
  return db;
}

const idAt = (db: Writable, n: number): string =>
  db.prepare('SELECT id FROM outbox WHERE n = ?').pluck().get(n) as string;

const deeds: Record<string, (db: Writable) => unknown> = {
  'saving an import': (db) => commitCommand(db, bigImport, here, 6),
  'saving several commands of one action': (db) => commitCommands(db, [edit(91, papers[0], 1), bigImport], here, 6),
  'applying a page with a rebase, a leave, a lost scope and verdicts': (db) =>
    commitPage(
      db,
      pageOf({
        changes: [changeOf('document', documentRow(papers[0], { amount: 7 }), 9), leaveOf('document', papers[1], 9)],
        scopeDrops: [branchScope(kazan)],
        inbox: [
          verdictOf(1, idAt(db, 1)),
          verdictOf(2, idAt(db, 2), { status: 'rejected', seq: null, code: 'DENIED' }),
        ],
        lastN: 2,
      }),
      here,
      7,
    ),
  'the page of a filling': (db) =>
    commitPage(db, pageOf({ changes: [changeOf('document', documentRow(rowId(4, 9)), 9)], more: true }), here, 7),
  'writing verdicts': (db) =>
    commitVerdicts(
      db,
      [1, 2, 3].map((n) => verdictOf(n, idAt(db, n))),
      'lease',
    ),
  'withdrawing a command': (db) => withdraw(db, 1, here, null),
  'starting over': (db) => startOver(db, 10, 'anew'),
  'taking a new name': (db) => takeNewName(db, 'anew'),
};

describe('a process killed at any statement', () => {
  test.each(Object.entries(deeds))(
    'of %s leaves everything or nothing, and the same work goes through afterwards',
    (_name, deed) => {
      const whole = busyDevice();
      deed(whole);
      const after = contentsOf(whole);
      whole.close();
      const real = busyDevice();
      const { db, killAfter } = crashable(real);
      const before = contentsOf(real);
      expect(after).not.toBe(before);
      let kills = 0;
      for (let statement = 1; ; statement += 1) {
        killAfter(statement);
        try {
          deed(db);
          break;
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
          kills += 1;
          const found = contentsOf(real);
          // Killed right after the commit: all of it is there.
          if (found === after) break;
          expect(found).toBe(before);
        }
      }
      expect(kills).toBeGreaterThan(1);
      expect(contentsOf(real)).toBe(after);
      real.close();
    },
  );
});
