import { useMemo } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { FormFields } from '#renderer/pages/form-fields/form-fields.tsx';
import { heldType } from '#shared/domain/form/calculated-type.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import { blankField, type Form, type FormField } from '#shared/domain/form/form.ts';

/** One value of the kind a field takes, typed as in the field itself. */
export function OneValue(props: {
  label: string;
  form: Form;
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  /** A whole value, as the field would hold it; else what is asked of it: one of several choices, for instance. */
  whole?: boolean;
}) {
  const t = useWords('builder');
  const { field, label } = props;
  const type = heldType(fieldsByKey(props.form), field);
  const alone = useMemo(
    (): Form => ({
      sections: [
        {
          key: 'main',
          title: '',
          hint: null,
          fields: [
            blankField('value', type, label, {
              options: field.options,
              columns: field.columns,
              items: field.items,
              required: !props.whole,
            }),
          ],
        },
      ],
    }),
    [type, label, field.options, field.columns, field.items, props.whole],
  );
  if (type === 'flag')
    return (
      <SelectField
        label={label}
        value={props.value === true ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        onChange={(value) => props.onChange(value === 'yes')}
      />
    );
  if ((type === 'choice' || type === 'choices') && !props.whole) {
    const lost = typeof props.value === 'string' && !field.options.includes(props.value) ? [props.value] : [];
    return (
      <SelectField
        label={label}
        value={typeof props.value === 'string' ? props.value : null}
        choices={[
          ...field.options.map((one) => ({ value: one, label: one })),
          ...lost.map((one) => ({ value: one, label: t('lostOption', { option: one }) })),
        ]}
        onChange={props.onChange}
      />
    );
  }
  return (
    <FormFields
      form={alone}
      values={{ value: props.value ?? null }}
      problems={[]}
      onChange={(next) => props.onChange(next['value'] ?? null)}
    />
  );
}
