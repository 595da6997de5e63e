import { vacationFields } from '#shared/commands/service/ask-vacation.ts';
import { type Form, fieldsOf } from '#shared/domain/form/form.ts';
import { ownValue } from '#shared/domain/form/json-value.ts';
import { isDate } from '#shared/lib/dates/dates.ts';

/** Both ends of the vacation asked for, in their order; null while there is no period. */
export function periodOf(values: Record<string, unknown>): { from: string; to: string } | null {
  const [from, to] = ['from', 'to'].map((end) => ownValue(values[vacationFields.period], end));
  if (typeof from !== 'string' || typeof to !== 'string' || !isDate(from) || !isDate(to) || to < from) return null;
  return { from, to };
}

/** Only the annual one uses granted days; it is the first of the options, or the only one. */
export function usesBalance(form: Form, values: Record<string, unknown>): boolean {
  const options = fieldsOf(form).find((field) => field.key === vacationFields.type)?.options ?? [];
  const chosen = values[vacationFields.type];
  return options.length === 0 || typeof chosen !== 'string' || options.indexOf(chosen) === 0;
}
