import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { FieldType, Form } from '#shared/domain/form/form.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';

export type ProblemWords = (problem: ValueProblem) => string;

/** Of these, bounds are counted, not measured. */
const counted: readonly FieldType[] = ['table', 'file', 'choices'];
const texts: readonly FieldType[] = ['text', 'long_text'];

/** What is wrong with a value, as a sentence that says what to do. */
export function useProblemWords(form: Form): ProblemWords {
  const t = useWords('portal');
  const fields = fieldsByKey(form);
  const takesFiles = [...fields.values()].some((field) => field.type === 'file');
  return ({ field: key, column, problem, limit = 0 }) => {
    const field = fields.get(key);
    const type = column
      ? (field?.columns.find((one) => one.key === column)?.type ?? 'text')
      : field
        ? heldType(fields, field)
        : 'text';
    switch (problem) {
      case 'required':
        return t(`needed_${type}`);
      case 'type':
        return t(type === 'number' ? 'wrongNumber' : 'wrongType');
      case 'minimum':
      case 'maximum': {
        const bound = type === 'money' ? formatMoney(limit) : numberWords(limit);
        if (texts.includes(type)) return t(problem === 'minimum' ? 'tooShort' : 'tooLong', { count: limit });
        if (counted.includes(type)) return t(problem === 'minimum' ? 'tooFew' : 'tooMany', { count: limit });
        return t(problem === 'minimum' ? 'tooLittle' : 'tooMuch', { limit: bound });
      }
      case 'length':
        if (counted.includes(type)) return t('tooMany', { count: limit });
        return t(takesFiles ? 'tooLongFor' : 'tooLongBare', { limit: formatCount(limit) });
      case 'choice':
        return t('noSuchChoice');
      case 'order':
        return t('endsBefore');
      case 'unknown':
        return t('noSuchField');
    }
  };
}
