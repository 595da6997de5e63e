import { NumberInput } from '@mantine/core';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { OneValue } from '#renderer/pages/builder/one-value.tsx';
import type { Form, FormField, Initial } from '#shared/domain/form/form.ts';

/** What stands in a field when the form is opened. */
export function InitialFields(props: {
  form: Form;
  field: FormField;
  faults: readonly string[];
  onChange: (initial: Initial | null) => void;
}) {
  const t = useWords('builder');
  const { field } = props;
  const { initial, type } = field;
  const kinds = [
    'none',
    'value',
    ...(type === 'employee' ? (['requester'] as const) : []),
    ...(type === 'date' ? (['today'] as const) : []),
  ] as const;
  const begin = (kind: string) => {
    if (kind === 'requester') return props.onChange({ type: 'requester' });
    if (kind === 'today') return props.onChange({ type: 'today', days: 0 });
    props.onChange(kind === 'value' ? { type: 'value', value: type === 'flag' ? true : null } : null);
  };
  return (
    <fieldset className={css['group']}>
      <legend>{t('initial')}</legend>
      <SelectField
        label={t('initialKind')}
        value={initial?.type ?? 'none'}
        choices={kinds.map((kind) => ({ value: kind, label: t(`initial_${kind}`) }))}
        onChange={(kind) => kind && begin(kind)}
      />
      {initial?.type === 'today' && (
        <NumberInput
          label={t('initialDays')}
          description={t('initialDaysHint')}
          value={initial.days ?? 0}
          min={-3660}
          max={3660}
          allowDecimal={false}
          onChange={(days) => props.onChange({ type: 'today', days: Math.trunc(Number(days)) || 0 })}
        />
      )}
      {initial?.type === 'value' && (
        <OneValue
          label={t('initialValue')}
          form={props.form}
          field={field}
          value={initial.value}
          whole
          onChange={(value) => props.onChange({ type: 'value', value })}
        />
      )}
      <FaultLines faults={props.faults} />
    </fieldset>
  );
}
