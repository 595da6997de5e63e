import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { Form } from '#shared/domain/form/form.ts';
import { problemsOf } from '#shared/domain/form/problems-of.ts';
import { valueTexts } from '#shared/domain/form/value-texts.ts';
import type { ValueByType } from '#shared/domain/form/value-types.ts';

/** The first value of a type that is as its field wants it, calculated ones included: the amount, the counterparty, the dates of a request. */
export function firstOfType<T extends keyof ValueByType>(form: Form, values: unknown, type: T): ValueByType[T] | null {
  const byKey = fieldsByKey(form);
  for (const { key, type: held, value } of valueTexts(form, values)) {
    const field = byKey.get(key);
    if (held === type && field && problemsOf(field, value, false).length === 0) return value as ValueByType[T];
  }
  return null;
}
