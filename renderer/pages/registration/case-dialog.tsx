import { Segmented } from '#renderer/components/segmented.tsx';
import { FixedField, TextField } from '#renderer/components/text-field.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan, RecordValues } from '#renderer/pages/admin/record-form.ts';
import { BranchField } from '#renderer/pages/registration/branch-field.tsx';
import css from '#renderer/pages/registration/journals.module.css';
import { useMayKeep } from '#renderer/pages/registration/may-keep.ts';
import { isWhole, WholeField } from '#renderer/pages/registration/whole-field.tsx';
import type { CaseFileRow } from '#shared/domain/registration/journal.ts';

/** Opens a case of the nomenclature or changes one. */
export function CaseDialog(props: {
  /** null: a new one. */
  file: CaseFileRow | null;
  files: readonly CaseFileRow[];
  /** Where a new one begins. */
  year: number;
  onClose: () => void;
}) {
  const { file, files } = props;
  const t = useWords('journals');
  const { branches } = useDirectory();
  const may = useMayKeep();
  const own = branches.filter(({ id }) => may.inBranch(id)).map(({ id }) => id);
  const indexTaken = (value: unknown, values: RecordValues): string | null => {
    const same = files.find(
      (one) =>
        one.id !== file?.id &&
        one.index === String(value ?? '').trim() &&
        one.year === (file?.year ?? values['year']) &&
        one.branchId === (file ? file.branchId : values['branchId']),
    );
    return same ? t('caseIndexTaken', { title: same.title }) : null;
  };
  const fields: FieldPlan[] = [
    {
      ...{ name: 'index', label: t('caseIndex'), type: 'own', empty: '', required: true, fault: indexTaken },
      render: ({ value, onChange, error }) => (
        <TextField
          label={t('caseIndex')}
          value={String(value ?? '')}
          onChange={onChange}
          error={error}
          maxLength={30}
          autoFocus
          required
        />
      ),
    },
    { name: 'title', label: t('caseTitle'), type: 'text', required: true, rows: 2, maxLength: 500 },
    {
      ...{ name: 'branchId', label: t('branch'), type: 'own', empty: null },
      render: ({ value, onChange }) => <BranchField value={value} onChange={onChange} fixed={file} ids={own} />,
    },
    {
      ...{ name: 'year', label: t('year'), type: 'own', empty: props.year },
      fault: (value) => (isWhole(value, 1900, 2200) ? null : t('yearWrong')),
      render: ({ value, onChange, error }) =>
        file ? (
          <FixedField label={t('year')}>{file.year}</FixedField>
        ) : (
          <WholeField label={t('year')} value={value} onChange={onChange} error={error} />
        ),
    },
    {
      ...{ name: 'retention', label: t('retention'), type: 'own', empty: null },
      fault: (value) => (value === null || isWhole(value, 1, 1_000) ? null : t('retentionWrong')),
      render: (field) => <Retention {...field} />,
    },
    { name: 'article', label: t('article'), type: 'text', hint: t('articleHint'), maxLength: 100 },
    { name: 'isEpk', label: t('epk'), type: 'flag' },
    { name: 'openedOn', label: t('openedOn'), type: 'date' },
    ...(file ? [{ name: 'closedOn', label: t('closedOn'), type: 'date' } as const] : []),
  ];
  return (
    <RecordDialog
      entity="case_file"
      title={file ? t('editCase') : t('addCase')}
      fields={fields}
      row={file && { ...file }}
      initial={{ retention: 5, openedOn: `${props.year}-01-01` }}
      {...(file ? {} : { fixed: { closedOn: null } })}
      translate={(values) => ('index' in values ? { ...values, index: String(values['index'] ?? '').trim() } : values)}
      onClose={props.onClose}
    />
  );
}

/** Years, or for ever. Years that have not been typed yet are 0. */
function Retention(props: { value: unknown; onChange: (value: number | null) => void; error: string | undefined }) {
  const { value, onChange } = props;
  const t = useWords('journals');
  const isForever = value === null;
  return (
    <div className={css['pair']}>
      <div>
        <span className={css['caption']}>{t('retention')}</span>
        <Segmented
          label={t('retention')}
          value={isForever ? 'forever' : 'years'}
          choices={[
            { value: 'years', label: t('retentionYears') },
            { value: 'forever', label: t('retentionForever') },
          ]}
          onChange={(kind) => onChange(kind === 'forever' ? null : 5)}
        />
      </div>
      {!isForever && (
        <WholeField
          label={t('retentionYearly')}
          value={value === 0 ? null : value}
          onChange={(years) => onChange(years ?? 0)}
          error={props.error}
        />
      )}
    </div>
  );
}
