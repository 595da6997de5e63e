import type { DocumentForm } from '#shared/commands/document.ts';
import type { DocumentKind, DocumentRow, DocumentState } from '#shared/domain/document.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** What stands in the fields while a person fills them in: dates `yyyy-mm-dd`, sums in kopecks. */
export interface FormValues {
  kind: DocumentKind;
  number: string;
  date: string | null;
  subject: string;
  counterpartyId: string | null;
  amount: number | null;
  vatAmount: number | null;
  dueDate: string | null;
  responsibleId: string | null;
  branchId: string | null;
  state: DocumentState;
  labels: string[];
  note: string;
}

/** In the order of the page: the first wrong one gets the focus. */
export const fieldOrder = [
  'kind',
  'number',
  'date',
  'subject',
  'counterpartyId',
  'amount',
  'vatAmount',
  'dueDate',
  'responsibleId',
  'branchId',
  'state',
  'labels',
  'note',
] as const satisfies readonly (keyof FormValues)[];

/** Keys of the form's dictionary, with the lengths they speak of. */
export interface FieldFault {
  key:
    | 'errorDate'
    | 'errorSubject'
    | 'errorBranch'
    | 'errorLong'
    | 'errorNoteLong'
    | 'errorVat'
    | 'errorDue'
    | 'errorLabels';
  length?: number;
  limit?: number;
}
export type FormFaults = Partial<Record<keyof FormValues, FieldFault>>;

/** The limits of the domain's fields, in characters. */
export const limits = { number: 60, subject: 1_000, note: 20_000, label: 60, labels: 50 } as const;

export const newValues = (
  kind: DocumentKind,
  here: { today: string; branchId: string | null; userId: string | null },
) =>
  ({
    kind,
    number: '',
    date: here.today,
    subject: '',
    counterpartyId: null,
    amount: null,
    vatAmount: null,
    dueDate: null,
    responsibleId: here.userId,
    branchId: here.branchId,
    state: 'draft',
    labels: [],
    note: '',
  }) satisfies FormValues as FormValues;

export const valuesOf = (row: DocumentRow): FormValues => ({
  kind: row.kind,
  number: row.number ?? '',
  date: row.date,
  subject: row.subject,
  counterpartyId: row.counterpartyId,
  amount: row.amount,
  vatAmount: row.vatAmount,
  dueDate: row.dueDate,
  responsibleId: row.responsibleId,
  branchId: row.branchId,
  state: row.state,
  labels: [...row.labels],
  note: row.note ?? '',
});

/** Everything that keeps the values from being saved. */
export function faultsOf(values: FormValues): FormFaults {
  const faults: FormFaults = {};
  const long = (length: number, limit: number, key: 'errorLong' | 'errorNoteLong' = 'errorLong') =>
    length > limit ? { key, length, limit } : undefined;
  const put = (field: keyof FormValues, fault: FieldFault | undefined) => {
    if (fault) faults[field] = fault;
  };
  put('number', long(values.number.trim().length, limits.number));
  if (!values.date) put('date', { key: 'errorDate' });
  const subject = values.subject.trim().length;
  put('subject', subject === 0 ? { key: 'errorSubject' } : long(subject, limits.subject));
  if (values.vatAmount !== null && Math.abs(values.vatAmount) > Math.abs(values.amount ?? 0))
    put('vatAmount', { key: 'errorVat' });
  if (values.dueDate && values.date && values.dueDate < values.date) put('dueDate', { key: 'errorDue' });
  if (!values.branchId) put('branchId', { key: 'errorBranch' });
  if (values.labels.length > limits.labels || values.labels.some((label) => label.length > limits.label))
    put('labels', { key: 'errorLabels' });
  put('note', long(values.note.length, limits.note, 'errorNoteLong'));
  return faults;
}

/** The values as the command takes them; they must be without faults. */
export function toForm(values: FormValues): DocumentForm {
  return {
    ...values,
    number: values.number.trim() || null,
    date: values.date ?? '',
    subject: values.subject.trim(),
    currency: 'RUB',
    branchId: values.branchId ?? '',
    note: values.note.trim() === '' ? null : values.note,
  };
}

/** What the person changed, and what they saw there before: the two sides of a merge. Currency is not edited. */
export function changesOf(seen: FormValues, values: FormValues) {
  const before = toForm(seen);
  const after = toForm(values);
  const fields = fieldOrder.filter((field) => !sameValue(before[field], after[field]));
  const pick = (from: DocumentForm) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  return { fields, patch: pick(after) as Partial<DocumentForm>, base: pick(before) };
}
