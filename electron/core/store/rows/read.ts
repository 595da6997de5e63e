import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { lookupOf } from '#electron/core/store/rows/lookups.ts';
import { isRemembering, type Remembered, remembered } from '#electron/core/store/rows/memory.ts';
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
  if (request.op === 'get') {
    const read = isRemembering(db) ? readPlaced : readStored;
    return request.ids.map((id) => read(db, request.entity, id)?.row ?? null);
  }
  const { entity, index, key, limit, last } = request;
  const rows: AnyRow[] = [];
  for (const { row, places } of candidates(db, request)) {
    if (!places.includes(`${entity}#${index}/${key}`)) continue;
    rows.push(row);
    if (rows.length >= limit) break;
  }
  return last ? rows.reverse() : rows;
}

/** Rows whose column may answer for the key, in the order of the question; of those read before only ids are asked for. */
function* candidates(
  db: Readable,
  { entity, index, key, last }: Extract<ReadRequest, { op: 'key' }>,
): Iterable<Remembered> {
  const { column, values } = lookupOf(entity, index);
  const wanted = values(key);
  const test =
    wanted === undefined ? 'IS NOT NULL' : wanted === null ? 'IS NULL' : `IN (${wanted.map(() => '?').join()})`;
  const from = `FROM "${entity}" WHERE "${column}" ${test} ORDER BY id ${last ? 'DESC' : 'ASC'}`;
  if (!isRemembering(db)) {
    const records = prepared(db, `SELECT * ${from}`).iterate(...(wanted ?? []));
    for (const record of records) yield placed(entity, record as StoredRecord);
    return;
  }
  for (const id of prepared(db, `SELECT id ${from}`)
    .pluck()
    .all(...(wanted ?? [])) as string[]) {
    const known = readPlaced(db, entity, id);
    if (known) yield known;
  }
}

const readPlaced = (db: Readable, entity: EntityName, id: string): Remembered | null =>
  remembered(db, entity, id, () => {
    const record = prepared(db, selectById(entity)).get(id) as StoredRecord | undefined;
    return record ? placed(entity, record) : null;
  });

function placed(entity: EntityName, record: StoredRecord): Remembered {
  const row = decodeRow(entity, record);
  return { row, places: keyPlaces(entity, row) };
}
