import { useCallback } from 'react';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { requisiteParams } from '#renderer/pages/import/problem-params.ts';
import type { TargetFacts } from '#renderer/pages/import/table/table-target.ts';
import { useRequisiteWords } from '#renderer/pages/import/use-problem-words.ts';
import { documentKinds } from '#shared/domain/document.ts';
import { fieldsOf, type TableField } from '#shared/formats/tabular/fields.ts';
import type { CellFault, CheckedValue } from '#shared/ipc/intake-channels.ts';

/** So many labels of a choice are named. */
const NAMED = 6;

/** Fields, values and complaints of a table in words. */
export function useCellWords(facts: TargetFacts | null, names: Readonly<Record<string, string>>) {
  const t = useWords('tables');
  const status = useWords('status');
  const requisite = useRequisiteWords();
  const fieldName = useCallback(
    (field: string): string =>
      field.startsWith('custom.')
        ? (facts?.own.find(({ key }) => `custom.${key}` === field)?.label ?? field.slice('custom.'.length))
        : t(`field_${field}` as 'field_number'),
    [facts, t],
  );
  const rule = (field: string) => (facts ? fieldsOf(facts.target, facts.rules).get(field as TableField) : undefined);
  const value = (field: string, given: CheckedValue | undefined): string => {
    if (given === undefined) return '';
    if (typeof given === 'boolean') return t(given ? 'yes' : 'no');
    if (typeof given === 'object') return given.join(', ');
    switch (rule(field)?.type) {
      case 'money':
        return formatAmount(Number(given));
      case 'date':
        return formatDate(String(given));
      case 'kind': {
        const kind = documentKinds.find((one) => one === given);
        return kind ? status(`kind_${kind}`) : String(given);
      }
      case 'person':
      case 'branch':
        return names[String(given)] ?? String(given);
      default:
        return String(given);
    }
  };
  const fault = ({ code, field, value: stands, requisite: wrong }: CellFault): string => {
    if (wrong) return requisite(wrong, requisiteParams(wrong, { value: stands }));
    const options = rule(field)?.options ?? [];
    const labels = options.slice(0, NAMED).join(', ') + (options.length > NAMED ? '…' : '');
    return t(`fault_${code}` as 'fault_DATE_UNREADABLE', { value: stands, field: fieldName(field), labels });
  };
  return { fieldName, value, fault };
}
