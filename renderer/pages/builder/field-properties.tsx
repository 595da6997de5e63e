import { Checkbox } from '@mantine/core';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { ColumnsEditor } from '#renderer/pages/builder/columns-editor.tsx';
import { ConditionBuilder } from '#renderer/pages/builder/condition-builder.tsx';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { fieldKeyOf } from '#renderer/pages/builder/field-key.ts';
import { changeField, followsLabel, type Place, takenKeys } from '#renderer/pages/builder/form-draft.ts';
import { FormulaBuilder } from '#renderer/pages/builder/formula-builder.tsx';
import { InitialFields } from '#renderer/pages/builder/initial-fields.tsx';
import { KeyField } from '#renderer/pages/builder/key-field.tsx';
import { LimitFields } from '#renderer/pages/builder/limit-fields.tsx';
import { LinesField } from '#renderer/pages/builder/lines-field.tsx';
import { useFaultWords } from '#renderer/pages/builder/use-fault-words.ts';
import { type Form, type FormField, fieldsOf, formLimits } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';

/** Everything about one field, each fault beside what it speaks of. */
export function FieldProperties(props: {
  form: Form;
  place: Place;
  field: FormField;
  faults: readonly FormFault[];
  published: Form | null;
  onChange: (form: Form) => void;
}) {
  const t = useWords('builder');
  const { form, place, field } = props;
  const words = useFaultWords(form);
  const told = (fits: (fault: FormFault) => boolean) => props.faults.filter(fits).map(words);
  const own = (code: FormFault['code']) =>
    told((fault) => fault.code === code && fault.column === undefined && fault.part === undefined)[0];
  const put = (patch: Partial<FormField>) => props.onChange(changeField(form, place, { ...field, ...patch }));
  const before = props.published ? fieldsOf(props.published).find((one) => one.key === field.key) : undefined;
  const rename = (label: string) => {
    const follows = !before && followsLabel(form, place, field);
    put(follows ? { label, key: fieldKeyOf(label, takenKeys(form, place), field.type) } : { label });
  };
  const demanded = field.type !== 'calculated';
  return (
    <div className={css['properties']}>
      <TextField
        label={t('label')}
        value={field.label}
        onChange={rename}
        error={own('no_label')}
        maxLength={200}
        required
      />
      <TextField
        label={t('hint')}
        hint={t('hintText')}
        value={field.hint ?? ''}
        rows={2}
        maxLength={1000}
        onChange={(hint) => put({ hint: hint === '' ? null : hint })}
      />
      <KeyField
        value={field.key}
        published={before !== undefined}
        error={own('duplicate_key')}
        onChange={(key) => put({ key })}
      />
      {(field.type === 'choice' || field.type === 'choices') && (
        <LinesField
          label={t('options')}
          hint={t('linesHint')}
          value={field.options}
          error={own('no_options')}
          maxLength={200}
          most={formLimits.options}
          onChange={(options) => put({ options })}
        />
      )}
      {field.type === 'checklist' && (
        <LinesField
          label={t('items')}
          hint={t('linesHint')}
          value={field.items}
          error={own('no_options')}
          maxLength={500}
          most={formLimits.items}
          onChange={(items) => put({ items })}
        />
      )}
      {field.type === 'table' && (
        <ColumnsEditor
          columns={field.columns}
          published={new Set(before?.columns.map((column) => column.key))}
          faults={told(
            (fault) =>
              fault.code === 'no_columns' ||
              (fault.part === undefined && fault.column !== undefined && !fault.code.endsWith('cycle')),
          )}
          onChange={(columns) => put({ columns })}
        />
      )}
      {field.type === 'calculated' && (
        <FormulaBuilder
          form={form}
          own={field}
          faults={told(
            (fault) => fault.part === 'formula' || fault.code === 'no_formula' || fault.code === 'formula_cycle',
          )}
          onChange={(formula) => put({ formula })}
        />
      )}
      {demanded && (
        <fieldset className={css['group']}>
          <legend>{t('demand')}</legend>
          <Checkbox
            label={t(field.type === 'checklist' ? 'requiredAll' : 'required')}
            checked={field.required}
            onChange={(event) => put({ required: event.currentTarget.checked })}
          />
        </fieldset>
      )}
      {demanded && !field.required && (
        <ConditionBuilder
          title={t('requiredWhen')}
          lead={t('requiredLead')}
          otherwise={t('neverRequired')}
          form={form}
          own={field}
          condition={field.requiredWhen}
          faults={told((fault) => fault.part === 'requiredWhen')}
          onChange={(requiredWhen) => put({ requiredWhen })}
        />
      )}
      <ConditionBuilder
        title={t('when')}
        lead={t('whenLead')}
        otherwise={t('always')}
        form={form}
        own={field}
        condition={field.when}
        faults={told((fault) => fault.part === 'when' || fault.code === 'condition_cycle')}
        onChange={(when) => put({ when })}
      />
      {field.type !== 'calculated' && field.type !== 'file' && (
        <InitialFields
          form={form}
          field={field}
          faults={told((fault) => fault.part === 'initial')}
          onChange={(initial) => put({ initial })}
        />
      )}
      <LimitFields
        form={form}
        field={field}
        faults={told((fault) => fault.code === 'bad_limits')}
        onChange={(limits) => put(limits)}
      />
      {(field.type === 'calculated' || field.type === 'file') && (
        <FaultLines faults={told((fault) => fault.part === 'initial')} />
      )}
    </div>
  );
}
