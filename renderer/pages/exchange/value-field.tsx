import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/components/date-field.tsx';
import { LabelsField } from '#renderer/components/labels-field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount, parseMoney } from '#renderer/i18n/format/money.ts';
import { parseDate } from '#renderer/i18n/format/parse-date.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ParentField } from '#renderer/pages/document/parent-field.tsx';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';
import type { FieldKind, Picked } from '#renderer/pages/exchange/field-kind.ts';
import { choiceKey } from '#renderer/pages/record/choice-key.ts';

/** Texts that are read in several lines. */
const longTexts = new Set([
  'note',
  'ours',
  'theirs',
  'agreed',
  'text',
  'stopReason',
  'address',
  'subject',
  'description',
]);

export interface ValueFieldProps {
  label: string;
  kind: FieldKind;
  field: string;
  /** The kind of record the field belongs to. */
  about: string;
  options: readonly string[];
  picked: Picked | undefined;
  /** As typed: see `Choice.text`. */
  text: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}

/** A value of one's own in the field's real input: an amount, a day, a code of its list, a record, labels, words. */
export function ValueField(props: ValueFieldProps) {
  const { label, kind, text, onChange, error } = props;
  const today = useClock().today();
  const { labels } = useDirectory();
  switch (kind) {
    case 'money':
      return (
        <MoneyField
          label={label}
          value={parseMoney(text)}
          onChange={(kopecks) => onChange(kopecks === null ? '' : formatAmount(kopecks))}
          error={error}
        />
      );
    case 'date':
      return (
        <DateField
          label={label}
          value={parseDate(text, today)}
          onChange={(date) => onChange(date ? formatDate(date) : '')}
          today={today}
          error={error}
        />
      );
    case 'labels':
      return (
        <LabelsField
          label={label}
          value={text === '' ? [] : text.split('\n')}
          known={labels}
          onChange={(next) => onChange(next.join('\n'))}
          error={error}
        />
      );
    case 'option':
      return <OptionField {...props} />;
    case 'record':
      return <RecordField {...props} />;
    default: {
      const rows = longTexts.has(props.field) ? { rows: 3 } : {};
      return <TextField label={label} value={text} onChange={onChange} error={error} {...rows} />;
    }
  }
}

function OptionField({ label, field, about, options, text, onChange, error }: ValueFieldProps) {
  const any = useTranslation().t as (key: string) => string;
  const t = useWords('record');
  const wordOf = (code: string): string => {
    if (code === 'true' || code === 'false') return t(code === 'true' ? 'yes' : 'no');
    const key = choiceKey(field, code, about);
    return key ? any(key) : code;
  };
  const choices = options.map((code) => ({ value: code, label: wordOf(code) }));
  return (
    <SelectField
      label={label}
      value={text || null}
      choices={choices}
      onChange={(code) => onChange(code ?? '')}
      error={error}
      clearable
    />
  );
}

function RecordField({ label, picked, text, onChange, error }: ValueFieldProps) {
  const { employees, branches, departments } = useDirectory();
  const value = text || null;
  const choose = (id: string | null) => onChange(id ?? '');
  if (picked === 'counterparty')
    return <CounterpartyPicker label={label} value={value} onChange={choose} error={error} />;
  if (picked === 'contract')
    return (
      <ParentField label={label} value={value} counterpartyId={null} onChange={choose} onParent={() => undefined} />
    );
  const small = { label, value, onChange: choose, error, search: true, clearable: true } as const;
  if (picked === 'employee')
    return <SelectField {...small} choices={employees.map((one) => ({ value: one.id, label: one.fullName }))} />;
  if (picked === 'branch' || picked === 'department') {
    const rows = picked === 'branch' ? branches : departments;
    return <SelectField {...small} choices={rows.map((one) => ({ value: one.id, label: one.name }))} />;
  }
  return picked === 'approval_route' ? <RouteField {...small} /> : <DeskField {...small} picked={picked} />;
}

type Small = { label: string; value: string | null; onChange: (id: string | null) => void; error: string | undefined };

function RouteField(props: Small) {
  const routes = useQuery('company.setup', {}).data?.routes ?? [];
  return <SelectField {...props} search choices={routes.map((one) => ({ value: one.id, label: one.name }))} />;
}

function DeskField({ picked, ...props }: Small & { picked: Picked | undefined }) {
  const setup = useQuery('service.setup', {}).data;
  const rows = picked === 'queue' ? setup?.queues : picked === 'service' ? setup?.services : setup?.policies;
  return <SelectField {...props} search choices={(rows ?? []).map((one) => ({ value: one.id, label: one.name }))} />;
}
