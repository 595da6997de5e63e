import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { createTables, introduce } from '#electron/core/store/create.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { insertRow } from '#electron/core/store/rows/write.ts';
import { SyncClient } from '#electron/core/sync/client.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { commandId } from '#shared/lib/ids.ts';
import type { Pull, Up } from '#shared/sync/up.ts';
import { branchId, documentId, documentRow, org, personId } from './support-centre.ts';
import { percentile } from './support-rows.ts';

const pages = 120;
const warming = 20;
/** Rows of one page: what a branch does in a minute. */
const rowsOfPage = 20;

/** What one page of foreign rows costs a workstation with so many commands that have not been answered yet. */
export function outboxCosts(sizes: readonly number[]) {
  return sizes.map((pending) => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-pending-'));
    try {
      return { pending, ...pageCosts(folder, pending, Math.max(...sizes)) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function pageCosts(folder: string, pending: number, edited: number) {
  const db = openWritable({ path: join(folder, 'bench.db'), key: Buffer.alloc(32, 7) });
  createTables(db, { indexes: true });
  const here = { userId: personId(0), deviceName: 'bench' };
  introduce(db, { org, userId: here.userId, device: 'bench', deviceName: 'bench' });
  fill(db, edited + rowsOfPage * (pages + warming));
  enter(db, here, pending);
  const asked: Pull[] = [];
  let now = 1_000_000;
  const client = new SyncClient({
    db,
    here,
    // Pushes leave and are never answered: a link on which nothing comes back of them.
    send: (message: Up) => {
      if (message.t === 'pull' || message.t === 'next') asked.push(message as Pull);
      return true;
    },
    now: () => now,
    schedule: (milliseconds, action) => {
      // A poll that would never end is not begun; everything else is due at once.
      if (milliseconds < 10_000) {
        now += milliseconds;
        queueMicrotask(action);
      }
      return () => {};
    },
    token: () => 'token',
    newName: () => 'bench',
    changed: () => {},
    moved: () => {},
    sessionEnded: () => {},
  });
  client.connected();
  client.received({ t: 'welcome', org, epoch: 'e', user: here.userId, head: 1, lastN: 0, now });
  const counted = countStatements(db);
  const times: number[] = [];
  const statements: number[] = [];
  for (let page = 0; page < pages + warming; page += 1) {
    const question = asked.shift();
    if (!question) throw new Error('nothing was asked');
    const toSeq = 10 + page;
    const changes = Array.from({ length: rowsOfPage }, (_, n) => {
      const row = documentRow(edited + page * rowsOfPage + n);
      return { e: 'document', id: row.id, v: toSeq, at: 1, row: { ...row, note: 'Чужая заметка' } };
    });
    const same = { lastN: 0, more: false, after: null, membershipSeq: 0, scopeAdds: [], scopeDrops: [], inbox: [] };
    const [before, began] = [counted(), performance.now()];
    client.received({ t: 'pulled', ref: question.ref, toSeq, chainHash: 'h', changes, ...same });
    times.push(performance.now() - began);
    statements.push(counted() - before);
    if (readMeta(db, 'cursor') !== toSeq) throw new Error('the page was not applied at once');
    now += 60_000;
    client.pull();
  }
  db.close();
  const kept = times.slice(warming);
  const mean = statements.slice(warming).reduce((sum, one) => sum + one, 0) / pages;
  return { p50: round(percentile(kept, 0.5)), p95: round(percentile(kept, 0.95)), statements: Math.round(mean) };
}

const round = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;

function fill(db: Writable, documents: number): void {
  const branch = { city: 'Город', zone: 'Europe/Moscow', offsets: [{ from: null, minutes: 180 }], position: 0 };
  const person = { fullName: 'Сотрудник', position: '', login: 'user0', email: null, phone: null, state: 'active' };
  const access = { branchId: branchId(0), branchAccess: null, roles: ['clerk'] };
  db.transaction(() => {
    insertRow(db, 'branch', { id: branchId(0), code: 'Ф0', name: 'Филиал', ...branch } as AnyRow, 1, 1);
    insertRow(db, 'employee', { id: personId(0), ...person, ...access } as AnyRow, 1, 1);
    for (let n = 0; n < documents; n += 1)
      insertRow(db, 'document', { ...documentRow(n), branchId: branchId(0) } as AnyRow, 1, 1);
    writeMeta(db, 'cursor', 1);
    writeMeta(db, 'epoch', 'e');
  }).immediate();
}

function enter(db: Writable, here: { userId: string; deviceName: string }, count: number): void {
  db.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const args = { id: documentId(n), patch: { note: `Без связи ${n}` }, base: { note: null } };
      const id = commandId(
        1_000_000 + n,
        Uint8Array.from({ length: 10 }, (_, byte) => (n >> (8 * (byte % 4))) & 0xff),
      );
      const made = commitCommand(db, { id, name: 'document.update', v: 1, args }, here, 1_000_000 + n);
      if (!made.ok) throw new Error(made.code);
    }
  }).immediate();
}

/** Counts the statements that run on this connection from now on. */
function countStatements(db: Writable): () => number {
  let count = 0;
  const prototype = Object.getPrototypeOf(db.prepare('SELECT 1')) as Record<string, (...given: unknown[]) => unknown>;
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const original = prototype[name] as (...given: unknown[]) => unknown;
    prototype[name] = function (this: unknown, ...given: unknown[]) {
      count += 1;
      return original.apply(this, given);
    };
  }
  return () => count;
}
