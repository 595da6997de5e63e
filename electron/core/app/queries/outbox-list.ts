import { namesBehind } from '#electron/core/app/queries/names.ts';
import { outboxCounts, waitingBytes } from '#electron/core/app/queries/outbox-counts.ts';
import { findRecords } from '#electron/core/app/queries/outbox-find.ts';
import { detailsOf, namedIn, type OutboxRecord, sizeOf, stateNow } from '#electron/core/app/queries/outbox-records.ts';
import { whySuspended } from '#electron/core/app/queries/outbox-suspended.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { type Title, titlesOf } from '#electron/core/app/queries/titles.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { entityOf } from '#shared/domain/registry.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** How far back kinds of records are looked for, in changes; conflicts that are looked at. */
const recent = 5_000;

/** Changes entered here, in the order asked for, and how many there are in each state. */
export function outboxList(db: Readable, args: QueryArgs<'outbox.list'>, deps: QueryDeps): QueryResult<'outbox.list'> {
  const { records, found } = findRecords(db, args);
  const pointed = records.flatMap(aboutOf);
  const titleOf = titlesOf(db, pointed);
  const argsOf = new Map(records.map((record) => [record.id, JSON.parse(record.args) as unknown]));
  const pointersOf = (record: OutboxRecord) => namedIn(argsOf.get(record.id));
  const names = namesBehind(db, records.flatMap(pointersOf));
  const conflictOf = openConflicts(db);
  const leftN = readMeta(db, 'leftN') ?? 0;
  const lines = records.map((record): OutboxLine => {
    const [about] = aboutOf(record);
    const state = stateNow(record, deps);
    const place = about ? { ...about, ...placed(db, about, titleOf(about)) } : null;
    // What was seen of a closed record is cleared out of the outbox within the hour; here it is not shown any more at once.
    const hidden = record.stripped === 1 || place?.closed === true;
    return {
      n: record.n,
      id: record.id,
      command: record.name,
      args: hidden ? withoutFormer(argsOf.get(record.id)) : argsOf.get(record.id),
      enteredAt: record.occurred_at,
      state,
      seq: record.seq,
      decidedAt: record.decided_at,
      code: record.code,
      details: hidden ? null : detailsOf(record),
      about: place,
      size: sizeOf(record),
      names: Object.fromEntries(
        pointersOf(record)
          .flatMap(({ value }) => value as string | string[])
          .flatMap((id) => (names.has(id) ? [[id, names.get(id) as string]] : [])),
      ),
      taskKind: record.name === 'decision.make' ? kindOfTask(db, argsOf.get(record.id)) : null,
      suspended: whySuspended(db, record, argsOf.get(record.id), deps),
      inDoubt: state === 'waiting' && record.n <= leftN,
      conflictId: state === 'accepted' ? conflictOf(record) : null,
      aside: asideOf(db, record),
      ...(hidden ? { formerHidden: true as const } : {}),
    };
  });
  const totals = args.totals ? { waitingBytes: waitingBytes(db), entities: kindsOf(db) } : null;
  return { lines, found, counts: outboxCounts(db), totals };
}

function withoutFormer(args: unknown): unknown {
  const { base } = args as { base?: unknown };
  if (typeof base !== 'object' || base === null) return args;
  return { ...(args as object), base: Object.fromEntries(Object.keys(base).map((field) => [field, null])) };
}

/** A record that is not here was either closed to the reader, or never came about: its creation was refused or taken back. */
function placed(db: Readable, { entity, id }: { entity: string; id: string }, title: Title): Placed {
  if (title.here || !entityOf(entity)) return title;
  // Not every record has a title of its own.
  if (prepared(db, `SELECT 1 FROM "${entity}" WHERE id = ?`).get(id)) return { ...title, here: true };
  // An id begins with the instant of the command that created it.
  const made = prepared(db, `SELECT 1 FROM outbox WHERE id >= ? AND id < ? AND state <> 'accepted'`);
  const prefix = id.slice(0, 13);
  return made.get(prefix, `${prefix}~`) ? title : { ...title, closed: true };
}
type Placed = Title & { closed?: true };

/** A conflict bears the instant of the change it came of, and its record is that of the change or named by it. */
function openConflicts(db: Readable): (record: OutboxRecord) => string | null {
  const sql = `SELECT id, objectId, occurredAt FROM conflict WHERE state = 'open' LIMIT ${recent}`;
  const open = prepared(db, sql).all() as { id: string; objectId: string; occurredAt: number }[];
  const at = Map.groupBy(open, (one) => one.occurredAt);
  return ({ occurred_at: enteredAt, about_id: about, args }) =>
    at.get(enteredAt)?.find(({ objectId }) => objectId === about || args.includes(objectId))?.id ?? null;
}

function asideOf(db: Readable, record: OutboxRecord): OutboxLine['aside'] {
  if (record.name === 'sync.withdraw') return { as: 'withdrawn', by: null };
  if (record.state !== 'rejected' || record.dismissed === 0) return null;
  if (record.replaced_by === null) return { as: 'dismissed', by: null };
  const by = prepared(db, 'SELECT n FROM outbox WHERE id = ?').pluck().get(record.replaced_by) as number | undefined;
  return { as: 'replaced', by: by ?? null };
}

function kindsOf(db: Readable): string[] {
  const sql = `SELECT DISTINCT about_entity FROM (SELECT about_entity FROM outbox ORDER BY n DESC LIMIT ${recent})
    WHERE about_entity IS NOT NULL ORDER BY about_entity`;
  return prepared(db, sql).pluck().all() as string[];
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
