import { expect, test } from 'vitest';
import { UnseenFiles } from '#electron/core/files/unseen-files.ts';
import { rememberFile } from '#electron/core/jobs/keep-file.ts';
import { appendCommand } from '#electron/core/store/outbox.ts';
import { deleteRow, writeRow } from '#electron/core/store/rows/write.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { attachmentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const named = (sha256: string) => ({ documentId: rowId(4, 1), files: [{ sha256, size: 10 }], purpose: null });

test('files whose record has gone out of sight are sent once their command is accepted; what no command names is not', () => {
  const db = openDevice();
  const unseen = new UnseenFiles();
  const command = { name: 'attachment.add', version: 1, argsHash: 'h', baseVersions: {}, occurredAt: 1, about: null };
  for (const [n, sha256] of ['moved', 'refused', 'seen'].entries()) {
    rememberFile(db, { sha256, size: 10 }, 1);
    appendCommand(db, { ...command, n: n + 1, id: `c${n}`, args: named(sha256) });
  }
  rememberFile(db, { sha256: 'nowhere', size: 10 }, 1);
  writeRow(db, 'attachment', attachmentRow(rowId(6, 3), rowId(4, 1), { sha256: 'seen' }), 5, 1);
  expect(unseen.list(db)).toEqual([]);
  db.exec(`UPDATE outbox SET state = CASE id WHEN 'c1' THEN 'rejected' ELSE 'accepted' END`);
  expect(unseen.list(db)).toMatchObject([{ direction: 'up', sha256: 'moved', attachmentId: '' }]);
  expect(unseen.waiting).toBe(1);
  deleteRow(db, 'attachment', rowId(6, 3));
  expect(unseen.list(db).map((one) => one.sha256)).toEqual(['moved', 'seen']);
  db.exec('UPDATE file SET uploaded = 1');
  expect(unseen.list(db)).toEqual([]);
  db.close();
});
