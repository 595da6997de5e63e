import type { DocumentForm } from '#shared/commands/document.ts';
import { type CustomProblem, customProblem } from '#shared/domain/company/custom-value.ts';
import { plannedKeyDates } from '#shared/domain/contract/planned-key-dates.ts';
import { type DocumentKind, type DocumentRow, type DocumentState, isContract } from '#shared/domain/document.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import { visibleText } from '#shared/lib/text/visible.ts';

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
  currency: string;
  /** Fields of contracts and amendments; other kinds leave them as they are. */
  parentId: string | null;
  contractType: DocumentForm['contractType'] | null;
  counterpartyNumber: string;
  effectiveFrom: string | null;
  expiresOn: string | null;
  renewal: DocumentForm['renewal'] | null;
  /** Calendar days, as typed. */
  noticeDays: string;
  /** Values of the company's own fields by their key. */
  custom: Record<string, unknown>;
  /** The company's own kind and the version it is filled in under; null: a built-in one. */
  kindId: string | null;
  kindVersionId: string | null;
}

/** The form of a version of the company's own kinds; null while it is not known. */
export type FormOf = (versionId: string) => Form | null;

export type Definition = RowOf<'field_definition'>;
/** A field of the form; the company's own ones by their key. */
export type FieldName = keyof FormValues | `custom.${string}`;

/** In the order of the page: the first wrong one gets the focus. */
export const fieldOrder = [
  'kind',
  'kindId',
  'kindVersionId',
  'number',
  'date',
  'parentId',
  'contractType',
  'subject',
  'counterpartyId',
  'counterpartyNumber',
  'amount',
  'vatAmount',
  'currency',
  'effectiveFrom',
  'expiresOn',
  'renewal',
  'noticeDays',
  'dueDate',
  'responsibleId',
  'branchId',
  'state',
  'custom',
  'labels',
  'note',
] as const satisfies readonly (keyof FormValues)[];

/** Keys of the form's dictionary, with the lengths they speak of. */
export interface FieldFault {
  key:
    | 'errorDate'
    | 'errorSubject'
    | 'errorSubjectContract'
    | 'errorTemplateName'
    | 'errorBranch'
    | 'errorLong'
    | 'errorNoteLong'
    | 'errorVat'
    | 'errorVatContract'
    | 'errorDue'
    | 'errorLabels'
    | 'errorTerm'
    | 'errorNegative'
    | 'errorNotice'
    | 'errorOwn'
    | `errorCustom_${CustomProblem}`;
  /** What is wrong with a field of the company's own kind. */
  problem?: ValueProblem;
  length?: number;
  limit?: number;
}
export type FormFaults = Partial<Record<FieldName, FieldFault>>;

/** The limits of the domain's fields, in characters. */
export const limits = { number: 60, subject: 1_000, note: 20_000, label: 60, labels: 50, notice: 3_650 } as const;

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
    currency: 'RUB',
    parentId: null,
    contractType: null,
    counterpartyNumber: '',
    effectiveFrom: null,
    expiresOn: null,
    renewal: null,
    noticeDays: '',
    custom: {},
    kindId: null,
    kindVersionId: null,
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
  currency: row.currency,
  parentId: row.parentId ?? null,
  contractType: row.contractType ?? null,
  counterpartyNumber: row.counterpartyNumber ?? '',
  effectiveFrom: row.effectiveFrom ?? null,
  expiresOn: row.expiresOn ?? null,
  renewal: row.renewal ?? null,
  noticeDays: row.noticeDays === null || row.noticeDays === undefined ? '' : String(row.noticeDays),
  custom: { ...row.custom },
  kindId: row.kindId ?? null,
  kindVersionId: row.kindVersionId ?? null,
});

/** The company's own fields that a document of this kind has, in their order. */
export const fieldsFor = (kind: DocumentKind, definitions: readonly Definition[]): Definition[] =>
  definitions
    .filter((one) => one.archivedAt === null && one.kinds.includes(kind))
    .sort((a, b) => a.position - b.position);

/** Everything that keeps the values from being saved. */
export function faultsOf(
  values: FormValues,
  definitions: readonly Definition[] = [],
  formOf: FormOf = () => null,
): FormFaults {
  const faults: FormFaults = {};
  const long = (length: number, limit: number, key: 'errorLong' | 'errorNoteLong' = 'errorLong') =>
    length > limit ? { key, length, limit } : undefined;
  const put = (field: FieldName, fault: FieldFault | undefined) => {
    if (fault) faults[field] = fault;
  };
  put('number', long(values.number.trim().length, limits.number));
  if (!values.date) put('date', { key: 'errorDate' });
  const subject = values.subject.trim().length;
  const contract = isContract(values.kind);
  const unnamed = values.kind === 'template' ? 'errorTemplateName' : contract ? 'errorSubjectContract' : 'errorSubject';
  put('subject', visibleText(values.subject) === '' ? { key: unnamed } : long(subject, limits.subject));
  if (values.vatAmount !== null && Math.abs(values.vatAmount) > Math.abs(values.amount ?? 0))
    put('vatAmount', { key: contract ? 'errorVatContract' : 'errorVat' });
  if (values.dueDate && values.date && values.dueDate < values.date) put('dueDate', { key: 'errorDue' });
  if (!values.branchId) put('branchId', { key: 'errorBranch' });
  if (values.labels.length > limits.labels || values.labels.some((label) => label.length > limits.label))
    put('labels', { key: 'errorLabels' });
  put('note', long(values.note.length, limits.note, 'errorNoteLong'));
  if (contract) {
    put('counterpartyNumber', long(values.counterpartyNumber.trim().length, limits.number));
    if (values.amount !== null && values.amount < 0) put('amount', { key: 'errorNegative' });
    if (values.effectiveFrom && values.expiresOn && values.expiresOn < values.effectiveFrom)
      put('expiresOn', { key: 'errorTerm' });
    if (noticeOf(values) === undefined) put('noticeDays', { key: 'errorNotice', limit: limits.notice });
  }
  if (values.kindVersionId !== null) {
    const form = formOf(values.kindVersionId);
    // Fields beside the form stay as they are.
    const own = form ? valueProblems(form, values.custom).filter((one) => one.problem !== 'unknown') : [];
    for (const problem of own.toReversed()) put(`custom.${problem.field}`, { key: 'errorOwn', problem });
    return faults;
  }
  for (const definition of fieldsFor(values.kind, definitions)) {
    const problem = customProblem(definition, values.custom[definition.key] ?? null);
    if (problem) put(`custom.${definition.key}`, { key: `errorCustom_${problem}` });
  }
  return faults;
}

/** Days as a number; null when none are given, undefined when it is no number of days. */
function noticeOf(values: FormValues): number | null | undefined {
  const typed = values.noticeDays.trim();
  if (typed === '') return null;
  return /^\d{1,4}$/.test(typed) && Number(typed) <= limits.notice ? Number(typed) : undefined;
}

/** The last day to refuse a renewal when it lies before the contract begins: allowed, but hardly meant. */
export function earlyNotice(values: FormValues): string | null {
  if (!isContract(values.kind)) return null;
  const { effectiveFrom, expiresOn } = values;
  const noticeDays = noticeOf(values) ?? null;
  const notice = plannedKeyDates({ effectiveFrom, expiresOn, noticeDays, renewal: null }).find(
    (one) => one.kind === 'notice',
  );
  return notice && effectiveFrom && notice.date < effectiveFrom ? notice.date : null;
}

/** Only what has a value: an empty field of the company's own is not kept. */
function customOf(values: FormValues): Record<string, unknown> | null {
  const given = Object.entries(values.custom).filter(([, value]) => value !== null && value !== '');
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** The values as the command takes them; they must be without faults. */
export function toForm(values: FormValues): DocumentForm {
  const custom = customOf(values);
  const form: DocumentForm = {
    kind: values.kind,
    number: values.number.trim() || null,
    date: values.date ?? '',
    subject: values.subject.trim(),
    counterpartyId: values.counterpartyId,
    amount: values.amount,
    vatAmount: values.vatAmount,
    currency: values.currency || 'RUB',
    state: values.state,
    responsibleId: values.responsibleId,
    branchId: values.branchId ?? '',
    dueDate: values.dueDate,
    note: values.note.trim() === '' ? null : values.note,
    labels: values.labels,
    ...(custom ? { custom } : {}),
    ...(values.kindId ? { kindId: values.kindId, kindVersionId: values.kindVersionId } : {}),
  };
  if (values.kind === 'template') return { ...form, contractType: values.contractType };
  if (!isContract(values.kind)) return form;
  return {
    ...form,
    parentId: values.parentId,
    contractType: values.contractType,
    counterpartyNumber: values.counterpartyNumber.trim() || null,
    effectiveFrom: values.effectiveFrom,
    expiresOn: values.expiresOn,
    renewal: values.renewal,
    noticeDays: noticeOf(values) ?? null,
  };
}

/** What the person changed, and what they saw there before: the two sides of a merge. A field not given means null. */
export function changesOf(seen: FormValues, values: FormValues) {
  const before = toForm(seen);
  const after = toForm(values);
  const fields = fieldOrder.filter((field) => !sameValue(before[field] ?? null, after[field] ?? null));
  const pick = (from: DocumentForm) => Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
  return { fields, patch: pick(after) as Partial<DocumentForm>, base: pick(before) };
}
