import type { FieldType, FormField } from '#shared/domain/form/form.ts';
import type { FieldFault } from '#shared/domain/form/form-fault.ts';
import { isBlank } from '#shared/domain/form/json-value.ts';
import { problemsOf } from '#shared/domain/form/problems-of.ts';

/** What is wrong with a field by itself, other fields left aside. */
export function fieldFaults(field: FormField): FieldFault[] {
  const { type, label, options, items, initial } = field;
  const faults: FieldFault[] = [];
  if (isBlank(label)) faults.push({ code: 'no_label' });
  if ((type === 'choice' || type === 'choices') && options.length === 0) faults.push({ code: 'no_options' });
  if (type === 'checklist' && items.length === 0) faults.push({ code: 'no_options' });
  if (type === 'table') faults.push(...columnFaults(field));
  if (!limitsFit(field)) faults.push({ code: 'bad_limits' });
  if (initial && !initialFits(field)) faults.push({ code: 'initial_type', part: 'initial' });
  return faults;
}

function columnFaults({ columns }: FormField): FieldFault[] {
  if (columns.length === 0) return [{ code: 'no_columns' }];
  return columns.flatMap(({ key: column, label, type, options }, at): FieldFault[] => {
    const faults: FieldFault[] = [];
    if (columns.findIndex((one) => one.key === column) < at) faults.push({ code: 'duplicate_key', column });
    if (isBlank(label)) faults.push({ code: 'no_label', column });
    if (type === 'choice' && options.length === 0) faults.push({ code: 'no_options', column });
    return faults;
  });
}

const measured: readonly FieldType[] = ['number', 'money', 'calculated'];
const counted: readonly FieldType[] = ['text', 'long_text', 'choices', 'file', 'table'];

/** Limits somebody can keep: in order; letters, entries and kopecks whole, at least one letter or entry allowed. */
function limitsFit({ type, minimum, maximum, options }: FormField): boolean {
  if (!measured.includes(type) && !counted.includes(type)) return true;
  if (minimum !== null && maximum !== null && minimum > maximum) return false;
  if (type === 'choices' && minimum !== null && minimum > options.length) return false;
  const whole = [minimum, maximum].every((limit) => limit === null || Number.isSafeInteger(limit));
  if (type === 'money') return whole;
  return measured.includes(type) || (whole && (minimum ?? 0) >= 0 && (maximum ?? 1) >= 1);
}

function initialFits(field: FormField): boolean {
  const { type, initial } = field;
  if (type === 'calculated' || type === 'file') return false;
  if (initial?.type === 'requester') return type === 'employee';
  if (initial?.type === 'today') return type === 'date';
  return problemsOf(field, initial?.value, false).length === 0;
}
