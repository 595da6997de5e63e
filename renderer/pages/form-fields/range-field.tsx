import { DateField } from '#renderer/components/date-field.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { FieldGroup, type GroupProps } from '#renderer/pages/form-fields/field-group.tsx';
import type { FieldProps } from '#renderer/pages/form-fields/field-props.ts';
import css from '#renderer/pages/form-fields/form-fields.module.css';
import { ownValue } from '#shared/domain/form/json-value.ts';

const endOf = (value: unknown, end: 'from' | 'to'): string | null => {
  const date = ownValue(value, end);
  return typeof date === 'string' && date !== '' ? date : null;
};

/** A period, both days included. The last day counts from the first: «+13» makes two weeks of it. */
export function RangeField({ field, value, onChange, today, required, label, error }: FieldProps & GroupProps) {
  const t = useWords('portal');
  const formats = useFormats();
  const from = endOf(value, 'from');
  const to = endOf(value, 'to');
  return (
    <FieldGroup label={label} hint={field.hint} error={error}>
      <div className={css['pair']}>
        <DateField
          label={t('rangeFrom')}
          value={from}
          today={today}
          required={required}
          onChange={(date) => onChange({ from: date, to })}
        />
        <div className={css['end']}>
          <DateField
            label={t('rangeTo')}
            value={to}
            today={from ?? today}
            required={required}
            onChange={(date) => onChange({ from, to: date })}
          />
          {/* The field counts from the first day; how far that is from it would be read as from today. */}
          {to && <p className={css['hint']}>{formats.weekday(to)}</p>}
        </div>
      </div>
    </FieldGroup>
  );
}
