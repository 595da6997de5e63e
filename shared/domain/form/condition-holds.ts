import type { ValueAt } from '#shared/domain/form/calculate.ts';
import { sixPlaces } from '#shared/domain/form/decimal.ts';
import type { Condition, FormTest } from '#shared/domain/form/form.ts';
import { isBlank, isFilled } from '#shared/domain/form/json-value.ts';

/** Whether a condition holds for the values of the other fields. What is hidden or not filled in is nothing: no bound, not ticked. */
export const conditionHolds = (condition: Condition, valueAt: ValueAt): boolean =>
  'all' in condition
    ? condition.all.every((test) => holds(test, valueAt(test.field)))
    : condition.any.some((test) => holds(test, valueAt(test.field)));

function holds(test: FormTest, value: unknown): boolean {
  switch (test.op) {
    case 'filled':
      return isFilled(value);
    case 'empty':
      return !isFilled(value);
    case 'is':
      return matches(value, test.value);
    case 'is_not':
      return !matches(value, test.value);
    case 'in':
      return Array.isArray(test.value) && test.value.some((one) => matches(value, one));
    case 'at_least':
      return compared(value, test.value, (one, bound) => one >= bound);
    case 'below':
      return compared(value, test.value, (one, bound) => one < bound);
  }
}

/** One of several choices is enough; a flag nobody touched is not ticked. */
function matches(value: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'boolean') return (value === true) === wanted;
  if (isBlank(wanted)) return false;
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return given.some((one) => plain(one) === plain(wanted));
}

/** Numbers with numbers, dates (whose text order is order in time) with dates. */
function compared<T extends number | string>(
  value: unknown,
  bound: unknown,
  by: (one: T, bound: T) => boolean,
): boolean {
  if (typeof value !== typeof bound || (typeof value !== 'number' && typeof value !== 'string')) return false;
  return !isBlank(value) && by(plain(value) as T, plain(bound) as T);
}

function plain(value: unknown): unknown {
  if (typeof value === 'number') return sixPlaces(value);
  return typeof value === 'string' ? value.trim() : value;
}
