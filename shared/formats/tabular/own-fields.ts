import type { DocumentKind } from '#shared/domain/document.ts';
import type { FieldType, Form } from '#shared/domain/form/form.ts';
import { fieldsOf as formFields } from '#shared/domain/form/form.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { FieldRule, OwnColumn, OwnFields, ValueType } from '#shared/formats/tabular/fields.ts';

/** What a cell can fill; ranges, tables, files and lists of tasks are filled in by hand. */
const readable: Partial<Record<FieldType, ValueType>> = {
  text: 'text',
  long_text: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  choice: 'choice',
  choices: 'choices',
  flag: 'flag',
  employee: 'person',
};

/** As long as the forms allow. */
const LONGEST = 10_000;

export interface OwnField {
  key: string;
  label: string;
  rule: FieldRule;
}

/** The fields of the company's own that a document of this kind has and a table can fill, with their labels. */
export function ownFieldsOf(
  kind: DocumentKind,
  definitions: readonly RowOf<'field_definition'>[],
  form: Form | null,
): OwnField[] {
  const field = (key: string, label: string, type: FieldType, required: boolean, options: readonly string[]) => {
    const read = readable[type];
    const rule = read && { type: read, most: LONGEST, required, words: [label], options };
    return rule ? [{ key, label, rule }] : [];
  };
  const ofForm = form ? formFields(form) : [];
  const known = new Set(ofForm.map(({ key }) => key));
  const beside = definitions.filter(
    (one) => one.archivedAt === null && one.kinds.includes(kind) && !known.has(one.key),
  );
  return [
    ...ofForm.flatMap((one) =>
      // What is asked only sometimes is demanded by the command, which knows the other answers.
      field(one.key, one.label, one.type, one.required && one.when === null, one.options),
    ),
    ...beside.flatMap((one) => field(one.key, one.label, one.type, one.required && form === null, one.options)),
  ];
}

/** As the mapping takes them. */
export const rulesOf = (fields: readonly OwnField[]): OwnFields =>
  Object.fromEntries(fields.map(({ key, rule }) => [`custom.${key}` as OwnColumn, rule]));
