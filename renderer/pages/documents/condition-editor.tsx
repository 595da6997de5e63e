import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { type ConditionKey, ownFieldOf, withFields } from '#renderer/pages/documents/conditions.ts';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';
import css from '#renderer/pages/documents/documents.module.css';
import { OwnConditionEditor } from '#renderer/pages/documents/own-condition-editor.tsx';
import { useRegister } from '#renderer/pages/documents/register.ts';
import { contractTypes, documentStates } from '#shared/domain/document.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

interface EditorProps {
  filter: DocumentFilter;
  onChange: (filter: DocumentFilter) => void;
}

/** What opens under a chip: the values of one condition. Every press applies at once. */
export function ConditionEditor({ condition, ...props }: EditorProps & { condition: ConditionKey }) {
  const t = useWords('documents');
  const status = useWords('status');
  const { filter, onChange } = props;
  const types = useWords('contract');
  const { kinds } = useRegister();
  const { branches, employees } = useDirectory();
  const own = ownFieldOf(condition);
  if (own !== null) return <OwnConditionEditor field={own} {...props} />;
  switch (condition) {
    case 'kinds':
      return (
        <ManyChecks
          choices={kinds.map((value) => ({ value, label: status(`kind_${value}`) }))}
          chosen={filter.kinds ?? []}
          onChange={(kinds) => onChange(withFields(filter, { kinds }))}
        />
      );
    case 'types':
      return (
        <ManyChecks
          choices={contractTypes.map((value) => ({ value, label: types(`${value}Type`) }))}
          chosen={filter.contractTypes ?? []}
          onChange={(contractTypes) => onChange(withFields(filter, { contractTypes }))}
        />
      );
    case 'expires':
      return <Expires {...props} />;
    case 'states':
      return (
        <ManyChecks
          choices={documentStates.map((value) => ({ value, label: status(`state_${value}`) }))}
          chosen={filter.states ?? []}
          onChange={(states) => onChange(withFields(filter, { states }))}
        />
      );
    case 'branch':
      return (
        <ManyChecks
          choices={branches.map((branch) => ({ value: branch.id, label: branch.city }))}
          chosen={filter.branchIds ?? []}
          onChange={(branchIds) => onChange(withFields(filter, { branchIds }))}
        />
      );
    case 'responsible':
      return (
        <ManyChecks
          choices={employees.map((employee) => ({ value: employee.id, label: employee.fullName }))}
          chosen={filter.responsibleIds ?? []}
          onChange={(responsibleIds) => onChange(withFields(filter, { responsibleIds }))}
        />
      );
    case 'counterparty':
      return (
        <CounterpartyPicker
          label={t('counterparty')}
          value={filter.counterpartyId ?? null}
          onChange={(id) => onChange(withFields(filter, { counterpartyId: id ?? undefined }))}
        />
      );
    case 'period':
      return <Period {...props} />;
    case 'amount':
      return <Amount {...props} />;
    default:
      return null;
  }
}

function Period({ filter, onChange }: EditorProps) {
  const t = useWords('documents');
  const today = useClock().today();
  return (
    <div className={css['pair']}>
      <DateField
        label={t('from')}
        today={today}
        value={filter.dateFrom ?? null}
        onChange={(date) => onChange(withFields(filter, { dateFrom: date ?? undefined }))}
      />
      <DateField
        label={t('to')}
        today={today}
        value={filter.dateTo ?? null}
        onChange={(date) => onChange(withFields(filter, { dateTo: date ?? undefined }))}
      />
    </div>
  );
}

function Expires({ filter, onChange }: EditorProps) {
  const t = useWords('documents');
  const today = useClock().today();
  return (
    <DateField
      label={t('conditionExpires')}
      today={today}
      value={filter.expiresBefore ?? null}
      onChange={(date) => onChange(withFields(filter, { expiresBefore: date ?? undefined }))}
    />
  );
}

function Amount({ filter, onChange }: EditorProps) {
  const t = useWords('documents');
  const [own, setOwn] = useState(filter);
  const set = (patch: DocumentFilter) => {
    const next = withFields(filter, patch);
    setOwn(next);
    onChange(next);
  };
  return (
    <div className={css['pair']}>
      <MoneyField
        label={t('amountFrom')}
        value={own.amountFrom ?? null}
        onChange={(kopecks) => set({ amountFrom: kopecks ?? undefined } as DocumentFilter)}
      />
      <MoneyField
        label={t('amountTo')}
        value={own.amountTo ?? null}
        onChange={(kopecks) => set({ amountTo: kopecks ?? undefined } as DocumentFilter)}
      />
    </div>
  );
}
