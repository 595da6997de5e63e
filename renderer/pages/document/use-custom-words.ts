import { useCallback } from 'react';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';

/** A value of one of the company's own fields as it is read. */
export function useCustomWords() {
  const t = useWords('contract');
  const { employeeOf } = useDirectory();
  return useCallback(
    (definition: Definition, value: unknown): string => {
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      if (typeof value === 'number') return definition.type === 'money' ? formatMoney(value) : numberWords(value);
      if (typeof value !== 'string') return '';
      // A field of a kind may hold a person.
      return definition.type === 'date' ? formatDate(value) : (employeeOf(value)?.fullName ?? value);
    },
    [t, employeeOf],
  );
}
