import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf } from '#electron/core/profile/places.ts';
import { adoptFiles } from '#electron/core/recovery/files-to-send.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';
import { attachmentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

test('files that a restored database does not know are here again: whole ones, and those that the centre has', () => {
  const profileDir = mkdtempSync(join(tmpdir(), 'opora-adopt-'));
  const db = openDevice();
  const [here, short, unsent, away] = ['a', 'b', 'c', 'd'].map((one) => one.repeat(64)) as [
    string,
    string,
    string,
    string,
  ];
  const rows = [
    [here, 4, 1],
    [short, 9, 1],
    [unsent, 4, null],
    [away, 4, 1],
  ] as const;
  for (const [n, [sha256, size, verifiedAt]] of rows.entries()) {
    writeRow(db, 'attachment', attachmentRow(rowId(6, n), rowId(4, 1), { sha256, size, verifiedAt }), 1, 1);
    if (sha256 === away) continue;
    mkdirSync(dirname(fileOf(profileDir, sha256)), { recursive: true });
    writeFileSync(fileOf(profileDir, sha256), 'text');
  }
  adoptFiles(db, profileDir, 7);
  expect(db.prepare('SELECT sha256, size, here, uploaded FROM file').all()).toEqual([
    { sha256: here, size: 4, here: 1, uploaded: 1 },
  ]);
  db.close();
  rmSync(profileDir, { recursive: true });
});
