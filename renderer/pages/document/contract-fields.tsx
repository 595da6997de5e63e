import type { ReactNode } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';
import { earlyNotice, type FieldName, type FormValues } from '#renderer/pages/document/form-values.ts';
import { ParentField } from '#renderer/pages/document/parent-field.tsx';
import { contractTypes, type DocumentRow, renewals } from '#shared/domain/document.ts';

export interface ContractFieldsProps {
  values: FormValues;
  onChange: (patch: Partial<FormValues>) => void;
  /** Wraps a field so that leaving it is heard. */
  field: (name: FieldName, children: ReactNode) => ReactNode;
  fault: (name: FieldName) => string | undefined;
}

/** What an amendment shares with its contract; a field that has been filled in already stays. */
const takenOver = (values: FormValues, parent: DocumentRow): Partial<FormValues> => ({
  ...(values.counterpartyId ? {} : { counterpartyId: parent.counterpartyId }),
  ...(values.contractType ? {} : { contractType: parent.contractType ?? null }),
  ...(values.amount === null ? { currency: parent.currency } : {}),
});

/** Which contract it belongs to and what kind of deal it is; stands before the subject. */
export function ContractKind({ values, onChange, field }: ContractFieldsProps) {
  const t = useWords('form');
  const contract = useWords('contract');
  return (
    <>
      {values.kind === 'amendment' &&
        field(
          'parentId',
          <div>
            <ParentField
              label={t('parent')}
              value={values.parentId}
              counterpartyId={values.counterpartyId}
              onChange={(parentId) => onChange({ parentId })}
              onParent={(parent) => onChange(takenOver(values, parent))}
            />
            <p className={css['hint']}>{t('parentHint')}</p>
          </div>,
        )}
      {field(
        'contractType',
        <SelectField
          label={t('contractType')}
          value={values.contractType ?? null}
          choices={contractTypes.map((type) => ({ value: type, label: contract(`${type}Type`) }))}
          onChange={(type) => onChange({ contractType: contractTypes.find((one) => one === type) ?? null })}
          clearable
        />,
      )}
    </>
  );
}

/** From when until when, and how it ends; stands after the sums. */
export function ContractTerm({ values, onChange, field, fault }: ContractFieldsProps) {
  const t = useWords('form');
  const contract = useWords('contract');
  const today = useClock().today();
  const early = earlyNotice(values);
  return (
    <fieldset className={css['group']}>
      <legend>{t('term')}</legend>
      <div className={css['pair']}>
        {field(
          'effectiveFrom',
          <DateField
            label={t('effectiveFrom')}
            value={values.effectiveFrom}
            onChange={(effectiveFrom) => onChange({ effectiveFrom })}
            today={today}
          />,
        )}
        {field(
          'expiresOn',
          <DateField
            label={t('expiresOn')}
            value={values.expiresOn}
            onChange={(expiresOn) => onChange({ expiresOn })}
            today={today}
            error={fault('expiresOn')}
          />,
        )}
      </div>
      <div className={css['pair']}>
        {field(
          'renewal',
          <SelectField
            label={t('renewal')}
            value={values.renewal ?? null}
            choices={renewals.map((one) => ({ value: one, label: contract(`renewal_${one}`) }))}
            onChange={(renewal) => onChange({ renewal: renewals.find((one) => one === renewal) ?? null })}
            clearable
          />,
        )}
        {field(
          'noticeDays',
          <TextField
            label={t('noticeDays')}
            value={values.noticeDays}
            onChange={(noticeDays) => onChange({ noticeDays })}
            hint={
              early ? (
                <span className={css['doubt']}>{t('noticeEarly', { date: formatDate(early) })}</span>
              ) : (
                t('noticeHint')
              )
            }
            error={fault('noticeDays')}
            maxLength={6}
          />,
        )}
      </div>
    </fieldset>
  );
}
