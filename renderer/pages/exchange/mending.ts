import type { Definition } from '#renderer/pages/document/form-values.ts';
import { ownValue } from '#renderer/pages/exchange/conflict-choices.ts';
import { type FieldKind, fieldKind, optionsOf, type Picked, pickedInto } from '#renderer/pages/exchange/field-kind.ts';
import { typedForm } from '#renderer/pages/exchange/typed-form.ts';
import { fieldKey } from '#renderer/pages/record/field-key.ts';
import { CUSTOM } from '#renderer/pages/record/use-field-words.ts';
import { entityOf } from '#shared/domain/registry.ts';

/** A value of a refused change that can be put right where it stands. */
export interface MendField {
  /** Where it lies in the arguments. */
  path: readonly string[];
  field: string;
  value: unknown;
  kind: FieldKind;
  options: readonly string[];
  picked: Picked | undefined;
  /** The refusal names this field, or the record that stands in it. */
  blamed: boolean;
}

type Bag = Readonly<Record<string, unknown>>;
const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
/** Where commands keep what was typed. */
const places: readonly (readonly string[])[] = [
  [],
  ['values'],
  ['patch'],
  ['custom'],
  ['values', 'custom'],
  ['patch', 'custom'],
];

/** What of a refused change can be mended in place, what the refusal names first. `details` are those of the refusal. */
export function mendFields(
  order: { command: string; args: unknown; details: Readonly<Record<string, unknown>> | null },
  definitions: readonly Definition[],
): MendField[] {
  const about = order.command.split('.')[0] ?? '';
  const blamed = blamedIn(order.details);
  // What was filled into a form of the portal has keys of its own: it is mended in its request.
  const isForm = about === 'ticket' || about === 'recurring_ticket';
  const fields = places.flatMap((path) =>
    isForm && path.length > 0
      ? []
      : Object.entries(valueAt(order.args, path)).flatMap(([key, value]): MendField[] => {
          const isCustom = path.at(-1) === 'custom';
          const field = isCustom ? CUSTOM + key : key;
          const kind = fieldKind(field, about, definitions);
          const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value) || kind === 'labels';
          const isNamed = isCustom || fieldKey(field, order.command) !== 'field_unknown';
          if (kind === 'choice' || !isPlain || !isNamed) return [];
          const picked = pickedInto(field, about);
          const options = optionsOf(field, about, definitions);
          const isBlamed =
            blamed.has(key) || (typeof value === 'string' && value !== '' && value === order.details?.['id']);
          return [{ path: [...path, key], field, value, kind, options, picked, blamed: isBlamed }];
        }),
  );
  return fields.sort((left, right) => Number(right.blamed) - Number(left.blamed));
}

const valueAt = (args: unknown, path: readonly string[]): Bag =>
  bag(path.reduce<unknown>((at, key) => bag(at)[key], args));

/** Names of fields that a refusal speaks of. */
function blamedIn(details: Readonly<Record<string, unknown>> | null): Set<string> {
  const named: string[] = [];
  for (const key of ['field', 'path']) if (typeof details?.[key] === 'string') named.push(details[key] as string);
  if (Array.isArray(details?.['fields'])) named.push(...details['fields'].map(String));
  if (Array.isArray(details?.['issues']))
    named.push(...details['issues'].map((one) => (typeof one === 'string' ? one : String(bag(one)['path'] ?? ''))));
  return new Set(named.map((name) => name.split('.').at(-1) ?? name));
}

/** What was typed into a field anew → its value; undefined when it is not understood or may not stand there. */
export function mendedValue(field: MendField, text: string, about: string, today: string): unknown {
  if (text === typedForm(field.kind, field.value)) return field.value;
  const declared = entityOf(about)?.fields[field.field];
  const takes = (value: unknown) => declared === undefined || declared.schema.safeParse(value).success;
  return ownValue({ kind: field.kind, takes }, text, today);
}

/** The arguments with what was typed anew (by `path` joined with dots); null while something of it is not understood. */
export function mended(
  args: unknown,
  fields: readonly MendField[],
  typed: Readonly<Record<string, string>>,
  about: string,
  today: string,
): unknown {
  const next = structuredClone(args) as Record<string, unknown>;
  for (const field of fields) {
    const text = typed[field.path.join('.')];
    if (text === undefined || text === typedForm(field.kind, field.value)) continue;
    const value = mendedValue(field, text, about, today);
    if (value === undefined) return null;
    const last = field.path.at(-1) as string;
    const holder = field.path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as never, next);
    holder[last] = value;
  }
  return next;
}
