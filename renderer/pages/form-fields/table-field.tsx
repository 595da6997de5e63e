import { IconPlus, IconX } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { FieldGroup, type GroupProps } from '#renderer/pages/form-fields/field-group.tsx';
import type { FieldProps } from '#renderer/pages/form-fields/field-props.ts';
import { NumberField } from '#renderer/pages/form-fields/number-field.tsx';
import css from '#renderer/pages/form-fields/table-field.module.css';
import type { FormColumn } from '#shared/domain/form/form.ts';
import { rowsOf } from '#shared/domain/form/json-value.ts';

/** Rows of columns. One empty row stands ready; rows that stay empty are not sent. */
export function TableField({ field, value, onChange, today, problems, words, label, error }: FieldProps & GroupProps) {
  const t = useWords('portal');
  const rows = rowsOf(value);
  const shown = rows.length > 0 ? rows : [{}];
  const set = (at: number, key: string, cell: unknown) =>
    onChange(shown.map((row, place) => (place === at ? { ...row, [key]: cell } : row)));
  return (
    <FieldGroup label={label} hint={field.hint} error={error}>
      <div className={css['scroll']}>
        <table className={css['table']}>
          <thead>
            <tr>
              {field.columns.map((column) => (
                <th key={column.key} scope="col" data-type={column.type}>
                  {column.label}
                </th>
              ))}
              <td className={css['end']} />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              // Rows have no names of their own: their place is what they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at} data-row={at}>
                {field.columns.map((column) => {
                  const wrong = problems.find((one) => one.row === at && one.column === column.key);
                  return (
                    <td key={column.key} data-column={column.key} className={css['cell']}>
                      <Cell
                        column={column}
                        label={t('cell', { column: column.label, row: at + 1 })}
                        value={row[column.key]}
                        today={today}
                        error={wrong && words(wrong)}
                        onChange={(cell) => set(at, column.key, cell)}
                      />
                    </td>
                  );
                })}
                <td className={css['end']}>
                  {shown.length > 1 && (
                    <IconButton
                      label={t('removeRow', { row: at + 1 })}
                      onClick={() => onChange(shown.filter((_, place) => place !== at))}
                    >
                      <IconX size={14} stroke={1.6} />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={css['add']}>
        <ActionButton size="xs" icon={<IconPlus size={14} stroke={1.6} />} onClick={() => onChange([...shown, {}])}>
          {t('addRow')}
        </ActionButton>
      </div>
    </FieldGroup>
  );
}

function Cell(props: {
  column: FormColumn;
  label: string;
  value: unknown;
  today: string;
  error: string | undefined;
  onChange: (value: unknown) => void;
}) {
  const { column, label, value, today, error, onChange } = props;
  switch (column.type) {
    case 'number':
      return <NumberField {...{ label, value, onChange, error }} />;
    case 'money':
      return <MoneyField {...{ label, onChange, error }} value={typeof value === 'number' ? value : null} />;
    case 'date':
      return <DateField {...{ label, today, onChange, error }} value={typeof value === 'string' ? value : null} />;
    case 'choice':
      return (
        <SelectField
          {...{ label, onChange, error }}
          value={typeof value === 'string' ? value : null}
          choices={column.options.map((option) => ({ value: option, label: option }))}
        />
      );
    default:
      return <TextField {...{ label, onChange, error }} value={typeof value === 'string' ? value : ''} />;
  }
}
