import type { ReactNode } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { LabelsField } from '#renderer/components/labels-field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';
import type { FieldFault, FormFaults, FormValues } from '#renderer/pages/document/form-values.ts';
import { PartyField } from '#renderer/pages/document/party-field.tsx';
import { useSession } from '#renderer/state/session.ts';
import { type DocumentKind, type DocumentState, documentKinds, documentStates } from '#shared/domain/document.ts';

export interface DocumentFormProps {
  values: FormValues;
  /** What is shown as wrong: of the fields that were left, of all after a try to save. */
  faults: FormFaults;
  onChange: (patch: Partial<FormValues>) => void;
  onLeave: (field: keyof FormValues) => void;
}

/** The fields of a document in one column, the label above each. */
export function DocumentForm({ values, faults, onChange, onLeave }: DocumentFormProps) {
  const t = useWords('form');
  const status = useWords('status');
  const today = useClock().today();
  const { employees, labels } = useDirectory();
  const branches = useBranches(values.branchId);
  const fault = (field: keyof FormValues) => faultWords(t, faults[field]);
  const field = (name: keyof FormValues, children: ReactNode) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that its own field was left
    <div data-field={name} onBlur={() => onLeave(name)}>
      {children}
    </div>
  );
  return (
    <>
      {field(
        'kind',
        <SelectField
          label={t('kind')}
          value={values.kind}
          choices={documentKinds.map((kind) => ({ value: kind, label: status(`kind_${kind}`) }))}
          onChange={(kind) => kind && onChange({ kind: kind as DocumentKind })}
          search
        />,
      )}
      {field(
        'number',
        <TextField
          label={t('number')}
          value={values.number}
          onChange={(number) => onChange({ number })}
          hint={t('numberHint')}
          error={fault('number')}
          autoComplete="off"
        />,
      )}
      {field(
        'date',
        <DateField
          label={t('date')}
          value={values.date}
          onChange={(date) => onChange({ date })}
          today={today}
          error={fault('date')}
          required
        />,
      )}
      {field(
        'subject',
        <TextField
          label={t('subject')}
          value={values.subject}
          onChange={(subject) => onChange({ subject })}
          hint={t('subjectHint')}
          error={fault('subject')}
          rows={2}
          required
        />,
      )}
      {field(
        'counterpartyId',
        <PartyField value={values.counterpartyId} onChange={(counterpartyId) => onChange({ counterpartyId })} />,
      )}
      <div className={css['pair']}>
        {field(
          'amount',
          <MoneyField
            label={t('amount')}
            value={values.amount}
            onChange={(amount) => onChange({ amount })}
            error={fault('amount')}
          />,
        )}
        {field(
          'vatAmount',
          <MoneyField
            label={t('vat')}
            value={values.vatAmount}
            onChange={(vatAmount) => onChange({ vatAmount })}
            error={fault('vatAmount')}
          />,
        )}
      </div>
      {field(
        'dueDate',
        <DateField
          label={t('dueDate')}
          value={values.dueDate}
          onChange={(dueDate) => onChange({ dueDate })}
          today={today}
          error={fault('dueDate')}
        />,
      )}
      {field(
        'responsibleId',
        <SelectField
          label={t('responsible')}
          value={values.responsibleId}
          choices={employees.map((employee) => ({ value: employee.id, label: employee.fullName }))}
          onChange={(responsibleId) => onChange({ responsibleId })}
          search
          clearable
        />,
      )}
      {field(
        'branchId',
        <SelectField
          label={t('branch')}
          value={values.branchId}
          choices={branches}
          onChange={(branchId) => onChange({ branchId })}
          error={fault('branchId')}
        />,
      )}
      {field(
        'state',
        <SelectField
          label={t('state')}
          value={values.state}
          choices={documentStates.map((state) => ({ value: state, label: status(`state_${state}`) }))}
          onChange={(state) => state && onChange({ state: state as DocumentState })}
        />,
      )}
      {field(
        'labels',
        <LabelsField
          label={t('labels')}
          value={values.labels}
          known={labels}
          onChange={(next) => onChange({ labels: next })}
          hint={t('labelsHint')}
          error={fault('labels')}
        />,
      )}
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

/** Branches the person may file in; the one the document is in stays even when it is not among them. */
function useBranches(current: string | null) {
  const { branches, employeeOf } = useDirectory();
  const userId = useSession((session) => session.state?.user?.id);
  const person = employeeOf(userId);
  const access = person?.branchAccess ?? null;
  return branches
    .filter(({ id }) => access === null || id === person?.branchId || id === current || access.includes(id))
    .map((branch) => ({ value: branch.id, label: branch.city }));
}

function faultWords(t: ReturnType<typeof useWords<'form'>>, fault: FieldFault | undefined): string | undefined {
  if (!fault) return undefined;
  return String(t(fault.key, { length: formatCount(fault.length ?? 0), limit: formatCount(fault.limit ?? 0) }));
}
