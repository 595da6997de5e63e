import { z } from 'zod';

/** How a field behaves: its shape, its column, whether an approval covers it, and what happens when two people change it. */
export interface Field<T = unknown> {
  readonly schema: z.ZodType<T>;
  readonly column: 'text' | 'integer' | 'flag' | 'json';
  /** content is what an approval covers; process is states, registration, other people's decisions. */
  readonly part: 'content' | 'process';
  /** merge: sets are united; latest: the later writer wins; ask: the conflict desk asks. */
  readonly merge: 'merge' | 'latest' | 'ask';
  /** A sort key column `<name>_key` stands beside the text. */
  readonly sorted: boolean;
}

type Policy = Partial<Pick<Field, 'part' | 'merge' | 'sorted'>>;

const policy = (given: Policy = {}) => ({ part: 'content' as const, merge: 'ask' as const, sorted: false, ...given });

/** Half a letter (a lone surrogate) is kept differently by different stores: it is no text. */
const wellFormed = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .refine((typed) => typed.isWellFormed());

/** Text of at most `max` characters; zero-width and direction-changing characters are kept as typed and ignored when compared. */
export const text = (max: number, given?: Policy): Field<string> => ({
  schema: wellFormed(max),
  column: 'text',
  ...policy(given),
});
export const optionalText = (max: number, given?: Policy): Field<string | null> => ({
  schema: wellFormed(max).nullable(),
  column: 'text',
  ...policy(given),
});
const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const id = (given?: Policy): Field<string> => ({ schema: idSchema, column: 'text', ...policy(given) });
export const optionalId = (given?: Policy): Field<string | null> => ({
  schema: idSchema.nullable(),
  column: 'text',
  ...policy(given),
});
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, given?: Policy): Field<T[number]> => ({
  schema: z.enum(values) as unknown as z.ZodType<T[number]>,
  column: 'text',
  ...policy(given),
});
export const optionalOneOf = <const T extends readonly [string, ...string[]]>(
  values: T,
  given?: Policy,
): Field<T[number] | null> => ({
  schema: z.enum(values).nullable() as unknown as z.ZodType<T[number] | null>,
  column: 'text',
  ...policy(given),
});
/** Calendar date `yyyy-mm-dd`. */
const dateSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export const date = (given?: Policy): Field<string> => ({ schema: dateSchema, column: 'text', ...policy(given) });
export const optionalDate = (given?: Policy): Field<string | null> => ({
  schema: dateSchema.nullable(),
  column: 'text',
  ...policy(given),
});
const integerSchema = z.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
export const integer = (given?: Policy): Field<number> => ({
  schema: integerSchema,
  column: 'integer',
  ...policy(given),
});
/** Kopecks, or null when there is no amount. */
export const optionalMoney = (given?: Policy): Field<number | null> => ({
  schema: integerSchema.nullable(),
  column: 'integer',
  ...policy(given),
});
/** UTC instant in milliseconds since 1970. */
export const instant = (given?: Policy): Field<number> => ({
  schema: integerSchema,
  column: 'integer',
  ...policy(given),
});
export const optionalInstant = (given?: Policy): Field<number | null> => ({
  schema: integerSchema.nullable(),
  column: 'integer',
  ...policy(given),
});
export const optionalInteger = optionalMoney;
export const flag = (given?: Policy): Field<boolean> => ({ schema: z.boolean(), column: 'flag', ...policy(given) });
export const json = <T>(schema: z.ZodType<T>, given?: Policy): Field<T> => ({
  schema,
  column: 'json',
  ...policy(given),
});

/** A field that an earlier schema did not have: rows written then may lack it, which means the same as null. */
export const later = <T>(field: Field<T>): Field<T | null | undefined> => ({
  ...field,
  schema: field.schema.nullish(),
});
