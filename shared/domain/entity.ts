import { z } from 'zod';
import type { Field } from '#shared/domain/field.ts';
import type { Id } from '#shared/lib/ids.ts';

export type FieldMap = Record<string, Field>;
type ValueOf<F> = F extends Field<infer T> ? T : never;
type LaterKeys<F extends FieldMap> = { [K in keyof F]: undefined extends ValueOf<F[K]> ? K : never }[keyof F];
/** Fields that came with a later schema are optional members: rows written before lack them. */
export type RowOfFields<F extends FieldMap> = { id: Id } & { [K in Exclude<keyof F, LaterKeys<F>>]: ValueOf<F[K]> } & {
  [K in LaterKeys<F>]?: ValueOf<F[K]>;
};

export interface Reference {
  entity: string;
  id: Id;
}

/**
 * One kind of record: its fields are its zod schema, its TypeScript type and its columns.
 * `keys` are the only ways besides the id by which `decide` may find a row.
 */
export interface Entity<F extends FieldMap = FieldMap> {
  readonly name: string;
  readonly version: number;
  readonly fields: F;
  readonly schema: z.ZodType<RowOfFields<F>>;
  readonly keys: Record<string, (row: RowOfFields<F>) => string | null>;
  /** Plain columns the device indexes for its lists. */
  readonly indexes: readonly (readonly string[])[];
  /** Scopes of a row that stands by itself. */
  readonly scopes?: (row: RowOfFields<F>) => string[];
  /** A row that belongs to another one is seen by whoever sees that one; undefined: this row stands by itself. */
  readonly parent?: (row: RowOfFields<F>) => Reference | undefined;
  /** Further scopes of a row with a parent. */
  readonly extraScopes?: (row: RowOfFields<F>) => string[];
}

interface Definition<F extends FieldMap> {
  name: string;
  version?: number;
  fields: F;
  keys?: Record<string, (row: RowOfFields<F>) => string | null>;
  indexes?: readonly (readonly string[])[];
  scopes?: (row: RowOfFields<F>) => string[];
  parent?: (row: RowOfFields<F>) => Reference | undefined;
  extraScopes?: (row: RowOfFields<F>) => string[];
}

/** Declares an entity. Unknown members of a row are kept, so that an old workstation never erases what a newer one wrote. */
export function entity<F extends FieldMap>(definition: Definition<F>): Entity<F> {
  const shape: Record<string, z.ZodType> = { id: z.string() };
  for (const [name, field] of Object.entries(definition.fields)) shape[name] = field.schema;
  return {
    version: 1,
    keys: {},
    indexes: [],
    ...definition,
    schema: z.looseObject(shape) as unknown as z.ZodType<RowOfFields<F>>,
  };
}

export const organizationScope = 'organization';
export const branchScope = (branch: Id): string => `branch:${branch}`;
export const queueScope = (queue: Id): string => `queue:${queue}`;
export const roleScope = (role: string): string => `role:${role}`;
export const userScope = (user: Id): string => `user:${user}`;
