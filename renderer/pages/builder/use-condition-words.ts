import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import { type Condition, type Form, type FormTest, testsOf } from '#shared/domain/form/form.ts';

/** A condition as people say it: «Вид равно Учебный и Сумма не меньше 100 000 ₽». */
export function useConditionWords(form: Form): (condition: Condition) => string {
  const t = useWords('builder');
  const { employeeOf } = useDirectory();
  const fields = fieldsByKey(form);
  const valueWords = (test: FormTest, value: unknown): string => {
    const field = fields.get(test.field);
    const type = field ? heldType(fields, field) : 'text';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (value === null || value === undefined || value === '') return '…';
    if (type === 'money' && typeof value === 'number') return formatMoney(value);
    if (typeof value === 'number') return numberWords(value);
    if (type === 'date') return formatDate(String(value));
    if (type === 'employee') return employeeOf(String(value))?.fullName ?? '…';
    return `«${String(value)}»`;
  };
  const words = (test: FormTest): string => {
    const name = fields.get(test.field)?.label || test.field;
    const wanted = test.op === 'in' && Array.isArray(test.value) ? test.value : [test.value];
    const value = wanted.map((one) => valueWords(test, one)).join(t('orJoin'));
    return [name, t(`op_${test.op}`), test.op === 'filled' || test.op === 'empty' ? '' : value].join(' ').trim();
  };
  return (condition) =>
    testsOf(condition)
      .map(words)
      .join('all' in condition ? t('andJoin') : t('orJoin'));
}
