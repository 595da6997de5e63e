import { nameBehind, namesBehind, namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { LOST } from '#shared/commands/record.ts';
import type { HistoryLine } from '#shared/queries/record.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Most changes shown; the creation is shown besides. */
const mostLines = 1_000;

type Untold = Omit<HistoryLine, 'actorName'>;

/** Everything that happened to a record, newest first: what the centre has not learned of yet stands on top. */
export function recordHistory(
  db: Readable,
  { entity, id }: QueryArgs<'record.history'>,
): QueryResult<'record.history'> {
  const order = 'ORDER BY receivedAt IS NULL DESC, coalesce(receivedAt, occurredAt) DESC, occurredAt DESC, id DESC';
  const rows = rowsOf(db, 'history', `WHERE objectId = ? AND objectEntity = ? ${order} LIMIT ?`, id, entity, mostLines);
  const lines: Untold[] = rows.map(({ objectEntity: _entity, objectId: _id, ...line }) => ({
    id: line.id,
    action: line.action,
    actorId: line.actorId,
    deviceName: line.deviceName,
    occurredAt: line.occurredAt,
    receivedAt: line.receivedAt,
    changes: line.changes.map((change) => ({ field: change.field, from: change.from, to: change.to })),
  }));
  const creation = creationOf(db, entity, id, lines.length === 0);
  if (creation) lines.push(creation);
  return withNames(db, lines);
}

/** Creation writes no line of its own: the record says when, by whom and where it was made. */
function creationOf(db: Readable, entity: string, id: string, untouched: boolean): Untold | null {
  if (entity === 'document') {
    const row = storedOf(db, 'document', id)?.row;
    if (!row) return null;
    const { authorId: actorId, deviceName, createdAt: occurredAt, receivedAt } = row;
    return { id, action: 'document.create', actorId, deviceName, occurredAt, receivedAt, changes: [] };
  }
  const stored = entity === 'counterparty' ? storedOf(db, 'counterparty', id) : null;
  if (!stored) return null;
  const { authorId: actorId, createdAt: occurredAt } = stored.row;
  // A counterparty does not carry the time of its receipt: its own stamp tells it until the record is changed.
  const receivedAt = stored.v === 0 ? null : untouched ? stored.at : occurredAt;
  return { id, action: 'counterparty.create', actorId, deviceName: null, occurredAt, receivedAt, changes: [] };
}

/** A value that was not taken points at what its field points at. */
const own = (field: string): string => (field.startsWith(LOST) ? field.slice(LOST.length) : field);

function withNames(db: Readable, lines: readonly Untold[]): HistoryLine[] {
  const actors = namesOf(
    db,
    'employee',
    lines.map((line) => line.actorId),
  );
  const changes = lines.flatMap((line) => line.changes);
  const names = namesBehind(
    db,
    changes.flatMap(({ field, from, to }) => [from, to].map((value) => ({ field: own(field), value }))),
  );
  return lines.map((line) => ({
    ...line,
    actorName: actors.get(line.actorId) ?? null,
    changes: line.changes.map((change) => {
      const fromName = nameBehind(names, change.from);
      const toName = nameBehind(names, change.to);
      return { ...change, ...(fromName ? { fromName } : {}), ...(toName ? { toName } : {}) };
    }),
  }));
}
