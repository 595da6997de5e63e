import { useCallback } from 'react';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import { type FilterField, useFilterFields } from '#renderer/pages/documents/filter/use-filter-fields.ts';
import type { Condition, ConditionTree } from '#shared/queries/condition.ts';

/** Conditions as a sentence: «Срок раньше чем 5 дней назад и (НДС от 100 ₽ или …)». */
export function useTreeWords(): (tree: ConditionTree) => string {
  const t = useWords('register');
  const yesNo = useWords('contract');
  const fields = useFilterFields();
  return useCallback(
    (tree) => {
      const bound = (type: FilterField['type'] | undefined, value: string | number): string =>
        typeof value === 'number' ? (type === 'money' ? formatMoney(value) : numberWords(value)) : formatDate(value);
      const saidOf = (leaf: Condition): string => {
        const field = fields.find((one) => one.field === leaf.field);
        const called = (value: string | number | boolean) =>
          field?.choices.find((one) => one.value === value)?.label ?? (field?.type === 'party' ? '…' : String(value));
        switch (leaf.op) {
          case 'contains':
          case 'lacks':
            return `${t(`op_${leaf.op}`)} «${leaf.value}»`;
          case 'is':
            return typeof leaf.value === 'boolean' ? yesNo(leaf.value ? 'yes' : 'no') : `«${leaf.value}»`;
          case 'in':
            return leaf.value.map(called).join(', ');
          case 'not_in':
            return `${t('op_not_in')}: ${leaf.value.map(called).join(', ')}`;
          case 'between': {
            const from = leaf.from === null ? null : bound(field?.type, leaf.from);
            const to = leaf.to === null ? null : bound(field?.type, leaf.to);
            if (from !== null && to !== null) return t('between', { from, to });
            const isDay = typeof (leaf.from ?? leaf.to) === 'string';
            return from !== null
              ? t(isDay ? 'since' : 'atLeast', { from })
              : t(isDay ? 'until' : 'atMost', { to: to ?? '' });
          }
          case 'past':
          case 'next':
          case 'before':
            return t(leaf.op, { count: leaf.days });
          case 'me':
            return t(field?.type === 'branch' ? 'op_me_branch' : 'op_me');
          default:
            return t(`op_${leaf.op}`);
        }
      };
      const labelOf = (leaf: Condition) => fields.find((one) => one.field === leaf.field)?.label ?? leaf.field;
      const told = (one: ConditionTree['of'][number]): string =>
        'of' in one
          ? `(${one.of.map(told).join(` ${t(one.join === 'all' ? 'and' : 'or')} `)})`
          : `${labelOf(one)}: ${saidOf(one)}`;
      return tree.of.map(told).join(` ${t(tree.join === 'all' ? 'and' : 'or')} `);
    },
    [t, yesNo, fields],
  );
}
