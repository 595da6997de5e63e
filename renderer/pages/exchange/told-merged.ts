import { entityOf, type RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { ConflictFacts } from '#shared/queries/exchange.ts';

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A field of the same record that was settled without asking, and whose word it is. */
export interface ToldMerged {
  field: string;
  value: unknown;
  source: 'author' | 'centre' | 'both';
  /** Who in the centre, when it is theirs. */
  who: string | null;
  /** What stood before it and gave way, where one value replaced another; `by`: who had written that into the centre meanwhile. */
  instead?: { value: unknown; by: string | null };
}

/**
 * What came together by itself: fields both changed (sets are united, of harmless ones the later word stands), what only the author changed,
 * and what others changed meanwhile. Each field once, in this order.
 */
export function toldMerged(
  conflict: Pick<RowOf<'conflict'>, 'objectEntity' | 'merged' | 'fields'>,
  facts: ConflictFacts | null | undefined,
): ToldMerged[] {
  const policyOf = (field: string) => entityOf(conflict.objectEntity)?.fields[field]?.merge;
  const told = new Map<string, ToldMerged>();
  const tell = (one: ToldMerged) => {
    if (!told.has(one.field)) told.set(one.field, one);
  };
  // Of what others wrote meanwhile the newest is what the author's word met.
  const met = (field: string) => facts?.meanwhile.find((one) => one.field === field);
  const from = (field: string) => facts?.entered.find((one) => one.field === field);
  const replaced = (field: string, value: unknown): Pick<ToldMerged, 'instead'> => {
    const theirs = met(field);
    const before = theirs ? { value: theirs.to, by: theirs.actorName } : { value: from(field)?.from ?? null, by: null };
    return isNothing(before.value) || sameValue(before.value, value) ? {} : { instead: before };
  };
  for (const { field, value } of conflict.merged)
    if (policyOf(field) === 'merge') tell({ field, value, source: 'both', who: null });
    else tell({ field, value, source: 'author', who: null, ...replaced(field, value) });
  for (const { field, to } of facts?.entered ?? [])
    tell({ field, value: to, source: 'author', who: null, ...replaced(field, to) });
  for (const { field, to, actorName } of facts?.meanwhile ?? []) {
    if (!entityOf(conflict.objectEntity)?.fields[field] || field.endsWith('At')) continue;
    // Several may have written it one after another: what the first of them found is what gave way in the end.
    const first = facts?.meanwhile.findLast((one) => one.field === field)?.from ?? null;
    const gave = isNothing(first) || sameValue(first, to) ? {} : { instead: { value: first, by: null } };
    tell({ field, value: to, source: 'centre', who: actorName, ...gave });
  }
  const disputed = new Set(conflict.fields.map((one) => one.field));
  return [...told.values()].filter((one) => !disputed.has(one.field));
}
