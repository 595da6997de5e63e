import { namesBehind } from '#electron/core/app/queries/names.ts';
import {
  detailsOf,
  namedIn,
  type OutboxRecord,
  refusedRule,
  sizeOf,
  stateNow,
} from '#electron/core/app/queries/outbox-records.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { titlesOf } from '#electron/core/app/queries/titles.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Each rule goes along the index by state and n, so that a page costs its length whatever the outbox holds. */
const rules = {
  waiting: [`state = 'waiting'`],
  accepted: [`state = 'accepted'`],
  rejected: [refusedRule],
} as const;

/** Changes entered here, newest first, and how many there are in each state. */
export function outboxList(db: Readable, args: QueryArgs<'outbox.list'>, deps: QueryDeps): QueryResult<'outbox.list'> {
  const before = args.before ?? Number.MAX_SAFE_INTEGER;
  const found = [...new Set(args.states)]
    .flatMap((state) => rules[state])
    .flatMap((rule) => {
      const sql = `SELECT * FROM outbox WHERE ${rule} AND n < ? ORDER BY n DESC LIMIT ?`;
      return prepared(db, sql).all(before, args.limit) as OutboxRecord[];
    });
  const records = found.sort((left, right) => right.n - left.n).slice(0, Math.max(0, args.limit));
  const pointed = records.flatMap(aboutOf);
  const titleOf = titlesOf(db, pointed);
  const argsOf = new Map(records.map((record) => [record.id, JSON.parse(record.args) as unknown]));
  const pointersOf = (record: OutboxRecord) => namedIn(argsOf.get(record.id));
  const names = namesBehind(db, records.flatMap(pointersOf));
  const lines = records.map((record): OutboxLine => {
    const [about] = aboutOf(record);
    return {
      n: record.n,
      id: record.id,
      command: record.name,
      args: argsOf.get(record.id),
      enteredAt: record.occurred_at,
      state: stateNow(record, deps),
      seq: record.seq,
      decidedAt: record.decided_at,
      code: record.code,
      details: detailsOf(record),
      about: about ? { ...about, ...titleOf(about) } : null,
      size: sizeOf(record),
      names: Object.fromEntries(
        pointersOf(record)
          .flatMap(({ value }) => value as string | string[])
          .flatMap((id) => (names.has(id) ? [[id, names.get(id) as string]] : [])),
      ),
      taskKind: record.name === 'decision.make' ? kindOfTask(db, argsOf.get(record.id)) : null,
    };
  });
  return { lines, counts: outboxCounts(db) };
}

export function outboxCounts(db: Readable): { waiting: number; accepted: number; rejected: number } {
  const count = (rule: string) => prepared(db, `SELECT count(*) FROM outbox WHERE ${rule}`).pluck().get() as number;
  return {
    waiting: count(`state = 'waiting'`),
    accepted: count(`state = 'accepted'`),
    rejected: count(refusedRule),
  };
}

function kindOfTask(db: Readable, args: unknown): OutboxLine['taskKind'] {
  const { taskId } = args as { taskId?: unknown };
  const kind = prepared(db, 'SELECT kind FROM approval_task WHERE id = ?')
    .pluck()
    .get(taskId ?? null);
  return (kind ?? null) as OutboxLine['taskKind'];
}

const aboutOf = ({ about_entity: entity, about_id: id }: OutboxRecord): { entity: string; id: string }[] =>
  entity !== null && id !== null ? [{ entity, id }] : [];
