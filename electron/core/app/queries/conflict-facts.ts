import { namesBehind, namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readStored } from '#electron/core/store/rows/read.ts';
import { conflictOpened, LOST } from '#shared/commands/record.ts';
import { type EntityName, entityOf, type RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { ConflictFacts } from '#shared/queries/exchange.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Line = RowOf<'history'>;
/** Most lines of the record's history that are looked through. */
const mostLines = 500;

/** What stands around a conflict, told by the record's own history; null when there is no such conflict here. */
export function conflictFacts(db: Readable, { id }: QueryArgs<'conflict.facts'>): QueryResult<'conflict.facts'> {
  const stored = storedOf(db, 'conflict', id);
  if (!stored) return null;
  const conflict = stored.row;
  const { objectEntity: entity, objectId } = conflict;
  const tail =
    'WHERE objectId = ? AND objectEntity = ? ORDER BY coalesce(receivedAt, occurredAt) DESC, id DESC LIMIT ?';
  const lines = rowsOf(db, 'history', tail, objectId, entity, mostLines);
  const own = lines.filter((line) => line.actorId === conflict.authorId && line.occurredAt === conflict.occurredAt);
  const receivedAt = own.find((line) => line.receivedAt !== null)?.receivedAt ?? (stored.v === 0 ? null : stored.at);
  const others = lines.filter((line) => !own.includes(line) && line.action !== conflictOpened);
  const people = namesOf(
    db,
    'employee',
    lines.map((line) => line.actorId),
  );
  const writers = writersOf(conflict, others);
  const since = Math.min(...Object.values(writers).map((line) => line.receivedAt ?? line.occurredAt));
  const meanwhile = others
    .filter((line) => (line.receivedAt ?? 0) >= since && (line.receivedAt ?? 0) <= (receivedAt ?? 0))
    .flatMap((line) => changesBeside(conflict, line, people));
  const entered = own
    .filter((line) => line.action !== conflictOpened)
    .flatMap((line) => line.changes.map(({ field, from, to }) => ({ field, from: from ?? null, to: to ?? null })));
  const standing = entityOf(entity)
    ? contentOf(entity as EntityName, readStored(db, entity as EntityName, objectId)?.row)
    : null;
  const values = [
    ...entered.flatMap(({ field, from, to }) => [from, to].map((value) => ({ field, value }))),
    ...meanwhile.flatMap(({ field, from, to }) => [from, to].map((value) => ({ field, value }))),
    ...Object.entries(standing ?? {}).map(([field, value]) => ({ field, value })),
  ];
  const theirs = Object.entries(writers).map(([field, line]) => {
    const { deviceName, occurredAt, receivedAt: at } = line;
    return [field, { actorName: people.get(line.actorId) ?? null, deviceName, occurredAt, at }] as const;
  });
  const names = Object.fromEntries(namesBehind(db, values));
  return { standing, entered, meanwhile, theirs: Object.fromEntries(theirs), receivedAt, names };
}

/** Per disputed field the line that wrote the value which stood when the author's came; lines come newest first. */
function writersOf(conflict: RowOf<'conflict'>, lines: readonly Line[]): Record<string, Line> {
  const found: Record<string, Line> = {};
  for (const { field, theirs } of conflict.fields) {
    const wrote = (line: Line) =>
      line.changes.some((change) => change.field === field && sameValue(change.to ?? null, theirs ?? null));
    const line = lines.find(wrote);
    if (line) found[field] = line;
  }
  return found;
}

function changesBeside(
  conflict: RowOf<'conflict'>,
  line: Line,
  people: ReadonlyMap<string, string>,
): ConflictFacts['meanwhile'] {
  const told = { actorName: people.get(line.actorId) ?? null, deviceName: line.deviceName };
  const disputed = new Set(conflict.fields.map((one) => one.field));
  return line.changes
    .filter(({ field }) => !disputed.has(field) && !field.startsWith(LOST))
    .map(({ field, from, to }) => ({
      field,
      from: from ?? null,
      to: to ?? null,
      ...told,
      at: line.receivedAt ?? line.occurredAt,
    }));
}

const marks = new Set(['authorId', 'createdById', 'deviceName', 'sourceKey', 'sourceFormat']);

/** Fields a person fills in, without marks of the program itself. */
function contentOf(entity: EntityName, row: Record<string, unknown> | undefined): Record<string, unknown> | null {
  if (!row) return null;
  const fields = Object.keys(entityOf(entity)?.fields ?? {}).filter(
    (field) => !field.endsWith('At') && !marks.has(field),
  );
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}
