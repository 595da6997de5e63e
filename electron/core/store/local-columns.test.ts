import { describe, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { addLocalColumns } from '#electron/core/store/local-columns.ts';
import { exchangeTables } from '#electron/core/store/schema.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { rowId } from '#tests/fixtures/kernel/rows.ts';

const partsOf = (db: Readable): unknown =>
  db
    .prepare(`SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name`)
    .pluck()
    .all()
    .map((name) => [name, (db.pragma(`table_info("${name}")`) as { name: string }[]).map((one) => one.name).sort()]);

describe('a database of an earlier program', () => {
  test('gets the columns, indexes and tables that it lacks, and keeps what is in it', () => {
    const db = openDevice();
    const whole = partsOf(db);
    const order = { id: rowId(7, 1), name: 'document.create', v: 1, args: documentForm() };
    expect(commitCommand(db, order, here, 1).ok).toBe(true);
    db.exec('ALTER TABLE outbox DROP COLUMN stripped; DROP INDEX outbox_rejected; DROP TABLE file');
    expect(partsOf(db)).not.toEqual(whole);
    addLocalColumns(db);
    expect(partsOf(db)).toEqual(whole);
    expect(db.prepare('SELECT n, id, stripped FROM outbox').all()).toEqual([{ n: 1, id: order.id, stripped: 0 }]);
    const again = db.pragma('schema_version', { simple: true });
    addLocalColumns(db);
    expect(db.pragma('schema_version', { simple: true })).toBe(again);
    db.close();
  });

  test('every column that may have to be added can be: NOT NULL comes with a default, keys are never new', () => {
    // The columns of the first release, which every database has.
    const first: Record<string, string> = {
      meta: 'key value',
      outbox:
        'n id name version args args_hash base_versions occurred_at about_entity about_id state seq decided_at code details suspended dismissed',
      pending_key: 'key n mode',
      undo: 'entity id row v at',
      file: 'sha256 size here uploaded upload_url problem added_at',
    };
    const db = openDevice([]);
    for (const [table, names] of Object.entries(first)) {
      const columns = db.pragma(`table_info("${table}")`) as { name: string; notnull: number; dflt_value: unknown }[];
      const added = columns.filter((column) => !names.split(' ').includes(column.name));
      const stuck = added.filter((column) => column.notnull === 1 && column.dflt_value === null);
      expect(stuck).toEqual([]);
    }
    expect(exchangeTables).not.toMatch(/IF NOT EXISTS/);
    db.close();
  });
});
