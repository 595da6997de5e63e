import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepFile } from '#electron/core/jobs/keep-file.ts';
import { places } from '#electron/core/profile/places.ts';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { writeRow } from '#electron/core/store/rows/write.ts';
import { explain } from '#electron/core/worker/reply.ts';
import { commandId } from '#shared/lib/ids.ts';
import { changeOf, contentsOf, here, pageOf, rowsOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-full-'));
const mounted = mountSmall();
afterAll(() => {
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** A disk of two megabytes; only root may mount one. */
function mountSmall(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('disk full: skipped, a small file system cannot be mounted here');
    return false;
  }
}

const order = (n: number) => {
  const args = documentForm({ note: 'з'.repeat(10_000) });
  return { id: commandId(1_780_000_000_000 + n, randomBytes(10)), name: 'document.create', v: 1, args };
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return explain(error).code;
  }
  return 'done';
};

test.skipIf(!mounted)(
  'a full disk refuses the save, keeps everything that was saved, and goes on when there is room',
  async () => {
    const [path, key] = [join(folder, 'opora.db'), randomBytes(32)];
    const db = openWritable({ path, key });
    createTables(db, { indexes: true });
    introduce(db, { org: 'org', userId: here.userId, device: 'd', deviceName: 'п' });
    for (const [entity, row] of company()) writeRow(db, entity, row, 1, 1);
    let saved = 0;
    while (codeOf(() => commitCommand(db, order(saved), here, 1)) === 'done') saved += 1;
    expect(saved).toBeGreaterThan(3);
    expect(codeOf(() => commitCommand(db, order(saved), here, 1))).toBe('DISK_FULL');
    const before = contentsOf(db);
    expect(db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(saved);

    const big = Array.from({ length: 40 }, (_, n) =>
      changeOf('document', documentRow(rowId(4, n), { note: 'з'.repeat(10_000) })),
    );
    expect(codeOf(() => commitPage(db, pageOf({ changes: big }), here, 1))).toBe('DISK_FULL');
    expect(contentsOf(db)).toBe(before);

    const source = join(tmpdir(), `opora-source-${process.pid}`);
    writeFileSync(source, randomBytes(3_000_000));
    await expect(keepFile(folder, source)).rejects.toMatchObject({ code: 'DISK_FULL' });
    rmSync(source);
    expect(readdirSync(places(folder).files)).toEqual([]);
    expect(contentsOf(db)).toBe(before);

    execFileSync('mount', ['-o', 'remount,size=8m', folder]);
    expect(codeOf(() => commitCommand(db, order(saved), here, 1))).toBe('done');
    const rows = rowsOf(db);
    db.close();
    const again = openWritable({ path, key });
    expect(rowsOf(again)).toEqual(rows);
    expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
    again.close();
  },
);
