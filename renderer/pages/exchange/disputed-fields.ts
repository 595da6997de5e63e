import type { Definition } from '#renderer/pages/document/form-values.ts';
import { type FieldKind, fieldKind, optionsOf, type Picked, pickedInto } from '#renderer/pages/exchange/field-kind.ts';
import { CUSTOM } from '#renderer/pages/record/use-field-words.ts';
import { customProblem } from '#shared/domain/company/custom-value.ts';
import { entityOf, type RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';

export interface DisputedField {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  /** What was decided, once it is. */
  chosen: unknown;
  kind: FieldKind;
  /** Codes it may hold, and what is picked into it. */
  options: readonly string[];
  picked: Picked | undefined;
  /** Whether a value may stand in the field; what it may not is no answer. */
  takes: (value: unknown) => boolean;
  /** The side that follows by itself: the only one that changed this one of the company's own fields. */
  byItself: 'mine' | 'theirs' | null;
}

type Bag = Readonly<Record<string, unknown>>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});

/**
 * The disputed fields of a conflict as a person decides them. The company's own fields lie in one value of the record, yet they are
 * decided one by one: what only one side has changed is not asked about twice.
 */
export function disputedOf(conflict: RowOf<'conflict'>, definitions: readonly Definition[]): DisputedField[] {
  const about = conflict.objectEntity;
  return conflict.fields.flatMap((one): DisputedField[] => {
    if (one.field === 'custom') return customFields(one, definitions);
    const declared = entityOf(about)?.fields[one.field];
    const takes = (value: unknown) => declared === undefined || declared.schema.safeParse(value).success;
    const kind = fieldKind(one.field, about);
    const sides = { base: one.base, mine: one.mine, theirs: one.theirs, chosen: one.chosen };
    const ways = { kind, options: optionsOf(one.field, about), picked: pickedInto(one.field, about) };
    return [{ field: one.field, ...sides, ...ways, takes, byItself: null }];
  });
}

function customFields(
  given: { base?: unknown; mine?: unknown; theirs?: unknown; chosen?: unknown },
  definitions: readonly Definition[],
): DisputedField[] {
  const [base, mine, theirs] = [bag(given.base), bag(given.mine), bag(given.theirs)];
  const chosen = bag(given.chosen);
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...keys]
    .filter((key) => !sameValue(mine[key] ?? null, theirs[key] ?? null))
    .map((key) => {
      const definition = definitions.find((one) => one.key === key);
      const sides = { base: base[key] ?? null, mine: mine[key] ?? null, theirs: theirs[key] ?? null };
      return {
        chosen: chosen[key] ?? null,
        field: CUSTOM + key,
        ...sides,
        kind: fieldKind(CUSTOM + key, 'document', definitions),
        options: optionsOf(CUSTOM + key, 'document', definitions),
        picked: undefined,
        takes: (value: unknown) => definition === undefined || customProblem(definition, value) === null,
        byItself: sameValue(sides.base, sides.theirs) ? 'mine' : sameValue(sides.base, sides.mine) ? 'theirs' : null,
      };
    });
}

/** The values of the record's fields out of the decided ones: the company's own fields go back into their one value. */
export function recordValues(
  conflict: RowOf<'conflict'>,
  decided: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { field, theirs } of conflict.fields) {
    if (field !== 'custom') {
      values[field] = decided[field] ?? null;
      continue;
    }
    const custom: Record<string, unknown> = { ...bag(theirs) };
    for (const [key, value] of Object.entries(decided)) {
      if (!key.startsWith(CUSTOM)) continue;
      if (value === null) delete custom[key.slice(CUSTOM.length)];
      else custom[key.slice(CUSTOM.length)] = value;
    }
    values[field] = custom;
  }
  return values;
}
