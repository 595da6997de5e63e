import type { ReactNode } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { ContractFieldsProps } from '#renderer/pages/document/contract-fields.tsx';
import css from '#renderer/pages/document/form.module.css';
import { contractTypes } from '#shared/domain/document.ts';

/** What a template is known by: its name, the contracts it is for, where it belongs. Its file comes after. */
export function TemplateFields({
  values,
  onChange,
  field,
  fault,
  children,
}: ContractFieldsProps & { children: ReactNode }) {
  const t = useWords('form');
  const contract = useWords('contract');
  return (
    <>
      {field(
        'subject',
        <TextField
          label={t('templateName')}
          value={values.subject}
          onChange={(subject) => onChange({ subject })}
          hint={t('templateNameHint')}
          error={fault('subject')}
          required
        />,
      )}
      {field(
        'contractType',
        <div>
          <SelectField
            label={t('contractType')}
            value={values.contractType ?? null}
            choices={contractTypes.map((type) => ({ value: type, label: contract(`${type}Type`) }))}
            onChange={(type) => onChange({ contractType: contractTypes.find((one) => one === type) ?? null })}
            clearable
          />
          <p className={css['hint']}>{t('templateTypeHint')}</p>
        </div>,
      )}
      {children}
      {field(
        'note',
        <TextField
          label={t('note')}
          value={values.note}
          onChange={(note) => onChange({ note })}
          error={fault('note')}
          rows={3}
        />,
      )}
    </>
  );
}
