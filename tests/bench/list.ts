import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { runQuery } from '#electron/core/app/run-query.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import {
  type DocumentFilter,
  type DocumentSort,
  documentColumns,
  type GroupColumn,
  groupColumns,
} from '#shared/queries/document.ts';
import type { QueryResult } from '#shared/queries/registry.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { ownColumns, withOwnFields } from './support-own-fields.ts';
import { benchDatabase, benchKey, percentile, rounded } from './support-rows.ts';

const openGoal = 250;
const windowGoal = 5;
const windowRows = 100;
const windowsPerView = 20;

interface Desk {
  db: Readable;
  deps: QueryDeps;
  /** A document was changed somewhere: nothing computed from documents holds any longer. */
  change(): void;
}

/** Opens every sort with every filter, each right after a change of some document, and windows anywhere in them. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const path = withOwnFields(benchDatabase(documents, say), say);
  const first: number[] = [];
  for (const sort of [byDate, { column: 'subject', direction: 'asc' } as const]) first.push(firstOpen(path, sort));
  first.push(firstOpen(path, byDate, ofWords));
  const desk = openDesk(path);
  const opened: Record<string, number[]> = {};
  const windows: number[] = [];
  for (const [name, filter] of Object.entries(filtersOf(desk))) {
    for (const column of [...documentColumns, ...ownColumns]) {
      for (const direction of ['asc', 'desc'] as const) {
        const sort = { column, direction };
        desk.change();
        const { milliseconds, total } = timed(desk, filter, sort, 0);
        for (const view of [`filter ${name}`, `sort ${column}`]) opened[view] = [...(opened[view] ?? []), milliseconds];
        for (let n = 0; n < windowsPerView; n += 1) {
          const start = Math.floor((Math.max(0, total - windowRows) * ((n * 7) % windowsPerView)) / windowsPerView);
          windows.push(timed(desk, filter, sort, start).milliseconds);
        }
      }
    }
  }
  const grouped: Record<string, number> = {};
  for (const by of [...groupColumns, 'custom:way'] as const) grouped[by] = rounded(groups(desk, by));
  const all = Object.entries(opened).flatMap(([name, times]) => (name.startsWith('sort') ? times : []));
  const [openP95, windowP95] = [percentile(all, 0.95), percentile(windows, 0.95)];
  desk.db.close();
  return {
    name: 'list',
    goal: { openP95: openGoal, windowP95: windowGoal },
    value: { openP95: rounded(openP95), windowP95: rounded(windowP95) },
    ok: openP95 <= openGoal && windowP95 <= windowGoal && Math.max(...Object.values(grouped)) <= openGoal,
    documents,
    openP50: rounded(percentile(all, 0.5)),
    openMax: rounded(Math.max(...all)),
    /** The very first list after the program has started: by date, by subject, with words of the subject. */
    firstOpen: first.map(rounded),
    /** Put into groups, after a change of some document. */
    grouped,
    byView: Object.fromEntries(Object.entries(opened).map(([view, times]) => [view, rounded(percentile(times, 0.95))])),
  };
}

const byDate: DocumentSort = { column: 'date', direction: 'desc' };

function openDesk(path: string): Desk {
  let version = 1;
  const db = openReadable({ path, key: benchKey });
  const changed = db.prepare('SELECT id FROM document LIMIT 1').pluck().all() as string[];
  const deps: QueryDeps = {
    ...{ userId: '', filesDir: '', now: () => Date.now(), sending: () => null },
    versions: () => version,
    changedSince: () => changed,
  };
  const change = () => {
    version += 1;
  };
  return { db, deps, change };
}

const ofWords: DocumentFilter = {
  where: { join: 'all', of: [{ field: 'subject', op: 'contains', value: 'поставк' }] },
};

function firstOpen(path: string, sort: DocumentSort, filter: DocumentFilter = {}): number {
  const desk = openDesk(path);
  const { milliseconds } = timed(desk, filter, sort, 0);
  desk.db.close();
  return milliseconds;
}

function groups(desk: Desk, by: GroupColumn): number {
  desk.change();
  const began = performance.now();
  const group = { by, folded: { all: false, but: [] } };
  runQuery(desk.db, 'document.grouped', { filter: {}, sort: byDate, group, start: 0, end: windowRows }, desk.deps);
  return performance.now() - began;
}

function timed(
  { db, deps }: Desk,
  filter: DocumentFilter,
  sort: DocumentSort,
  start: number,
): { milliseconds: number; total: number } {
  const began = performance.now();
  const args = { filter, sort, start, end: start + windowRows };
  const { total } = runQuery(db, 'document.list', args, deps) as QueryResult<'document.list'>;
  return { milliseconds: performance.now() - began, total };
}

/** What people ask for: nothing, one condition of each kind, several at once. */
function filtersOf({ db }: Desk): Record<string, DocumentFilter> {
  const most = (column: string) =>
    db
      .prepare(`SELECT ${column} FROM document GROUP BY ${column} ORDER BY count(*) DESC LIMIT 1`)
      .pluck()
      .get() as string;
  const [branch, responsible, counterparty] = ['branchId', 'responsibleId', 'counterpartyId'].map(most);
  const money = { amountFrom: 1_000_000, amountTo: 50_000_000 };
  const year = { dateFrom: '2026-01-01', dateTo: '2026-12-31' };
  return {
    none: {},
    kinds: { kinds: ['incoming', 'invoice', 'act'] },
    states: { states: ['check', 'approve', 'sign', 'perform'] },
    branch: { branchIds: [branch ?? ''] },
    responsible: { responsibleIds: [responsible ?? ''] },
    counterparty: { counterpartyId: counterparty ?? '' },
    year,
    money,
    label: { label: 'срочно' },
    unnumbered: { unnumbered: true },
    ownChoice: { custom: [{ key: 'way', op: 'in', value: ['Курьер', 'ЭДО'] }] },
    ownText: { custom: [{ key: 'site', op: 'contains', value: 'склад' }] },
    ownNumber: { custom: [{ key: 'sheets', op: 'at_least', value: 10 }] },
    ownSeveral: {
      ...year,
      custom: [
        { key: 'sent', op: 'at_least', value: '2026-03-01' },
        { key: 'way', op: 'in', value: ['Почта'] },
      ],
    },
    tree: {
      where: {
        join: 'any',
        of: [
          { field: 'dueDate', op: 'before', days: 5 },
          {
            join: 'all',
            of: [
              { field: 'vatAmount', op: 'between', from: 100_000, to: null },
              { field: 'custom:way', op: 'not_in', value: ['Почта'] },
              { field: 'createdAt', op: 'past', days: 400 },
            ],
          },
        ],
      },
    },
    treeOfWords: ofWords,
    several: { ...year, ...money, kinds: ['invoice', 'upd', 'act'], branchIds: [branch ?? ''] },
  };
}
