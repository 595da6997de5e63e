import { SelectField } from '#renderer/components/select-field.tsx';
import { FixedField, TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan, RecordValues } from '#renderer/pages/admin/record-form.ts';
import { BranchField } from '#renderer/pages/registration/branch-field.tsx';
import css from '#renderer/pages/registration/journals.module.css';
import { exampleOf, nextSeq } from '#renderer/pages/registration/number-example.ts';
import { PatternField } from '#renderer/pages/registration/pattern-field.tsx';
import { useKindChoices } from '#renderer/pages/registration/use-journal-words.ts';
import { isWhole, WholeField } from '#renderer/pages/registration/whole-field.tsx';
import { type JournalPeriod, journalPeriods, mostLeased } from '#shared/domain/registration/journal.ts';
import { patternFault } from '#shared/domain/registration/pattern.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import type { JournalLine } from '#shared/queries/registration.ts';

/** A number of a document has at most so many characters. */
const longest = 60;
const text = (value: unknown): string => String(value ?? '').trim();

/** Opens a journal or changes one; what the numbers given depend on stands fast in the second case. */
export function JournalDialog(props: {
  /** null: a new one. */
  line: JournalLine | null;
  lines: readonly JournalLine[];
  onClose: () => void;
}) {
  const { line, lines } = props;
  const t = useWords('journals');
  const record = useWords('record');
  const { branches, branchOf, own } = useDirectory();
  const living = useKindChoices();
  const ownKinds = useQuery('kind.list', {}).data ?? [];
  const today = useClock().today();
  const seen = line?.journal ?? null;
  // A kind that has been put away since stays where it stands.
  const gone = (seen?.kinds ?? []).filter((kind) => !living.some(({ value }) => value === kind));
  const kinds = [...living, ...gone.map((value) => ({ value, label: t('kindGone') }))];
  const periodIn = (values: RecordValues) => (seen?.period ?? values['period'] ?? 'year') as JournalPeriod;
  const branchIn = (values: RecordValues) => (seen ? seen.branchId : values['branchId']) as string | null;

  const exampleIn = (values: RecordValues): string =>
    exampleOf({
      ...{ pattern: text(values['pattern']), index: text(values['index']), date: today },
      branchCode: (branchOf(branchIn(values)) ?? own)?.code ?? '',
      ...{ kinds: (values['kinds'] as string[] | undefined) ?? [], own: ownKinds },
      seq: line ? nextSeq(line) : Number(values['startsAt'] ?? 1),
    });
  const patternWrong = (value: unknown, values: RecordValues): string | null => {
    const pattern = text(value);
    if (pattern === '') return t('patternEmpty');
    const fault = patternFault(pattern);
    if (fault) return fault === 'seq' ? t('patternNoSeq') : t('patternToken');
    return exampleIn(values).length > longest ? t('patternLong', { count: longest }) : null;
  };
  const indexTaken = (value: unknown, values: RecordValues): string | null => {
    const same = lines.find(
      ({ journal }) =>
        journal.archivedAt === null &&
        journal.id !== seen?.id &&
        journal.index === text(value) &&
        journal.branchId === branchIn(values),
    );
    return same ? t('indexTaken', { name: same.journal.name }) : null;
  };

  const fields: FieldPlan[] = [
    { name: 'name', label: t('name'), type: 'text', required: true, maxLength: 200 },
    {
      ...{ name: 'branchId', label: t('branch'), type: 'own', empty: null },
      render: ({ value, onChange }) => (
        <BranchField value={value} onChange={onChange} fixed={seen} ids={branches.map(({ id }) => id)} />
      ),
    },
    {
      ...{ name: 'index', label: t('index'), type: 'own', empty: '', required: true, fault: indexTaken },
      render: ({ value, onChange, error }) => (
        <TextField
          label={t('index')}
          value={String(value ?? '')}
          onChange={onChange}
          error={error}
          hint={t('indexHint')}
          maxLength={20}
          required
        />
      ),
    },
    { name: 'kinds', label: t('kinds'), type: 'many', required: true, hint: t('kindsHint'), choices: kinds },
    {
      ...{ name: 'pattern', label: t('pattern'), type: 'own', empty: '', fault: patternWrong },
      render: ({ value, onChange, error, values }) => (
        <PatternField
          value={String(value ?? '')}
          onChange={onChange}
          error={error}
          period={periodIn(values)}
          example={exampleIn(values)}
        />
      ),
    },
    {
      ...{ name: 'period', label: t('periodField'), type: 'own', empty: 'year' },
      render: ({ value, onChange }) =>
        seen ? (
          <FixedField label={t('periodField')}>{record(`period_${seen.period}`)}</FixedField>
        ) : (
          <SelectField
            label={t('periodField')}
            value={String(value)}
            choices={journalPeriods.map((period) => ({ value: period, label: record(`period_${period}`) }))}
            onChange={onChange}
          />
        ),
    },
    {
      ...{ name: 'startsAt', label: t('startsAt'), type: 'own', empty: 1 },
      fault: (value) => (isWhole(value, 1, 10_000_000) ? null : t('startsAtWrong')),
      render: ({ value, onChange, error }) =>
        seen ? (
          <FixedField label={t('startsAt')}>{seen.startsAt}</FixedField>
        ) : (
          <WholeField label={t('startsAt')} hint={t('startsAtHint')} value={value} onChange={onChange} error={error} />
        ),
    },
    {
      ...{ name: 'leaseSize', label: t('leaseSize'), type: 'own', empty: 20 },
      fault: (value) => (isWhole(value, 0, mostLeased) ? null : t('leaseSizeWrong')),
      render: ({ value, onChange, error }) => (
        <WholeField label={t('leaseSize')} hint={t('leaseSizeHint')} value={value} onChange={onChange} error={error} />
      ),
    },
    { name: 'position', label: t('order'), type: 'number' },
  ];
  return (
    <RecordDialog
      entity="journal"
      title={seen ? t('editJournal') : t('addJournal')}
      fields={fields}
      row={seen && { ...seen }}
      initial={{ pattern: '{journal}-{branch}/{yyyy}-{seq:5}', position: lines.length + 1 }}
      translate={(values) => ({
        ...values,
        ...('index' in values ? { index: text(values['index']) } : {}),
        ...('pattern' in values ? { pattern: text(values['pattern']) } : {}),
        ...('position' in values ? { position: values['position'] ?? 0 } : {}),
        ...(seen ? {} : { startsIn: values['startsAt'] === 1 ? null : periodOf(periodIn(values), today) }),
      })}
      width={600}
      onClose={props.onClose}
    >
      {seen && <p className={css['quiet']}>{t('fixedHint')}</p>}
    </RecordDialog>
  );
}
