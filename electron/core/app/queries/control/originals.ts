import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { paperSql } from '#electron/core/app/queries/control/discipline-list.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';
import type { OriginalsLine } from '#shared/queries/control.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

interface Out {
  rid: number;
  id: string;
  originals: 'sent' | 'lost';
  originalsDueOn: string | null;
  originalsPlace: string | null;
  branchId: string;
}
type Paper = Omit<OriginalsLine, 'place' | 'since' | 'byId' | 'byName' | 'dueOn' | 'isOverdue'> & { rid: number };

const outSql = `SELECT rid, id, originals, originalsDueOn, originalsPlace, branchId FROM document
  WHERE originals IN ('sent', 'lost')`;
/** Most lines shown: the most pressing. */
const mostLines = 5_000;

/** Papers that are out or lost: overdue first, then by the day they are due back, then the longest away. */
export function originalsList(
  db: Readable,
  args: QueryArgs<'originals.list'>,
  deps: QueryDeps,
): QueryResult<'originals.list'> {
  const staff = staffOf(db, deps);
  const branches = args.branchIds?.length ? new Set(args.branchIds) : null;
  const found = (prepared(db, outSql).all() as Out[]).filter((one) => !branches || branches.has(one.branchId));
  const isOverdue = (one: Out): boolean =>
    one.originals === 'sent' && one.originalsDueOn !== null && one.originalsDueOn < staff.todayIn(one.branchId);
  const sent = found.filter((one) => one.originals === 'sent');
  const overdue = sent.filter(isOverdue);
  const lost = found.filter((one) => one.originals === 'lost');
  const chosen = { sent, overdue, lost }[args.state];
  const out = new Map(chosen.map((one) => [one.rid, one]));
  const papers = prepared(db, paperSql).all(JSON.stringify([...out.keys()])) as Paper[];
  const holds = holding(args.text);
  const rows = papers.map(({ rid, ...paper }): OriginalsLine => {
    const one = out.get(rid) as Out;
    const moved = lastMove(db, one.id, one.originals);
    const by = { byId: moved?.actorId ?? null, byName: staff.nameOf(moved?.actorId ?? null) };
    const due = { dueOn: one.originalsDueOn, isOverdue: isOverdue(one) };
    return { ...paper, place: one.originalsPlace, since: moved?.occurredAt ?? null, ...by, ...due };
  });
  rows.sort(
    (one, other) =>
      compare(one.dueOn ?? '9999', other.dueOn ?? '9999') ||
      (one.since ?? 0) - (other.since ?? 0) ||
      compare(one.id, other.id),
  );
  const counts = { sent: sent.length, overdue: overdue.length, lost: lost.length };
  return { rows: rows.filter(holds).slice(0, mostLines), ...counts };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const movesSql = `SELECT actorId, occurredAt, changes FROM history
  WHERE objectId = ? AND action <> 'conflict.open' AND instr(changes, '"field":"originals"') > 0 ORDER BY occurredAt DESC`;

export interface Move {
  actorId: string;
  occurredAt: number;
}

/** Who said last that the paper is where it is, and when; null: before that was written down. */
export function lastMove(db: Readable, documentId: string, to: string): Move | null {
  const lines = prepared(db, movesSql);
  for (const line of lines.all(documentId) as (Move & { changes: string })[]) {
    const changes = JSON.parse(line.changes) as { field: string; to: unknown }[];
    if (changes.some((one) => one.field === 'originals' && one.to === to)) return line;
  }
  return null;
}

function holding(text: string | null): (line: OriginalsLine) => boolean {
  const words = foldForFilter(text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (line) => {
    const all = foldForFilter([line.number, line.subject, line.counterpartyName, line.place, line.byName].join(' '));
    return words.every((word) => all.includes(word));
  };
}
