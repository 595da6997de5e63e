import { useWords } from '#renderer/i18n/words.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';

/** What is wrong with a form, as a sentence that names the field and says what to change. */
export function useFaultWords(form: Form): (fault: FormFault) => string {
  const t = useWords('builder');
  const fields = fieldsByKey(form);
  const labelOf = (key: string) => fields.get(key)?.label.trim() || key;
  return (fault) => {
    const { code, path, part, column, keys = [] } = fault;
    const owner = path.field === null ? undefined : fields.get(path.field);
    const section = form.sections.find((one) => one.key === path.section)?.title || t('noTitle');
    const columnAt = owner?.columns.findIndex((one) => one.key === column) ?? -1;
    const columnName = owner?.columns[columnAt]?.label.trim() || String(columnAt + 1);
    const field = path.field === null ? section : labelOf(path.field);
    const about = column === undefined ? field : t('columnOf', { column: columnName, field });
    const [first = '', ...rest] = keys;
    switch (code) {
      case 'empty_form':
        return t('fault_empty_form');
      case 'duplicate_key':
        return path.field === null
          ? t('fault_section_key', { section })
          : t('fault_duplicate_key', { field: about, key: column ?? path.field });
      case 'no_label':
        return column === undefined
          ? t('fault_no_label', { key: path.field ?? '' })
          : t('fault_no_column_label', { field, number: columnAt + 1 });
      case 'no_options':
        return t('fault_no_options', { field: about });
      case 'no_columns':
      case 'no_formula':
      case 'bad_limits':
      case 'initial_type':
        return t(`fault_${code}`, { field });
      case 'unknown_field':
        return t(part === 'formula' ? 'fault_formula_lost' : 'fault_condition_lost', {
          field,
          other: column === undefined ? first : `${first}/${column}`,
        });
      case 'unknown_option':
        return t('fault_unknown_option', { field, other: labelOf(first), option: rest.join(', ') });
      case 'wrong_type':
        return t(part === 'formula' ? 'fault_formula_type' : 'fault_condition_type', {
          field,
          other: keys.map(labelOf).join(', '),
        });
      case 'condition_cycle':
      case 'formula_cycle':
        return t(`fault_${code}`, { fields: [...keys, first].map(labelOf).join(' → ') });
    }
  };
}
