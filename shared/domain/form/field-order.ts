import { type Form, type FormField, fieldsOf, referencesOf, testsOf } from '#shared/domain/form/form.ts';

/** A field whose value has to be known before another one can be shown (`when`) or calculated (`formula`). */
export interface Dependency {
  on: string;
  by: 'when' | 'formula';
}

export function dependenciesOf(field: FormField): Dependency[] {
  const shown = field.when ? testsOf(field.when).map((test) => ({ on: test.field, by: 'when' as const })) : [];
  if (field.type !== 'calculated' || !field.formula) return shown;
  return [...shown, ...referencesOf(field.formula).map((part) => ({ on: part.field, by: 'formula' as const }))];
}

/** Fields by key; of several with one key the first. */
export function fieldsByKey(form: Form): Map<string, FormField> {
  const byKey = new Map<string, FormField>();
  for (const field of fieldsOf(form)) if (!byKey.has(field.key)) byKey.set(field.key, field);
  return byKey;
}

/**
 * `order`: the fields in an order in which each comes after what it depends on; `stuck`: those of a ring and whatever depends on one,
 * in the order of the form. Does not depend on the order of fields otherwise.
 */
export function fieldOrder(form: Form): { order: FormField[]; stuck: FormField[] } {
  const byKey = fieldsByKey(form);
  const dependents = new Map<string, FormField[]>();
  const waiting = new Map<FormField, number>();
  for (const field of byKey.values()) {
    const needed = new Set(dependenciesOf(field).flatMap(({ on }) => (byKey.has(on) ? [on] : [])));
    waiting.set(field, needed.size);
    for (const key of needed) dependents.set(key, [...(dependents.get(key) ?? []), field]);
  }
  const order = [...waiting].filter(([, left]) => left === 0).map(([field]) => field);
  // The list grows while it is walked.
  for (const field of order) {
    for (const dependent of dependents.get(field.key) ?? []) {
      const left = (waiting.get(dependent) ?? 0) - 1;
      waiting.set(dependent, left);
      if (left === 0) order.push(dependent);
    }
  }
  return { order, stuck: [...waiting].filter(([, left]) => left > 0).map(([field]) => field) };
}
