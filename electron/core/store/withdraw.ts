import { applyChanges } from '#electron/core/store/apply-page.ts';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { journalCommands } from '#electron/core/store/journal/append-to-journal.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { withdraw as withdrawal } from '#shared/commands/withdraw.ts';
import { Refusal } from '#shared/domain/error.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { derivedId } from '#shared/lib/ids.ts';

/**
 * Takes back a command that has not left: its effect goes, its place in the order is kept by a withdrawal that the centre
 * consumes. Refuses (ALREADY_RESOLVED) once it is on the wire or decided.
 */
export function withdraw(
  db: Writable,
  n: number,
  here: Here,
  sending: { from: number; to: number } | null,
): ChangedRows {
  const changed = new ChangedRows();
  db.transaction(() => {
    const found = prepared(db, 'SELECT id, state FROM outbox WHERE n = ?').get(n) as
      | { id: string; state: string }
      | undefined;
    const leaving = sending !== null && n >= sending.from && n <= sending.to;
    // What has left once may be in force although its answer was lost: only the centre's word can end it.
    const left = n <= (readMeta(db, 'leftN') ?? 0);
    if (!found || leaving || left || found.state !== 'waiting') throw new Refusal('ALREADY_RESOLVED', {});
    applyChanges(db, [], [n], here, changed);
    const args = { id: found.id };
    const { name, version } = withdrawal;
    prepared(
      db,
      `UPDATE outbox SET id = ?, name = ?, version = ?, args = ?, args_hash = ?, base_versions = '{}', suspended = 0 WHERE n = ?`,
    ).run(derivedId(found.id, 0), name, version, JSON.stringify(args), hashValue([name, version, args]), n);
  }).immediate();
  journalCommands(db, [n]);
  return changed;
}

/** The person has read a refusal: it leaves the desk and stays in the journal. */
export function dismiss(db: Writable, n: number): void {
  prepared(db, `UPDATE outbox SET dismissed = 1 WHERE n = ? AND state = 'rejected'`).run(n);
}
