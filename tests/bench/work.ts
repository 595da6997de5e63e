import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runQuery } from '#electron/core/app/run-query.ts';
import { Workplace } from '#electron/core/app/workplace.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import type { QueryResult } from '#shared/queries/registry.ts';
import type { WorkItem } from '#shared/queries/work.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { flush } from './support-company.ts';
import { load } from './support-load.ts';
import { benchDatabase, benchKey, percentile, rounded } from './support-rows.ts';
import { fillWork } from './support-work.ts';

const goal = { openP95: 150, decideMs: 2_000 };
const [items, decided, opens] = [500, 200, 60];
const now = Date.UTC(2026, 10, 20, 12);

/** «Мои дела» with 500 items, opened after every change, the rail's counts, and 200 approvals at once with their undo. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const made = benchDatabase(documents, say);
  const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench', 'runs');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `work-${process.pid}.db`);
  copyFileSync(made, path);
  say(`putting ${items} items before one person`);
  const me = prepareWork(path);
  flush(path);
  try {
    const read = opening(path, me);
    const { decideMs, undoMs, left } = deciding(path, me, read.found);
    const value = { ...read.value, decideMs, undoMs };
    return {
      name: 'work',
      goal,
      value,
      ok:
        read.found.length === items &&
        value.openP95 <= goal.openP95 &&
        decideMs <= goal.decideMs &&
        left === items - decided,
      documents,
      items: read.found.length,
      decided,
      left,
      load: load(),
    };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}

function prepareWork(path: string): string {
  const db = openWritable({ path, key: benchKey });
  const people = db.prepare(`SELECT id FROM employee WHERE state = 'active' ORDER BY id`).pluck().all() as string[];
  const [me, ...others] = people;
  if (!me) throw new Error('nobody works here');
  fillWork(db, { me, others, items, now });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return me;
}

/** Reads the list and the counts as a window does after a change; the very first time stands apart. */
function opening(path: string, me: string) {
  const db = openReadable({ path, key: benchKey });
  let version = 0;
  const deps = { userId: me, filesDir: '', now: () => now, sending: () => null, versions: () => version };
  const [lists, counts]: [number[], number[]] = [[], []];
  let found: readonly WorkItem[] = [];
  for (let n = 0; n < opens; n += 1) {
    version += 1;
    lists.push(timed(() => (found = list(db, deps).items)));
    version += 1;
    counts.push(timed(() => runQuery(db, 'work.counts', {}, deps)));
  }
  db.close();
  const value = {
    openFirst: rounded(lists[0] ?? Number.NaN),
    openP50: rounded(percentile(lists, 0.5)),
    openP95: rounded(percentile(lists, 0.95)),
    countsP50: rounded(percentile(counts, 0.5)),
    countsP95: rounded(percentile(counts, 0.95)),
  };
  return { value, found };
}

/** 200 approvals as one action, and taking all of them back as another. */
function deciding(path: string, me: string, found: readonly WorkItem[]) {
  const here = { userId: me, deviceName: 'bench' };
  const settings = { path, key: benchKey, here, org: 'bench', device: 'bench', serverUrl: null };
  const workplace = new Workplace(settings, { changed: () => {}, moved: () => {} });
  const chosen = found.filter((item) => item.type === 'approve' && item.decide !== null).slice(0, decided);
  const verdict = { verdict: 'approve', comment: null, attachmentId: null, toStep: null };
  const orders = chosen.map(({ documentId, decide }) => {
    const { taskId, hash, hashSpec, versionNumber } = decide as NonNullable<WorkItem['decide']>;
    return { name: 'decision.make', args: { ...verdict, documentId, taskId, hash, hashSpec, versionNumber } };
  });
  let ids: string[] = [];
  const decideMs = timed(() => {
    ids = workplace.runMany(orders).map((reply) => (reply.result as { id: string }).id);
  });
  const eye = openReadable({ path, key: benchKey });
  const deps = { userId: me, filesDir: '', now: () => now, sending: () => null, versions: () => 1 };
  const left = list(eye, deps).items.length;
  eye.close();
  const undo = ids.map((id, n) => ({ name: 'decision.revoke', args: { id, documentId: chosen[n]?.documentId } }));
  const undoMs = timed(() => workplace.runMany(undo));
  workplace.close();
  return { decideMs: rounded(decideMs), undoMs: rounded(undoMs), left };
}

const list = (db: Readable, deps: Parameters<typeof runQuery>[3]) =>
  runQuery(db, 'work.list', { tab: 'all', insteadOf: null, text: null }, deps) as QueryResult<'work.list'>;

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}
