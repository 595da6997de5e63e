import { z } from 'zod';

export const fieldTypes = [
  'text',
  'long_text',
  'number',
  'money',
  'date',
  'date_range',
  'employee',
  'counterparty',
  'choice',
  'choices',
  'flag',
  'file',
  'table',
  'checklist',
  'calculated',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const columnTypes = ['text', 'number', 'money', 'date', 'choice'] as const;
export type ColumnType = (typeof columnTypes)[number];

export const formLimits = { sections: 20, fields: 100, columns: 20, options: 200, items: 100 } as const;

/** What a field, a column or a section is called in values, conditions and print forms. */
export const fieldKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

const label = z.string().max(200);
const hint = z.string().max(1_000).nullable();
const options = z.array(z.string().min(1).max(200)).max(formLimits.options);

export const testOperations = ['is', 'is_not', 'in', 'filled', 'empty', 'at_least', 'below'] as const;
export type TestOperation = (typeof testOperations)[number];

/**
 * What is asked of another field. `is` and `in` of a field of several choices: one of them is; `filled` of a flag: ticked, of a
 * checklist: all ticked.
 */
export const formTest = z.object({
  field: z.string().min(1).max(40),
  op: z.enum(testOperations),
  value: z.unknown().optional(),
});
export type FormTest = z.infer<typeof formTest>;

const tests = z.array(formTest).min(1).max(20);

export const condition = z.union([z.strictObject({ all: tests }), z.strictObject({ any: tests })]);
export type Condition = z.infer<typeof condition>;

/** The tests of a condition, whether all of them count or any. */
export const testsOf = (given: Condition): FormTest[] => ('all' in given ? given.all : given.any);

/** A field's value; with `column` the column of a table. */
export const reference = z.object({
  field: z.string().min(1).max(40),
  column: z.string().min(1).max(40).optional(),
});
export type Reference = z.infer<typeof reference>;

const several = z.array(reference).min(1).max(20);

/**
 * How a calculated field comes about. Sums and differences have the unit of their parts; a product is money when exactly one factor is.
 * `days` counts both ends of a range, `leave_days` leaves out non-working holidays (ст. 120 ТК РФ).
 */
export const formula = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sum'), of: several }),
  z.object({ type: z.literal('product'), of: several, as: z.enum(['number', 'money']) }),
  z.object({ type: z.literal('difference'), of: z.tuple([reference, reference]) }),
  z.object({ type: z.literal('days'), field: z.string().min(1).max(40) }),
  z.object({ type: z.literal('leave_days'), field: z.string().min(1).max(40) }),
]);
export type Formula = z.infer<typeof formula>;

/** What a formula is calculated from. */
export const referencesOf = (given: Formula): Reference[] => ('of' in given ? [...given.of] : [{ field: given.field }]);

/** One column of a table; every row holds one value of it. */
export const formColumn = z.object({
  key: fieldKey,
  label,
  type: z.enum(columnTypes),
  required: z.boolean(),
  options,
});
export type FormColumn = z.infer<typeof formColumn>;

/** What stands in a field when the form is opened: a value, whoever asks, or today and so many days on. */
export const initial = z.discriminatedUnion('type', [
  z.object({ type: z.literal('value'), value: z.unknown() }),
  z.object({ type: z.literal('requester') }),
  z.object({ type: z.literal('today'), days: z.number().int().min(-3_660).max(3_660).optional() }),
]);
export type Initial = z.infer<typeof initial>;

/**
 * A field as an administrator defines it. Values: money in kopecks, dates `yyyy-mm-dd`, a range `{from, to}`, people and counterparties
 * by id, files `[{name, size, sha256}]`, a table `[{column: value}]`, a checklist `[{text, done}]`.
 */
export const formField = z.object({
  key: fieldKey,
  type: z.enum(fieldTypes),
  label,
  hint,
  required: z.boolean(),
  /** Shown only when this holds: what is hidden has no value and is not demanded. */
  when: condition.nullable(),
  /** Demanded when this holds, even where `required` does not say so. */
  requiredWhen: condition.nullable(),
  initial: initial.nullable(),
  /** Of a choice or choices. */
  options,
  /** Of a table. */
  columns: z.array(formColumn).max(formLimits.columns),
  /** Of a checklist. */
  items: z.array(z.string().min(1).max(500)).max(formLimits.items),
  /** Numbers and kopecks themselves; of texts the length; of tables, files and choices how many. */
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** Of a calculated field. */
  formula: formula.nullable(),
});
export type FormField = z.infer<typeof formField>;

export const formSection = z.object({
  key: fieldKey,
  title: label,
  hint,
  fields: z.array(formField).max(formLimits.fields),
});
export type FormSection = z.infer<typeof formSection>;

/** The form of a service or of a kind of documents: data that whoever stores it gives a version. `formFaults` tells whether it can be used. */
export const form = z.object({
  sections: z
    .array(formSection)
    .max(formLimits.sections)
    .refine((sections) => sections.reduce((sum, section) => sum + section.fields.length, 0) <= formLimits.fields),
});
export type Form = z.infer<typeof form>;

/** The fields of all sections in the order in which they are shown. */
export const fieldsOf = (given: Form): FormField[] => given.sections.flatMap((section) => section.fields);

/** A field with nothing but its key, type and label, and what is given beside. */
export const blankField = (
  key: string,
  type: FieldType,
  label: string,
  given: Partial<Omit<FormField, 'key' | 'type' | 'label'>> = {},
): FormField => ({
  key,
  type,
  label,
  hint: null,
  required: false,
  when: null,
  requiredWhen: null,
  initial: null,
  options: [],
  columns: [],
  items: [],
  minimum: null,
  maximum: null,
  formula: null,
  ...given,
});
