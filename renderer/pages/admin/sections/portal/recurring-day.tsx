import { NumberInput } from '@mantine/core';
import { SelectField } from '#renderer/components/select-field.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/sections/portal/portal-sections.module.css';
import type { RowOf } from '#shared/domain/registry.ts';
import { nextOccurrence } from '#shared/domain/service/next-occurrence.ts';

/** On which day of its rhythm a request comes, and when that is next. */
export function RecurringDay(props: {
  every: RowOf<'recurring_ticket'>['every'];
  value: number;
  onChange: (day: number) => void;
  today: string;
}) {
  const t = useWords('builder');
  const common = useWords('common');
  const { every, value } = props;
  return (
    <div className={css['stack']}>
      {every === 'week' && (
        <SelectField
          label={t('weekday')}
          value={String(Math.min(7, value))}
          choices={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
            value: String(day),
            label: common(`weekday${(day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
          }))}
          onChange={(day) => day && props.onChange(Number(day))}
        />
      )}
      {(every === 'month' || every === 'quarter') && (
        <NumberInput
          label={t(every === 'month' ? 'dayOfMonth' : 'dayOfQuarter')}
          description={t('dayHint')}
          value={value}
          min={1}
          max={31}
          allowDecimal={false}
          onChange={(day) => Number(day) >= 1 && Number(day) <= 31 && props.onChange(Math.trunc(Number(day)))}
        />
      )}
      <p className={css['quiet']}>{t('nextWillBe', { date: formatDate(nextOccurrence(every, value, props.today)) })}</p>
    </div>
  );
}
