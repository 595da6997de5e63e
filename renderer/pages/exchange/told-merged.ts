import { entityOf, type RowOf } from '#shared/domain/registry.ts';
import type { ConflictFacts } from '#shared/queries/exchange.ts';

/** A field of the same record that was settled without asking, and whose word it is. */
export interface ToldMerged {
  field: string;
  value: unknown;
  source: 'author' | 'centre' | 'both';
  /** Who in the centre, when it is theirs. */
  who: string | null;
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
  for (const { field, value } of conflict.merged)
    tell({ field, value, source: policyOf(field) === 'merge' ? 'both' : 'author', who: null });
  for (const { field, to } of facts?.entered ?? []) tell({ field, value: to, source: 'author', who: null });
  for (const { field, to, actorName } of facts?.meanwhile ?? [])
    if (entityOf(conflict.objectEntity)?.fields[field] && !field.endsWith('At'))
      tell({ field, value: to, source: 'centre', who: actorName });
  const disputed = new Set(conflict.fields.map((one) => one.field));
  return [...told.values()].filter((one) => !disputed.has(one.field));
}
