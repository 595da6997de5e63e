import { Checkbox } from '@mantine/core';
import { FieldGroup, type GroupProps } from '#renderer/pages/form-fields/field-group.tsx';
import type { FieldProps } from '#renderer/pages/form-fields/field-props.ts';
import css from '#renderer/pages/form-fields/form-fields.module.css';
import { ownValue } from '#shared/domain/form/json-value.ts';

/** The items of a list, ticked one by one. */
export function ChecklistField({ field, value, onChange, problems, label, error }: FieldProps & GroupProps) {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const isDone = (text: string) =>
    entries.some((entry) => ownValue(entry, 'text') === text && ownValue(entry, 'done') === true);
  const wrong = new Set(problems.map((one) => one.row));
  return (
    <FieldGroup label={label} hint={field.hint} error={error}>
      <div className={css['choices']}>
        {field.items.map((text, row) => (
          <div key={text} data-row={row}>
            <Checkbox
              label={text}
              checked={isDone(text)}
              error={wrong.has(row)}
              onChange={(event) =>
                onChange(
                  field.items.map((one) => ({
                    text: one,
                    done: one === text ? event.currentTarget.checked : isDone(one),
                  })),
                )
              }
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
