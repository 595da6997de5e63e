import type { DocumentFilter } from '#shared/queries/document.ts';

export const conditionKeys = [
  'kinds',
  'types',
  'states',
  'branch',
  'period',
  'counterparty',
  'responsible',
  'amount',
  'expires',
  'unnumbered',
  'archived',
] as const;
export type ConditionKey = (typeof conditionKeys)[number];

/** The fields of the filter that one chip of the page stands for. */
const fields: Record<ConditionKey, readonly (keyof DocumentFilter)[]> = {
  kinds: ['kinds'],
  types: ['contractTypes'],
  states: ['states'],
  branch: ['branchIds'],
  period: ['dateFrom', 'dateTo'],
  counterparty: ['counterpartyId'],
  responsible: ['responsibleIds'],
  amount: ['amountFrom', 'amountTo'],
  expires: ['expiresBefore'],
  unnumbered: ['unnumbered'],
  archived: ['archived'],
};

/** The conditions that are set, in the order of the page. */
export function setConditions(filter: DocumentFilter): ConditionKey[] {
  return conditionKeys.filter((key) => fields[key].some((field) => filter[field] !== undefined));
}

/** The filter without one condition. */
export function without(filter: DocumentFilter, key: ConditionKey): DocumentFilter {
  const dropped = new Set<string>(fields[key]);
  return Object.fromEntries(Object.entries(filter).filter(([field]) => !dropped.has(field)));
}

/** The filter with some fields set; `undefined` and empty lists take a field away. */
export function withFields(
  filter: DocumentFilter,
  patch: { [F in keyof DocumentFilter]?: DocumentFilter[F] | undefined },
): DocumentFilter {
  const entries = Object.entries({ ...filter, ...patch });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Whether two filters ask the same. */
export function sameFilter(one: DocumentFilter, other: DocumentFilter): boolean {
  const plain = (filter: DocumentFilter) =>
    JSON.stringify(Object.entries(withFields(filter, {})).sort(([a], [b]) => (a < b ? -1 : 1)));
  return plain(one) === plain(other);
}
