import type { RowOf } from '#shared/domain/registry.ts';

type Counterparty = RowOf<'counterparty'>;

/** Fields that are chosen one by one, in the order of the card. */
export const mergeFields = [
  'name',
  'legalForm',
  'fullName',
  'kind',
  'inn',
  'kpp',
  'ogrn',
  'address',
  'phone',
  'email',
  'note',
  'limitAmount',
  'stopReason',
] as const;
export type MergeField = (typeof mergeFields)[number];
export type Choices = Readonly<Partial<Record<MergeField, 'stays' | 'goes'>>>;

const heldIn = (row: Counterparty, field: MergeField): string | number | null => row[field] ?? null;

/** The two say different things about it. */
export const differs = (stays: Counterparty, goes: Counterparty, field: MergeField): boolean =>
  heldIn(stays, field) !== heldIn(goes, field);

/** A reason to stop is never lost: whoever takes a stopped company in is stopped, until that is lifted on the card. */
export const isGiven = (stays: Counterparty, goes: Counterparty, field: MergeField): boolean =>
  field === 'stopReason' && heldIn(stays, field) === null && heldIn(goes, field) !== null;

/** Which value a field has: the one that a person chose, what stands, or what the other record knows of it. */
export function sideOf(
  stays: Counterparty,
  goes: Counterparty,
  field: MergeField,
  choices: Choices = {},
): 'stays' | 'goes' {
  if (isGiven(stays, goes, field)) return 'goes';
  return choices[field] ?? (heldIn(stays, field) === null && heldIn(goes, field) !== null ? 'goes' : 'stays');
}

/** What the record that stays takes from the other one, with what it had. */
export function patchOf(
  stays: Counterparty,
  goes: Counterparty,
  choices: Choices,
): { patch: Partial<Pick<Counterparty, MergeField>>; base: Record<string, unknown> } {
  const taken = mergeFields.filter(
    (field) => differs(stays, goes, field) && sideOf(stays, goes, field, choices) === 'goes',
  );
  return {
    patch: Object.fromEntries(taken.map((field) => [field, heldIn(goes, field)])),
    base: Object.fromEntries(taken.map((field) => [field, heldIn(stays, field)])),
  };
}
