import { NumberInput } from '@mantine/core';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { FieldType, Form, FormField } from '#shared/domain/form/form.ts';

const limited: readonly FieldType[] = ['text', 'long_text', 'number', 'money', 'choices', 'file', 'table'];

/** The least and the most a field takes: numbers and amounts themselves, the length of texts, how many of the rest. */
export function LimitFields(props: {
  form: Form;
  field: FormField;
  faults: readonly string[];
  onChange: (patch: Pick<FormField, 'minimum'> | Pick<FormField, 'maximum'>) => void;
}) {
  const t = useWords('builder');
  const { field } = props;
  const type = heldType(fieldsByKey(props.form), field);
  if (!limited.includes(type)) return null;
  const unit = type === 'number' || type === 'money' ? 'value' : type.endsWith('text') ? 'letters' : 'count';
  const limits = [
    { name: 'minimum' as const, value: field.minimum },
    { name: 'maximum' as const, value: field.maximum },
  ];
  return (
    <fieldset className={css['group']}>
      <legend>{t(`limits_${unit}`)}</legend>
      <div className={css['pair']}>
        {limits.map(({ name, value }) =>
          type === 'money' ? (
            <MoneyField
              key={name}
              label={t(name)}
              value={value}
              onChange={(next) => props.onChange({ [name]: next } as { minimum: number | null })}
            />
          ) : (
            <NumberInput
              key={name}
              label={t(name)}
              value={value ?? ''}
              hideControls
              {...(type === 'number' ? { decimalSeparator: ',' } : { min: 0, allowDecimal: false })}
              onChange={(next) =>
                props.onChange({ [name]: next === '' || next === '-' ? null : Number(next) } as {
                  minimum: number | null;
                })
              }
            />
          ),
        )}
      </div>
      <FaultLines faults={props.faults} />
    </fieldset>
  );
}
