import { useWords } from '#renderer/i18n/words.ts';
import { filesIn } from '#renderer/pages/form-fields/files-in.ts';
import { simpleWords } from '#renderer/pages/form-fields/value-words.ts';
import type { FieldType } from '#shared/domain/form/form.ts';
import { rowsOf } from '#shared/domain/form/json-value.ts';

/** A value of a form in one line, for lists of changes, canned replies and paper. `names`: of people and counterparties, by id. */
export function useValueWords(): (type: FieldType, value: unknown, names: Readonly<Record<string, string>>) => string {
  const t = useWords('queues');
  return (type, value, names) => {
    if (value === null || value === undefined) return '';
    switch (type) {
      case 'flag':
        return t(value ? 'yes' : 'no');
      case 'employee':
      case 'counterparty':
        return names[String(value)] ?? '…';
      case 'table':
        return t('rows', { count: rowsOf(value).length });
      case 'file':
        return filesIn(value)
          .map((file) => file.name)
          .join(', ');
      case 'checklist': {
        const entries = rowsOf(value) as { done?: unknown }[];
        const done = entries.filter((one) => one.done === true).length;
        return t('checked', { done: String(done), total: String(entries.length) });
      }
      default:
        return Array.isArray(value) ? value.map(String).join(', ') : simpleWords(type, value);
    }
  };
}
