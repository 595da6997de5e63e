import { type Form, type FormField, fieldsOf } from '#shared/domain/form/form.ts';
import { addDays, type DateText } from '#shared/lib/dates/dates.ts';

/** Who opens the form and on which day. */
export interface Opening {
  requesterId: string;
  today: DateText;
}

/**
 * What stands in the fields when a form is opened; a checklist has all of its items, none ticked. Fields that are not shown yet have
 * theirs too, so that it is there when they come up; `formValues` leaves it out till then.
 */
export function initialValues(form: Form, opening: Opening): Record<string, unknown> {
  const given = fieldsOf(form).map((field) => [field.key, initialValue(field, opening)] as const);
  return Object.fromEntries(given.filter(([, value]) => value != null));
}

function initialValue({ type, items, initial }: FormField, { requesterId, today }: Opening): unknown {
  switch (initial?.type) {
    case 'value':
      return initial.value;
    case 'requester':
      return requesterId;
    case 'today':
      return addDays(today, initial.days ?? 0);
    case undefined:
      return type === 'checklist' ? items.map((text) => ({ text, done: false })) : null;
  }
}
