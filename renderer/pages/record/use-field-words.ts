import { useMemo } from 'react';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount, formatMoney } from '#renderer/i18n/format/money.ts';
import { record as words } from '#renderer/i18n/ru/record.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { FieldChange } from '#renderer/pages/record/order-parts.ts';
import { counterpartyKinds } from '#shared/domain/counterparty.ts';
import { documentKinds, documentStates } from '#shared/domain/document.ts';

const known = (key: string): key is keyof typeof words => Object.hasOwn(words, key);
const among = <T extends string>(values: readonly T[], value: string): value is T => values.includes(value as T);

const dates = new Set(['date', 'dueDate', 'effectiveFrom', 'expiresOn', 'signedOn', 'doneOn']);

/** Values that are stored as a code of their own list; the same code reads differently in another field. */
const lists: Readonly<Record<string, readonly string[]>> = {
  choice: ['value'],
  state: ['value', 'obligation'],
  side: ['side'],
  renewal: ['renewal'],
};
const toldAs = (field: string, value: string): keyof typeof words | undefined =>
  lists[field]?.map((list) => `${list}_${value}`).find(known);

/** Names of other records by their id, as the core gives them beside values. */
export type Names = Readonly<Record<string, string>>;

/** Fields, their values and whole changes in business words: dates, money and names instead of what is stored. */
export function useFieldWords() {
  const t = useWords('record');
  const status = useWords('status');
  const clock = useClock();
  const { employeeOf, branchOf } = useDirectory();
  return useMemo(() => {
    const fieldName = (field: string): string => {
      const key = `field_${field}`;
      return t(known(key) ? (key as 'field_unknown') : 'field_unknown');
    };
    const value = (field: string, given: unknown, names: Names = {}): string => {
      if (given === null || given === undefined || given === '') return field === 'archivedAt' ? t('no') : t('empty');
      if (Array.isArray(given)) return given.length > 0 ? given.join(', ') : t('empty');
      if (typeof given === 'number') {
        if (field === 'amount' || field === 'vatAmount') return formatMoney(given);
        if (field === 'lines') return t('linesCount', { count: given });
        return field.endsWith('At') ? clock.moment(given) : formatCount(given);
      }
      if (typeof given !== 'string') return typeof given === 'boolean' ? t(given ? 'yes' : 'no') : t('field_unknown');
      if (dates.has(field)) return formatDate(given);
      if (field === 'state' && among(documentStates, given)) return status(`state_${given}`);
      const told = toldAs(field, given);
      if (told) return t(told as 'field_unknown');
      if (field === 'kind' && among(documentKinds, given)) return status(`kind_${given}`);
      if (field === 'kind' && among(counterpartyKinds, given)) return status(`party_${given}`);
      if (field.endsWith('Id') || field === 'possibleDuplicateOf')
        return names[given] ?? employeeOf(given)?.fullName ?? branchOf(given)?.city ?? t('notHere');
      return given;
    };
    const change = (one: FieldChange, names?: Names): string => {
      const field = fieldName(one.field);
      const to = value(one.field, one.to, names);
      return 'from' in one
        ? t('change', { field, from: value(one.field, one.from, names), to })
        : t('changeTo', { field, to });
    };
    const action = (command: string): string => {
      const key = `action_${command.replace('.', '_')}`;
      return t(known(key) ? (key as 'field_unknown') : 'action_unknown');
    };
    return { fieldName, value, change, action };
  }, [t, status, clock, employeeOf, branchOf]);
}
