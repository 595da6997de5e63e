import type { CustomTest, DocumentFilter } from '#shared/queries/document.ts';

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
  'where',
] as const;
export type StandingKey = (typeof conditionKeys)[number];
/** A condition on one of the company's own fields is called by the field. */
export type ConditionKey = StandingKey | `own:${string}`;

/** The field of the company's own that a condition is about; null for the standing ones. */
export const ownFieldOf = (key: ConditionKey): string | null => (key.startsWith('own:') ? key.slice(4) : null);

/** The fields of the filter that one chip of the page stands for. */
const fields: Record<StandingKey, readonly (keyof DocumentFilter)[]> = {
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
  where: ['where'],
};

/** The conditions that are set, in the order of the page. */
export function setConditions(filter: DocumentFilter): ConditionKey[] {
  const standing = conditionKeys.filter((key) => fields[key].some((field) => filter[field] !== undefined));
  const own = new Set((filter.custom ?? []).map((test): ConditionKey => `own:${test.key}`));
  return [...standing, ...own];
}

/** The filter without one condition. */
export function without(filter: DocumentFilter, key: ConditionKey): DocumentFilter {
  const own = ownFieldOf(key);
  if (own !== null) return withOwn(filter, own, []);
  const dropped = new Set<string>(fields[key as StandingKey]);
  return Object.fromEntries(Object.entries(filter).filter(([field]) => !dropped.has(field)));
}

/** What the filter asks of one of the company's own fields. */
export const ownTests = (filter: DocumentFilter, key: string): CustomTest[] =>
  (filter.custom ?? []).filter((test) => test.key === key);

/** The filter with other tests of that field, which stay in its place. */
export function withOwn(filter: DocumentFilter, key: string, tests: readonly CustomTest[]): DocumentFilter {
  const before = filter.custom ?? [];
  const at = before.findIndex((test) => test.key === key);
  const rest = before.filter((test) => test.key !== key);
  const place = at < 0 ? rest.length : at;
  return withFields(filter, { custom: [...rest.slice(0, place), ...tests, ...rest.slice(place)] });
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
