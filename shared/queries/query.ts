import type { z } from 'zod';
import type { EntityName } from '#shared/domain/registry.ts';

/** A question to the rows of this workstation. `entities` are the kinds of rows whose change makes the answer old. */
export interface Query<Args = unknown, Result = unknown> {
  readonly name: string;
  readonly args: z.ZodType<Args>;
  readonly entities: readonly EntityName[];
  /** Never set; carries the type of the answer. */
  readonly result?: Result;
}

/** Declares a query: `query<Answer>()({ name, args, entities })`. */
export const query =
  <Result>() =>
  <Args>(definition: { name: string; args: z.ZodType<Args>; entities: readonly EntityName[] }): Query<Args, Result> =>
    definition;
