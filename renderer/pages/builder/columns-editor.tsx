import { Checkbox, TagsInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { fieldKeyOf } from '#renderer/pages/builder/field-key.ts';
import { columnTypes, type FormColumn, formLimits } from '#shared/domain/form/form.ts';

/** The columns of a table: what each row is asked for. Names for templates follow the titles. */
export function ColumnsEditor(props: {
  columns: readonly FormColumn[];
  faults: readonly string[];
  /** Columns that requests already have: their names for templates stay. */
  published: ReadonlySet<string>;
  onChange: (columns: FormColumn[]) => void;
}) {
  const t = useWords('builder');
  const { columns } = props;
  const change = (index: number, patch: Partial<FormColumn>) =>
    props.onChange(columns.map((column, at) => (at === index ? { ...column, ...patch } : column)));
  const keysBut = (index: number) => new Set(columns.filter((_, at) => at !== index).map((column) => column.key));
  const rename = (index: number, column: FormColumn, label: string) => {
    const taken = keysBut(index);
    const kept = props.published.has(column.key) || column.key !== fieldKeyOf(column.label, taken, 'name');
    change(index, kept ? { label } : { label, key: fieldKeyOf(label, taken, 'name') });
  };
  const move = (index: number, by: -1 | 1) => {
    const moved = columns[index];
    if (moved) props.onChange(columns.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  return (
    <fieldset className={css['group']}>
      <legend>{t('columns')}</legend>
      {columns.map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the key of a column follows its title while it is typed
        <div key={index} className={css['column']}>
          <TextField
            label={t('columnTitle', { number: index + 1 })}
            value={column.label}
            maxLength={200}
            onChange={(label) => rename(index, column, label)}
          />
          <SelectField
            label={t('type')}
            value={column.type}
            choices={columnTypes.map((type) => ({ value: type, label: t(`type_${type}`) }))}
            onChange={(type) => type && change(index, { type: type as FormColumn['type'] })}
          />
          <span className={css['columnActs']}>
            <Checkbox
              label={t('required')}
              checked={column.required}
              onChange={(event) => change(index, { required: event.currentTarget.checked })}
            />
            {index > 0 && (
              <IconButton label={t('columnUp', { number: index + 1 })} onClick={() => move(index, -1)}>
                <IconArrowUp size={16} stroke={1.6} />
              </IconButton>
            )}
            {index < columns.length - 1 && (
              <IconButton label={t('columnDown', { number: index + 1 })} onClick={() => move(index, 1)}>
                <IconArrowDown size={16} stroke={1.6} />
              </IconButton>
            )}
            <IconButton
              label={t('removeColumn', { number: index + 1 })}
              onClick={() => props.onChange(columns.toSpliced(index, 1))}
            >
              <IconTrash size={16} stroke={1.6} />
            </IconButton>
          </span>
          {column.type === 'choice' && (
            <div className={css['columnWide']}>
              <TagsInput
                label={t('options')}
                value={column.options}
                onChange={(options) => change(index, { options })}
                clearButtonProps={{ 'aria-label': t('clearValues') }}
                comboboxProps={{ shadow: 'md' }}
              />
            </div>
          )}
        </div>
      ))}
      <FaultLines faults={props.faults} />
      {columns.length < formLimits.columns && (
        <div>
          <OfferChip
            label={t('addColumn')}
            onClick={() =>
              props.onChange([
                ...columns,
                { key: fieldKeyOf('', keysBut(-1), 'name'), label: '', type: 'text', required: false, options: [] },
              ])
            }
          />
        </div>
      )}
    </fieldset>
  );
}
