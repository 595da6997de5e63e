export type FieldKind = 'money' | 'date' | 'text' | 'choice';

const kinds: Readonly<Record<string, FieldKind>> = {
  amount: 'money',
  vatAmount: 'money',
  date: 'date',
  dueDate: 'date',
  effectiveFrom: 'date',
  expiresOn: 'date',
  signedOn: 'date',
  doneOn: 'date',
  kind: 'choice',
  state: 'choice',
  currency: 'choice',
  labels: 'choice',
  counterpartyId: 'choice',
  responsibleId: 'choice',
  branchId: 'choice',
  archivedAt: 'choice',
  choice: 'choice',
  side: 'choice',
  renewal: 'choice',
  contractType: 'choice',
  parentId: 'choice',
  noticeDays: 'choice',
  remindDays: 'choice',
  custom: 'choice',
  possibleDuplicateOf: 'choice',
};

/** Whether a field can be worded freely, and how what is typed is read. Of a `choice` one of the two sides is taken. */
export const fieldKind = (field: string): FieldKind =>
  Object.hasOwn(kinds, field) ? (kinds[field] ?? 'text') : 'text';
