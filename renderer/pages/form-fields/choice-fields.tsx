import { Checkbox, Radio } from '@mantine/core';
import { FieldGroup, type GroupProps } from '#renderer/pages/form-fields/field-group.tsx';
import type { FieldProps } from '#renderer/pages/form-fields/field-props.ts';
import css from '#renderer/pages/form-fields/form-fields.module.css';

/** One of a few: all of them are seen. */
export function ChoiceField({ field, value, onChange, label, error }: FieldProps & GroupProps) {
  return (
    <FieldGroup label={label} hint={field.hint} error={error}>
      <div className={css['choices']}>
        {field.options.map((option) => (
          <Radio
            key={option}
            size="xs"
            name={field.key}
            label={option}
            checked={value === option}
            onChange={() => onChange(option)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Several of a list. */
export function ChoicesField({ field, value, onChange, label, error }: FieldProps & GroupProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <FieldGroup label={label} hint={field.hint} error={error}>
      <div className={css['choices']}>
        {field.options.map((option) => (
          <Checkbox
            key={option}
            label={option}
            checked={chosen.includes(option)}
            onChange={(event) =>
              onChange(
                field.options.filter((one) => (one === option ? event.currentTarget.checked : chosen.includes(one))),
              )
            }
          />
        ))}
      </div>
    </FieldGroup>
  );
}
