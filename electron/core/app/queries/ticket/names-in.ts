import { namesOf } from '#electron/core/app/queries/names.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Everything in a value that may be the id of a record, at any depth. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return id.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

const queueSql = 'SELECT id, name FROM queue WHERE id IN (SELECT value FROM json_each(?))';
const ticketSql = `SELECT id, coalesce(number, title) FROM ticket WHERE id IN (SELECT value FROM json_each(?))`;

/** Names of the people, counterparties, desks, tickets and documents that a value points at, by id. */
export function namesIn(db: Readable, value: unknown): Record<string, string> {
  const ids = [...new Set(idsIn(value))];
  if (ids.length === 0) return {};
  const text = JSON.stringify(ids);
  const read = (sql: string) => prepared(db, sql).raw().all(text) as [string, string][];
  return Object.fromEntries([
    ...namesOf(db, 'document', ids),
    ...read(ticketSql),
    ...read(queueSql),
    ...namesOf(db, 'counterparty', ids),
    ...namesOf(db, 'employee', ids),
  ]);
}
