import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** What `decide` may ask of a store. There are no scans: by id, or by a declared key in id order with a limit. */
export type ReadRequest =
  | { op: 'get'; entity: EntityName; ids: readonly Id[] }
  | { op: 'key'; entity: EntityName; index: string; key: string; limit: number; last: boolean };

/** The answer has one entry per id of a `get` (null: no such row), or the rows of a `key` in id order. */
export type ReadAnswer = (AnyRow | null)[];

/** A part of `decide` that reads; driven synchronously on SQLite, asynchronously on PostgreSQL. */
export type Reading<T> = Generator<ReadRequest, T, ReadAnswer>;

/** Names of what was read or written, for finding out which pending commands a change from the centre touches. */
export const rowKey = (entity: string, id: Id): string => `${entity}/${id}`;
export const indexKey = (entity: string, index: string, key: string): string => `${entity}#${index}/${key}`;
