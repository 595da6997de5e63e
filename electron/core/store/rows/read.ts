import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { lookupOf } from '#electron/core/store/rows/lookups.ts';
import { memoryOf, type Remembered } from '#electron/core/store/rows/memory.ts';
import { keyPlaces } from '#shared/commands/overlay.ts';
import type { ReadAnswer, ReadRequest } from '#shared/commands/reading.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** A record of a table under the names of its columns. */
export type StoredRecord = Record<string, unknown>;

export interface Stored {
  /** As the table has it. */
  record: StoredRecord;
  row: AnyRow;
  /** seq of the history that last wrote it in the centre; 0: the centre has not taken it yet. */
  v: number;
  at: number;
}

/** Texts are made once: one put together anew must be read through at every look for its statement. */
const perEntity = (make: (entity: EntityName) => string): ((entity: EntityName) => string) => {
  const known = new Map<EntityName, string>();
  return (entity) => {
    const text = known.get(entity) ?? make(entity);
    known.set(entity, text);
    return text;
  };
};

export const selectById = perEntity((entity) => `SELECT * FROM "${entity}" WHERE id = ?`);
const selectVersion = perEntity((entity) => `SELECT v FROM "${entity}" WHERE id = ?`);

/** Version of a row, 0 when there is none or the centre has not taken it yet. */
export function readVersion(db: Readable, entity: EntityName, id: string): number {
  const found = prepared(db, selectVersion(entity)).get(id) as { v: number } | undefined;
  return found?.v ?? 0;
}

export function readStored(db: Readable, entity: EntityName, id: string): Stored | null {
  const record = prepared(db, selectById(entity)).get(id) as Record<string, unknown> | undefined;
  if (!record) return null;
  return { record, row: decodeRow(entity, record), v: record['v'] as number, at: record['at'] as number };
}

export const readRow = (db: Readable, entity: EntityName, id: string): AnyRow | null =>
  readStored(db, entity, id)?.row ?? null;

/** Answers what `decide` asks. */
export function answer(db: Readable, request: ReadRequest): ReadAnswer {
  const { entity } = request;
  if (request.op === 'get') {
    const read = memoryOf(db, entity) ? readPlaced : readStored;
    return request.ids.map((id) => read(db, entity, id)?.row ?? null);
  }
  const lists = memoryOf(db, entity)?.lists;
  if (!lists) return list(db, request);
  const question = `${request.index} ${request.limit} ${request.last} ${request.key}`;
  const known = lists.get(question) ?? list(db, request);
  lists.set(question, known);
  return [...known];
}

type ListRequest = Extract<ReadRequest, { op: 'key' }>;

function list(db: Readable, request: ListRequest): AnyRow[] {
  const { entity, index, key, limit, last } = request;
  const place = `${entity}#${index}/${key}`;
  const rows: AnyRow[] = [];
  for (const { row, places } of candidates(db, request)) {
    if (!places.includes(place)) continue;
    rows.push(row);
    if (rows.length >= limit) break;
  }
  return last ? rows.reverse() : rows;
}

/** Rows whose column may answer for the key, in the order of the question; where rows are remembered only ids are asked for. */
function* candidates(db: Readable, { entity, index, key, last }: ListRequest): Iterable<Remembered> {
  const { column, values } = lookupOf(entity, index);
  const wanted = values(key);
  const test =
    wanted === undefined ? 'IS NOT NULL' : wanted === null ? 'IS NULL' : `IN (${wanted.map(() => '?').join()})`;
  const from = `FROM "${entity}" WHERE "${column}" ${test} ORDER BY id ${last ? 'DESC' : 'ASC'}`;
  if (!memoryOf(db, entity)) {
    const records = prepared(db, `SELECT * ${from}`).iterate(...(wanted ?? []));
    for (const record of records) yield placed(entity, record as StoredRecord);
    return;
  }
  const ids = prepared(db, `SELECT id ${from}`).pluck();
  for (const id of ids.all(...(wanted ?? [])) as string[]) {
    const known = readPlaced(db, entity, id);
    if (known) yield known;
  }
}

function readPlaced(db: Readable, entity: EntityName, id: string): Remembered | null {
  const rows = memoryOf(db, entity)?.rows;
  const known = rows?.get(id);
  if (known) return known;
  const record = prepared(db, selectById(entity)).get(id) as StoredRecord | undefined;
  const read = record ? placed(entity, record) : null;
  if (read) rows?.set(id, read);
  return read;
}

function placed(entity: EntityName, record: StoredRecord): Remembered {
  const row = decodeRow(entity, record);
  return { row, places: keyPlaces(entity, row) };
}
