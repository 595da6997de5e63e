import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';
import { CalculatedField } from '#renderer/pages/form-fields/calculated-field.tsx';
import { ChecklistField } from '#renderer/pages/form-fields/checklist-field.tsx';
import { ChoiceField, ChoicesField } from '#renderer/pages/form-fields/choice-fields.tsx';
import { EmployeeField } from '#renderer/pages/form-fields/employee-field.tsx';
import type { FieldProps } from '#renderer/pages/form-fields/field-props.ts';
import { FileField } from '#renderer/pages/form-fields/file-field.tsx';
import css from '#renderer/pages/form-fields/form-fields.module.css';
import { NumberField } from '#renderer/pages/form-fields/number-field.tsx';
import { RangeField } from '#renderer/pages/form-fields/range-field.tsx';
import { TableField } from '#renderer/pages/form-fields/table-field.tsx';
import type { FormField } from '#shared/domain/form/form.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const idOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** One field as its type wants to be filled in, its hint and its fault beneath. */
export function FieldInput(props: FieldProps) {
  const t = useWords('portal');
  const { field, value, required, today, problems, words, onChange } = props;
  const label = required || quiet.has(field.type) ? field.label : t('optional', { label: field.label });
  const own = problems.find((one) => one.row === undefined);
  const error = own && words(own);
  const hint = field.hint ?? undefined;
  const hinted = (input: ReactNode) => (
    <>
      {input}
      {hint && <p className={css['hint']}>{hint}</p>}
    </>
  );
  switch (field.type) {
    case 'long_text':
      return (
        <TextField
          label={label}
          value={textOf(value)}
          onChange={onChange}
          error={error}
          hint={hint}
          rows={3}
          {...{ required }}
        />
      );
    case 'number':
      return <NumberField {...{ label, value, onChange, error, hint, required }} />;
    case 'money':
      return hinted(
        <MoneyField label={label} value={typeof value === 'number' ? value : null} onChange={onChange} error={error} />,
      );
    case 'date':
      return hinted(<DateField {...{ label, today, onChange, error, required }} value={idOf(value)} />);
    case 'date_range':
      return <RangeField {...props} label={label} error={error} />;
    case 'employee':
      return hinted(<EmployeeField {...{ label, onChange, error }} people={props.people} value={idOf(value)} />);
    case 'counterparty':
      return hinted(<CounterpartyPicker {...{ label, onChange, error }} value={idOf(value)} />);
    case 'choice':
      return field.options.length <= 4 ? (
        <ChoiceField {...props} label={label} error={error} />
      ) : (
        hinted(
          <SelectField
            {...{ label, onChange, error }}
            value={idOf(value)}
            choices={field.options.map((option) => ({ value: option, label: option }))}
            search={field.options.length > 10}
            clearable={!required}
          />,
        )
      );
    case 'choices':
      return <ChoicesField {...props} label={label} error={error} />;
    case 'flag':
      return (
        <Checkbox
          label={field.label}
          checked={value === true}
          description={hint}
          error={error ?? false}
          aria-required={required}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'file':
      return <FileField {...props} label={label} error={error} />;
    case 'table':
      return <TableField {...props} label={label} error={error} />;
    case 'checklist':
      return <ChecklistField {...props} label={label} error={error} />;
    case 'calculated':
      return <CalculatedField field={field} value={value} isMoney={props.isMoney} error={error} />;
    default:
      return <TextField {...{ label, onChange, error, hint, required }} value={textOf(value)} />;
  }
}

/** Of these it goes without saying that they may stay as they are. */
const quiet: ReadonlySet<FormField['type']> = new Set(['flag', 'calculated', 'checklist']);
