import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWritable } from '#electron/core/store/open.ts';

const rightsOf = (path: string): number => statSync(path).mode & 0o777;

test.skipIf(process.platform === 'win32')(
  'a database and what lies beside it are its owner’s only, new or of an earlier program',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-own-'));
    const path = join(folder, 'opora.db');
    const files = [path, `${path}-wal`, `${path}-shm`];
    const db = openWritable({ path, key: null });
    db.exec('CREATE TABLE one (x)');
    expect(files.map(rightsOf)).toEqual([0o600, 0o600, 0o600]);
    for (const file of files) chmodSync(file, 0o644);
    const second = openWritable({ path, key: null });
    expect(files.map(rightsOf)).toEqual([0o600, 0o600, 0o600]);
    second.close();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
