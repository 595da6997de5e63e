import { type Grouping, groupingOf } from '#electron/core/app/queries/document-grouping.ts';
import { readRows } from '#electron/core/app/queries/document-list.ts';
import { adder, Totals } from '#electron/core/app/queries/document-totals.ts';
import { columnsOfDocuments, documentView, viewKey } from '#electron/core/app/queries/document-view.ts';
import { namesOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { windowOf } from '#electron/core/app/queries/window.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { arrange } from '#electron/core/store/views/arrange.ts';
import { isId } from '#electron/core/store/views/custom-values.ts';
import { Recent } from '#electron/core/store/views/recent.ts';
import type {
  DocumentFilter,
  DocumentGroup,
  DocumentListRow,
  DocumentSort,
  GroupBand,
  GroupColumn,
} from '#shared/queries/document.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Documents of a view put into groups: those of each stand together, in the order of the view. */
interface Arranged {
  rids: Uint32Array;
  groups: { key: string; from: number; totals: Totals }[];
  sum: number;
}

/** Lines of the register: numbers of groups below zero (-1 for the first), rids above. */
type Lines = Int32Array;

const keptFor = new WeakMap<Readable, { arranged: Recent<Arranged>; lines: Recent<Lines> }>();

function keptOf(db: Readable) {
  const kept = keptFor.get(db) ?? { arranged: new Recent<Arranged>(4), lines: new Recent<Lines>(8) };
  keptFor.set(db, kept);
  return kept;
}

/** A window of the register in groups. Both the order and the sums are kept until documents change; folding only lays the lines anew. */
export function documentGrouped(
  db: Readable,
  { filter, sort, group, start, end }: QueryArgs<'document.grouped'>,
  deps: QueryDeps,
): QueryResult<'document.grouped'> {
  const key = groupedKey(db, deps, filter, sort, group.by);
  const arranged = arrangedGroups(db, deps, { filter, sort }, group.by);
  const isFolded = foldedBy(group.folded);
  const lines = keptOf(db).lines.get(`${key} ${JSON.stringify(group.folded)}`, () => layLines(arranged, isFolded));
  const shown = windowOf(lines, start, end);
  const rows = readRows(
    db,
    deps,
    shown.filter((line) => line > 0),
  ).values();
  const called = namesOfGroups(
    db,
    shown.flatMap((line) => (line < 0 ? [arranged.groups[-line - 1]?.key ?? ''] : [])),
  );
  return {
    total: lines.length,
    documents: arranged.rids.length,
    groups: arranged.groups.length,
    sum: arranged.sum,
    rows: shown.flatMap((line): (DocumentListRow | GroupBand)[] => {
      if (line > 0) return [rows.next().value].filter((row) => row !== undefined);
      const band = arranged.groups[-line - 1];
      return band ? [bandOf(band, isFolded(band.key), called.get(band.key) ?? null)] : [];
    }),
  };
}

/** Everything that groups and their order depend on. */
function groupedKey(
  db: Readable,
  deps: QueryDeps,
  filter: DocumentFilter,
  sort: DocumentSort,
  by: GroupColumn,
): string {
  const names = (['counterparty', 'employee', 'branch'] as const).map((entity) => deps.versions(entity));
  return `${viewKey(db, deps, filter, sort)} ${by} ${names.join()}`;
}

/** The documents of a view, group after group; kept until they change. */
export function arrangedGroups(
  db: Readable,
  deps: QueryDeps,
  { filter, sort }: { filter: DocumentFilter; sort: DocumentSort },
  by: GroupColumn,
): Arranged {
  return keptOf(db).arranged.get(groupedKey(db, deps, filter, sort, by), () => {
    const columns = columnsOfDocuments(db);
    return arrangeGroups(documentView(db, deps, { filter, sort }), groupingOf(columns, deps, by), adder(columns, deps));
  });
}

function arrangeGroups(
  view: { rids: Uint32Array; sum: number },
  { codeOf, keyOf, rankOf, highest }: Grouping,
  add: (totals: Totals, rid: number) => void,
): Arranged {
  const rids = arrange(view.rids, (rid) => rankOf(codeOf(rid)), highest, 'asc');
  const groups: Arranged['groups'] = [];
  let key: string | null = null;
  for (let at = 0; at < rids.length; at += 1) {
    const rid = rids[at] as number;
    const own = keyOf(codeOf(rid));
    if (own !== key) groups.push({ key: own, from: at, totals: new Totals() });
    key = own;
    add((groups.at(-1) as Arranged['groups'][number]).totals, rid);
  }
  return { rids, groups, sum: view.sum };
}

const foldedBy = ({ all, but }: DocumentGroup['folded']) => {
  const others = new Set(but);
  return (key: string): boolean => others.has(key) !== all;
};

function layLines({ rids, groups }: Arranged, isFolded: (key: string) => boolean): Lines {
  const lines = new Int32Array(rids.length + groups.length);
  let length = 0;
  for (const [n, { key, from }] of groups.entries()) {
    lines[length] = -n - 1;
    length += 1;
    if (isFolded(key)) continue;
    const own = rids.subarray(from, groups[n + 1]?.from ?? rids.length);
    lines.set(own, length);
    length += own.length;
  }
  return lines.slice(0, length);
}

function namesOfGroups(db: Readable, keys: readonly string[]): ReadonlyMap<string, string> {
  const ids = keys.filter(isId);
  return new Map((['counterparty', 'employee', 'document_kind'] as const).flatMap((one) => [...namesOf(db, one, ids)]));
}

const bandOf = ({ key, totals }: Arranged['groups'][number], isFolded: boolean, name: string | null): GroupBand => ({
  id: `group:${key}`,
  group: key,
  name,
  isFolded,
  count: totals.count,
  sums: totals.sums,
});
