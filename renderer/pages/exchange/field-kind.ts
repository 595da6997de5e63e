import type { Definition } from '#renderer/pages/document/form-values.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import { CUSTOM } from '#renderer/pages/record/use-field-words.ts';
import { entityOf } from '#shared/domain/registry.ts';

export type FieldKind = 'money' | 'date' | 'number' | 'text' | 'choice';

/** Fields of text that hold a code, an id of the system or a list of its own: one of the two sides is taken. */
const chosen = new Set([
  ...['kind', 'state', 'currency', 'labels', 'choice', 'side', 'renewal', 'contractType', 'originals', 'type', 'kinds'],
  ...['roles', 'options', 'remindDays', 'zone', 'result', 'key', 'purpose'],
]);

/** Fields that are told as lists, structures or names of other records. */
const worded = new Set(['text', 'money', 'date']);

/**
 * Whether a field can be worded freely, and how what is typed is read. Of a `choice` one of the two sides is taken.
 * `about` is the kind of record; `definitions` are the company's own fields.
 */
export function fieldKind(field: string, about = '', definitions: readonly Definition[] = []): FieldKind {
  if (field.startsWith(CUSTOM)) {
    const type = definitions.find((one) => CUSTOM + one.key === field)?.type;
    return type === undefined || type === 'flag' || type === 'choice' ? 'choice' : type;
  }
  const shape = shapeOf(field, about);
  if (chosen.has(field) || !worded.has(shape)) return 'choice';
  if (shape === 'money' || shape === 'date') return shape;
  return entityOf(about)?.fields[field]?.column === 'integer' ? 'number' : 'text';
}
