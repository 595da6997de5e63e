import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { blankField, type Form, fieldKey, fieldsOf } from '#shared/domain/form/form.ts';

/** The form with the living fields that the company had added to a built-in kind, at the end of its last section; known keys stay. */
export function* adoptDefinitions(tx: Transaction, base: DocumentKind, given: Form): Reading<Form> {
  const known = new Set(fieldsOf(given).map((field) => field.key));
  const living = yield* tx.list('field_definition', 'living', 'living', 1_000);
  const adopted = living
    .filter((one) => one.kinds.includes(base) && !known.has(one.key) && fieldKey.safeParse(one.key).success)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .map(({ key, type, label, required, options }) => blankField(key, type, label, { required, options }));
  if (adopted.length === 0) return given;
  const last = given.sections.at(-1) ?? { key: 'fields', title: '', hint: null, fields: [] };
  return { sections: [...given.sections.slice(0, -1), { ...last, fields: [...last.fields, ...adopted] }] };
}
