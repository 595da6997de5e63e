import { SelectField } from '#renderer/components/select-field.tsx';
import { FixedField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useBranchWords } from '#renderer/pages/registration/use-journal-words.ts';

const company = 'company';

/** The branch of a new journal or case file, or of none: the company's. Once it is there it stands fast. */
export function BranchField(props: {
  value: unknown;
  onChange: (branchId: string | null) => void;
  /** The record that is there; null: a new one. */
  fixed: { branchId: string | null } | null;
  /** Branches to choose from. */
  ids: readonly string[];
}) {
  const t = useWords('journals');
  const words = useBranchWords();
  if (props.fixed) return <FixedField label={t('branch')}>{words(props.fixed.branchId)}</FixedField>;
  return (
    <SelectField
      label={t('branch')}
      value={(props.value as string | null) ?? company}
      choices={[
        { value: company, label: t('wholeCompany') },
        ...props.ids.map((id) => ({ value: id, label: words(id) })),
      ]}
      onChange={(chosen) => props.onChange(chosen === company ? null : chosen)}
      search
    />
  );
}
