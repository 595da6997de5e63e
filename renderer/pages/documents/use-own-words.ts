import { useCallback } from 'react';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import type { CustomTest } from '#shared/queries/document.ts';
import type { OwnField } from '#shared/queries/kind.ts';

type Names = Readonly<Record<string, string>>;

/** A value of one of the company's own fields as a column of a register shows it. */
export function useOwnWords() {
  const t = useWords('contract');
  const { employeeOf } = useDirectory();
  return useCallback(
    (type: OwnField['type'], value: unknown, names: Names = {}): string => {
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
      if (typeof value === 'number') return type === 'money' ? formatMoney(value) : numberWords(value);
      if (Array.isArray(value)) return value.join(', ');
      if (type === 'date_range') return rangeWords(value);
      if (typeof value !== 'string') return '';
      if (type === 'date') return formatDate(value);
      return type === 'employee' || type === 'counterparty'
        ? (names[value] ?? employeeOf(value)?.fullName ?? '…')
        : value;
    },
    [t, employeeOf],
  );
}

function rangeWords(value: unknown): string {
  const { from, to } = (value ?? {}) as { from?: string; to?: string };
  return from && to ? `${formatDate(from)} – ${formatDate(to)}` : '';
}

/** What a chip says of a condition on such a field. */
export function useOwnConditionWords() {
  const t = useWords('documents');
  const words = useOwnWords();
  return useCallback(
    (field: OwnField | undefined, tests: readonly CustomTest[]): string => {
      const type = field?.type ?? 'text';
      const bound = (op: 'at_least' | 'at_most') => {
        const found = tests.find((test) => test.op === op);
        if (found?.op !== op) return undefined;
        return words(type === 'date_range' ? 'date' : type, found.value);
      };
      const [from, to] = [bound('at_least'), bound('at_most')];
      if (from !== undefined && to !== undefined) return t('periodBetween', { from, to });
      if (from !== undefined) return t('periodFrom', { date: from });
      if (to !== undefined) return t('periodTo', { date: to });
      const [test] = tests;
      if (test?.op === 'filled') return t('ownFilled');
      if (test?.op === 'empty') return t('ownEmpty');
      if (test?.op === 'contains') return `«${test.value}»`;
      if (test?.op !== 'in') return '';
      const named = test.value.map((one) => words(type, one));
      const all = Math.max(field?.options.length ?? 0, named.length);
      return named.length <= 2 ? named.join(', ') : t('someOf', { chosen: String(named.length), all: String(all) });
    },
    [t, words],
  );
}
