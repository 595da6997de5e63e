import type { Entity } from '#shared/domain/entity.ts';
import { Refusal } from '#shared/domain/error.ts';
import { sameValue } from '#shared/lib/canonical.ts';

export interface AskedField {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** What is to be written. */
  patch: Record<string, unknown>;
  /** Fields whose centre value stands until a person decides. */
  asked: AskedField[];
  /** Fields that both sides changed and that were brought together by rule. */
  merged: { field: string; value: unknown }[];
}

/**
 * Three-way merge per field: what the author saw (`base`), what they want (`patch`), what stands now (`current`).
 * No clock takes part: a field is in dispute only when it no longer holds what the author saw. Whoever changes a field of kind `ask`
 * must say what they saw in it, or nobody could tell whether they overwrite somebody: Refusal BAD_INPUT {field}.
 */
export function mergePatch(
  definition: Entity,
  current: Record<string, unknown>,
  base: Record<string, unknown>,
  patch: Record<string, unknown>,
): Merged {
  const outcome: Merged = { patch: {}, asked: [], merged: [] };
  for (const [field, mine] of Object.entries(patch)) {
    const declared = definition.fields[field];
    if (!declared) continue;
    const theirs = current[field] ?? null;
    if (sameValue(mine, theirs)) continue;
    const isSeen = Object.hasOwn(base, field);
    if (!isSeen && declared.merge === 'ask') throw new Refusal('BAD_INPUT', { field });
    const seen = isSeen ? (base[field] ?? null) : theirs;
    if (sameValue(seen, theirs)) {
      outcome.patch[field] = mine;
    } else if (sameValue(seen, mine)) {
      // The author left the field as it was: the other side's change stands.
    } else if (declared.merge === 'ask') {
      outcome.asked.push({ field, base: seen, mine, theirs });
    } else {
      const value = declared.merge === 'merge' ? mergeSets(seen, mine, theirs) : mine;
      outcome.patch[field] = value;
      outcome.merged.push({ field, value });
    }
  }
  return outcome;
}

/** Sets as arrays: what either side added is in, what either side took out is out; the centre's order comes first. */
export function mergeSets(base: unknown, mine: unknown, theirs: unknown): unknown[] {
  const [seen, ours, centre] = [asList(base), asList(mine), asList(theirs)];
  const kept = centre.filter((item) => !seen.includes(item) || ours.includes(item));
  return [...kept, ...ours.filter((item) => !seen.includes(item) && !centre.includes(item))];
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
