import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagnosticsEntries } from '#electron/core/recovery/diagnostics.ts';
import { CoreLog } from '#electron/core/recovery/log.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { writeMeta } from '#electron/core/store/meta.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';

let profileDir: string;
let db: Writable;
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'opora-bundle-'));
  db = openDevice();
});
afterEach(() => {
  db.close();
  rmSync(profileDir, { recursive: true, force: true });
});

const status: SyncStatus = {
  ...{
    link: 'online',
    since: 0,
    waiting: 0,
    sending: 0,
    filling: 0,
    lastExchangeAt: null,
    problem: null,
    clockAhead: 0,
  },
  ...{ conflicts: 0, rejected: 0, files: { waiting: 0, bytesLeft: 0 } },
};

function exchangeTold(): Record<string, unknown> {
  const rest = { key: randomBytes(32), serverUrl: null, deviceName: 'МСК-01', demo: false, version: 'test' };
  const parts = { settings: { profileDir, ...rest }, open: { db, userId: here.userId }, trouble: null, status, now: 1 };
  const entries = diagnosticsEntries({ ...parts, log: new CoreLog(profileDir) });
  return JSON.parse(entries.find((one) => one.name === 'exchange.json')?.text ?? '{}');
}

test('rows that were not the centre’s are told with their time and the number of scopes, not with their names', () => {
  expect(exchangeTold()['diverged']).toBeNull();
  writeMeta(db, 'diverged', { at: Date.UTC(2026, 2, 4, 5), scopes: ['organization', 'branch:kazan'] });
  expect(exchangeTold()['diverged']).toEqual({ at: '2026-03-04T05:00:00.000Z', scopes: 2 });
});
