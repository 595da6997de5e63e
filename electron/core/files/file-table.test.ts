import { expect, test } from 'vitest';
import { confirmVerified } from '#electron/core/files/file-table.ts';
import { filesOnTheWay } from '#electron/core/files/transfers-of.ts';
import { rememberFile } from '#electron/core/jobs/keep-file.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { attachmentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

test('bytes that the centre has checked already, sent by a clone or before a kill, wait for nothing', () => {
  const db = openDevice();
  const rows = [
    ['checked', 5, 1],
    ['unchecked', 5, null],
    ['unsent', 0, null],
  ] as const;
  for (const [n, [sha256, version, verifiedAt]] of rows.entries()) {
    rememberFile(db, { sha256, size: 10 }, 1);
    writeRow(db, 'attachment', attachmentRow(rowId(6, n), rowId(4, 1), { sha256, verifiedAt }), version, 1);
  }
  expect(filesOnTheWay(db).waiting).toBe(3);
  confirmVerified(db);
  const left = db.prepare('SELECT sha256 FROM file WHERE uploaded = 0 ORDER BY sha256').pluck().all();
  expect(left).toEqual(['unchecked', 'unsent']);
  expect(filesOnTheWay(db).waiting).toBe(2);
  db.close();
});
