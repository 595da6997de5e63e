import { fieldKey } from '#renderer/pages/record/field-key.ts';
import { CUSTOM } from '#renderer/pages/record/use-field-words.ts';
import { commands } from '#shared/commands/registry.ts';

/** One value of a change as it was entered. `field` is null where the program has no word for it: then `key` is told as it is. */
export interface TypedValue {
  key: string;
  field: string | null;
  value: unknown;
}

/** Bags whose members are fields themselves; the rest is a value. */
const inner = new Set(['values', 'patch', 'custom', 'choices']);
/** What a program adds for itself: nothing that a person typed. */
const unsaid = new Set(['base', 'hash', 'hashSpec', 'sha256', 'draftId']);

/** Everything that was entered with a change, in full; ids of the record it is about stay out. A command nobody knows is told by its own keys. */
export function typedValues(order: { command: string; args: unknown }, ownId: string | null): TypedValue[] {
  const isKnown = Object.hasOwn(commands, order.command);
  const found: TypedValue[] = [];
  const walk = (given: unknown, prefix: string): void => {
    for (const [key, value] of Object.entries((given ?? {}) as object)) {
      if (isKnown && (unsaid.has(key) || (value !== null && value === ownId))) continue;
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      if (inner.has(key) && typeof value === 'object' && !Array.isArray(value)) {
        walk(value, key === 'custom' ? CUSTOM : '');
        continue;
      }
      const field = prefix + key;
      const isNamed = prefix === CUSTOM || fieldKey(field, order.command) !== 'field_unknown';
      found.push({ key: field, field: isKnown && isNamed ? field : null, value });
    }
  };
  walk(order.args, '');
  return found;
}
