import { heldType, referenceType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { FieldType, Form, FormField, Formula, Reference, TestOperation } from '#shared/domain/form/form.ts';

type Held = Exclude<FieldType, 'calculated'>;

const identity: readonly TestOperation[] = ['is', 'is_not'];
const measured: readonly TestOperation[] = ['is', 'is_not', 'at_least', 'below'];
const either: readonly TestOperation[] = ['is', 'is_not', 'in'];

/** What can be asked of a field of a type, the most usual question first. */
const asked: Record<Held, readonly TestOperation[]> = {
  text: identity,
  long_text: identity,
  number: measured,
  money: measured,
  date: measured,
  date_range: [],
  employee: identity,
  counterparty: identity,
  choice: either,
  choices: either,
  flag: ['is'],
  file: [],
  table: [],
  checklist: [],
};

export const operationsOf = (form: Form, field: FormField): TestOperation[] => [
  ...asked[heldType(fieldsByKey(form), field)],
  'filled',
  'empty',
];

/** `field` or `field/column`, as a list of choices names it. */
export const referenceKey = ({ field, column }: Reference): string =>
  column === undefined ? field : `${field}/${column}`;

export function referenceOf(key: string): Reference {
  const [field = '', column] = key.split('/');
  return column === undefined ? { field } : { field, column };
}

export interface Part {
  reference: Reference;
  field: FormField;
  /** Of a table. */
  column: string | null;
}

/** Everything a formula can be made of beside the field itself: numbers, money, columns of tables. */
export function partsFor(form: Form, own: string): Part[] {
  const fields = fieldsByKey(form);
  return [...fields.values()].flatMap((field): Part[] => {
    if (field.key === own) return [];
    if (field.type === 'table')
      return field.columns
        .filter((column) => column.type === 'number' || column.type === 'money')
        .map((column) => ({ reference: { field: field.key, column: column.key }, field, column: column.label }));
    const reference = { field: field.key };
    return referenceType(fields, reference) ? [{ reference, field, column: null }] : [];
  });
}

/** A product of parts with the unit it then has: money when exactly one of them is. */
export function productOf(form: Form, of: Reference[]): Formula {
  const fields = fieldsByKey(form);
  const money = of.filter((part) => referenceType(fields, part) === 'money').length;
  return { type: 'product', of, as: money === 1 ? 'money' : 'number' };
}
