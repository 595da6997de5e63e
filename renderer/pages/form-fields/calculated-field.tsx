import { IconMathFunction } from '@tabler/icons-react';
import { useId } from 'react';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import css from '#renderer/pages/form-fields/form-fields.module.css';
import type { FormField } from '#shared/domain/form/form.ts';

/** What follows from other fields; `isMoney` when its formula says so, which the value itself cannot tell. */
export function CalculatedField(props: {
  field: FormField;
  value: unknown;
  isMoney: boolean;
  error: string | undefined;
}) {
  const { field, value, isMoney, error } = props;
  const t = useWords('portal');
  const id = useId();
  const written = typeof value === 'number' ? (isMoney ? formatMoney(value) : numberWords(value)) : t('notYet');
  return (
    <div>
      <span className={css['caption']} id={id}>
        {field.label}
      </span>
      <output className={css['calculated']} aria-labelledby={id}>
        <IconMathFunction size={16} stroke={1.6} aria-hidden="true" />
        <b data-empty={typeof value !== 'number' || undefined}>{written}</b>
      </output>
      {field.hint && <p className={css['hint']}>{field.hint}</p>}
      {error && <p className={css['error']}>{error}</p>}
    </div>
  );
}
