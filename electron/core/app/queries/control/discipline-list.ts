import { type DueDocument, dueDocuments } from '#electron/core/app/queries/control/due-documents.ts';
import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { windowOf } from '#electron/core/app/queries/window.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { dayNumber } from '#shared/lib/dates/dates.ts';
import type { DisciplineColumn, DisciplineLine, DisciplineShow } from '#shared/queries/control.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Read = Omit<DisciplineLine, 'dueDate' | 'doneOn' | 'standing' | 'daysLate' | 'moves'> & { rid: number };

// CROSS JOIN keeps the order of the loops: from the window to the rows, never the other way.
export const paperSql = `SELECT d.rid, d.id, d.kind, d.kindId, k.label AS kindLabel, k.labelEn AS kindLabelEn, d.number, d.date,
  d.subject, c.name AS counterpartyName, c.legalForm AS counterpartyForm, d.branchId, d.responsibleId,
  e.fullName AS responsibleName
FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value
LEFT JOIN counterparty c ON c.id = d.counterpartyId
LEFT JOIN employee e ON e.id = d.responsibleId
LEFT JOIN document_kind k ON k.id = d.kindId
ORDER BY w.key`;

/** A window of the documents that a figure of the report counts. */
export function disciplineList(
  db: Readable,
  args: QueryArgs<'discipline.list'>,
  deps: QueryDeps,
): QueryResult<'discipline.list'> {
  const shown = dueDocuments(db, deps, args).filter(
    (one) => isShown(one, args.show) && (!args.unassigned || one.responsibleId === null),
  );
  const rank = ranking(db, deps, args.sort.column);
  const sign = args.sort.direction === 'asc' ? 1 : -1;
  const ranked = shown.map((one) => ({ one, rank: rank(one) }));
  // Equals stand by their due day: the sort is stable.
  ranked.sort((one, other) => sign * (one.rank - other.rank));
  const byRid = new Map(ranked.map(({ one }) => [one.rid, one]));
  const rids = windowOf(
    Uint32Array.from(ranked, ({ one }) => one.rid),
    args.start,
    args.end,
  );
  const rows = (prepared(db, paperSql).all(JSON.stringify(rids)) as Read[]).map(({ rid, ...paper }) => {
    const { dueDate, doneOn, standing, daysLate, moves } = byRid.get(rid) as DueDocument;
    return { ...paper, dueDate, doneOn, standing, daysLate, moves };
  });
  return { total: ranked.length, rows };
}

const isShown = (one: DueDocument, show: DisciplineShow): boolean =>
  show === 'all' || (show === 'moved' ? one.moves > 0 : one.standing === show);

function ranking(db: Readable, deps: QueryDeps, column: DisciplineColumn): (one: DueDocument) => number {
  if (column === 'dueDate') return (one) => dayNumber(one.dueDate);
  if (column === 'doneOn') return (one) => (one.doneOn ? dayNumber(one.doneOn) : 0);
  if (column === 'daysLate') return (one) => one.daysLate;
  const { rankOf } = columnsOfDocuments(db).ranking(deps, column);
  return (one) => rankOf(one.rid);
}
