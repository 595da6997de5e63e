import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { runQuery } from '#electron/core/app/run-query.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import type { QueryArgs, QueryName, QueryResult } from '#shared/queries/registry.ts';
import { anyTicket } from '#shared/queries/ticket.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { flush } from './support-company.ts';
import { load } from './support-load.ts';
import { fillPortal, type Portal } from './support-portal.ts';
import { benchDatabase, benchKey, percentile, rounded } from './support-rows.ts';

const goal = { open: 300, window: 50 };
const [tickets, opens] = [20_000, 30];
const now = Date.UTC(2026, 10, 20, 7);

/** The portal with 20,000 requests: each page opened after a change of a request (p50, p95), and windows of the list that follow. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const made = benchDatabase(documents, say);
  const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench', 'runs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `portal-${process.pid}.db`);
  copyFileSync(made, path);
  say(`writing ${tickets} requests`);
  const portal = fill(path);
  flush(path);
  try {
    const { value, processor } = opening(path, portal, say);
    const ok = Object.entries(value).every(([name, [, p95]]) => p95 <= (name === 'window' ? goal.window : goal.open));
    // Busy neighbours lengthen an answer and hardly change what it takes of a processor.
    return { name: 'portal', goal, value, ok, processor, documents, ...portal, load: load() };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}

function fill(path: string): Portal {
  const db = openWritable({ path, key: benchKey });
  const portal = fillPortal(db, rowsOf(db, 'employee', `WHERE state = 'active' ORDER BY id`), tickets, now);
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return portal;
}

/** In milliseconds: p50, p95, the very first answer. */
type Figures = [number, number, number];

/** What a command about a request changes. */
const changing: ReadonlySet<string> = new Set(['ticket', 'ticket_event', 'ticket_task', 'comment', 'document']);

type Ask = <N extends QueryName>(name: N, args: QueryArgs<N>) => QueryResult<N>;

/** How long each page takes to open, and the mean of its time on a processor; a request was changed before every time. */
function opening(path: string, { me }: Portal, say: (line: string) => void) {
  const db: Readable = openReadable({ path, key: benchKey });
  let version = 0;
  const deps: QueryDeps = {
    userId: me,
    filesDir: '',
    now: () => now,
    sending: () => null,
    versions: (entity) => (changing.has(entity) ? version : 0),
  };
  const ask: Ask = (name, args) => runQuery(db, name, args, deps) as QueryResult<typeof name>;
  const list = { filter: anyTicket, sort: 'breaks', descending: false, offset: 0, limit: 100 } as const;
  const [first] = ask('ticket.list', list).rows;
  const year = { filter: anyTicket, from: '2025-11-21', to: '2026-11-20' };
  const pages: Record<string, (n: number) => unknown> = {
    list: () => ask('ticket.list', list),
    words: () => ask('ticket.list', { ...list, filter: { ...anyTicket, text: 'ноутбук для' }, sort: 'requester' }),
    window: (n) => ask('ticket.list', { ...list, offset: 500 * n }),
    board: () => ask('ticket.board', { filter: { ...anyTicket, states: ['open', 'working', 'waiting', 'resolved'] } }),
    card: () => ask('ticket.card', { id: first?.id ?? '' }),
    mine: () => ask('ticket.mine', { ended: true, text: null, limit: 100 }),
    counts: () => ask('queue.counts', {}),
    work: () => ask('work.list', { tab: 'all', insteadOf: null, text: null }),
    year: () => ask('ticket.analytics', year),
    month: () => ask('ticket.analytics', { ...year, from: '2026-10-21' }),
    approvals: () => ask('approval.analytics', { from: year.from, to: year.to, branchIds: null, contracts: true }),
  };
  const value: Record<string, Figures> = {};
  const processor: Record<string, number> = {};
  for (const [name, open] of Object.entries(pages)) {
    const taken: number[] = [];
    const busy = process.cpuUsage();
    for (let n = 0; n < opens; n += 1) {
      if (name !== 'window') version += 1;
      const began = performance.now();
      open(n);
      taken.push(performance.now() - began);
    }
    // The first window after a change has to gather the tickets anew: that is the list, measured above.
    if (name === 'window') taken.shift();
    const { user, system } = process.cpuUsage(busy);
    processor[name] = rounded((user + system) / 1_000 / opens);
    value[name] = [rounded(percentile(taken, 0.5)), rounded(percentile(taken, 0.95)), rounded(taken[0] ?? 0)];
    say(`${name}: p50 ${value[name][0]} ms, p95 ${value[name][1]} ms, first ${value[name][2]} ms`);
  }
  db.close();
  return { value, processor };
}
