import { expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { PageSlices } from '#electron/core/sync/page-slices.ts';
import { commandId } from '#shared/lib/ids.ts';
import { changeOf, here, openDevice, pageOf, rowsOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const documents = Array.from({ length: 14 }, (_, n) => documentRow(rowId(6, n + 1)));

/** Rows of each slice of a page that changes every document once, with so many pending commands on each of them. */
function slicesOf(pending: number): { slices: number[]; db: ReturnType<typeof openDevice> } {
  const db = openDevice();
  const slices: number[] = [];
  const due: (() => void)[] = [];
  const pages = new PageSlices(
    {
      ...{ db, here, now: () => 1, sliceRows: 2 },
      schedule: (_, action) => {
        due.push(action);
        return () => undefined;
      },
      changed: (rows) => slices.push(rows.list().find((one) => one.entity === 'document')?.ids?.length ?? 0),
    },
    () => false,
  );
  pages.apply(pageOf({ toSeq: 1, changes: documents.map((row) => changeOf('document', row, 1)) }), () => undefined);
  for (let n = 0; n < documents.length * pending; n += 1) {
    const id = commandId(1_780_000_000_000 + n, new Uint8Array(10).fill(n));
    const row = documents[n % documents.length];
    const args = { id: row?.id, patch: { note: `заметка ${n}` }, base: { note: null } };
    expect(commitCommand(db, { id, name: 'document.update', v: 1, args }, here, 1_000 + n).ok).toBe(true);
  }
  slices.length = 0;
  const changes = documents.map((row, n) => changeOf('document', { ...row, subject: `тема ${n}` }, n + 2));
  let isDone = false;
  pages.apply(pageOf({ toSeq: 20, changes }), () => {
    isDone = true;
  });
  for (let next = due.shift(); next; next = due.shift()) next();
  expect(isDone).toBe(true);
  return { slices, db };
}

test('slices grow while pending commands that run again take more of them than their rows', () => {
  const alone = slicesOf(0);
  expect(alone.slices).toEqual([2, 2, 2, 2, 2, 2, 2]);
  const busy = slicesOf(3);
  expect(busy.slices).toEqual([2, 4, 8]);
  const subjects = [...rowsOf(busy.db)].flatMap(([, { row }]) =>
    documents.some((one) => one.id === row.id) ? [row] : [],
  );
  expect(subjects.map((row) => [row['subject'], row['note']])).toEqual(
    documents.map((_, n) => [`тема ${n}`, `заметка ${n + 2 * documents.length}`]),
  );
  for (const { db } of [alone, busy]) db.close();
});
