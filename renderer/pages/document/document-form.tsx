import type { ReactNode } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { LabelsField } from '#renderer/components/labels-field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useSettled } from '#renderer/components/use-settled.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ContractKind, ContractTerm } from '#renderer/pages/document/contract-fields.tsx';
import { CustomField } from '#renderer/pages/document/custom-fields.tsx';
import css from '#renderer/pages/document/form.module.css';
import {
  type Definition,
  type FieldFault,
  type FieldName,
  type FormFaults,
  type FormOf,
  type FormValues,
  fieldsFor,
} from '#renderer/pages/document/form-values.ts';
import { KindField } from '#renderer/pages/document/kind-field.tsx';
import { PartyField } from '#renderer/pages/document/party-field.tsx';
import { TemplateFields } from '#renderer/pages/document/template-fields.tsx';
import { FormFields } from '#renderer/pages/form-fields/form-fields.tsx';
import { useSession } from '#renderer/state/session.ts';
import { type DocumentState, documentStates, isContract } from '#shared/domain/document.ts';
import type { KindLine } from '#shared/queries/kind.ts';

export interface DocumentFormProps {
  values: FormValues;
  /** What is shown as wrong: of the fields that were left, of all after a try to save. */
  faults: FormFaults;
  /** A contract whose stage nothing has led yet: no approval, no signature. */
  stageFree?: boolean;
  /** The company's own fields of all kinds. */
  definitions: readonly Definition[];
  /** The company's own kinds that are offered, and the forms of their versions. */
  kinds: readonly KindLine[];
  formOf: FormOf;
  onChange: (patch: Partial<FormValues>) => void;
  onLeave: (field: FieldName) => void;
}

/** Currencies that are offered; another one that a record already has stays. */
const currencies = ['RUB', 'USD', 'EUR', 'CNY'] as const;

/** The fields of a document, the label above each; short ones stand in pairs. */
export function DocumentForm(props: DocumentFormProps) {
  const { values, definitions, kinds, formOf, stageFree, onChange, onLeave } = props;
  const faults = useSettled(props.faults);
  const t = useWords('form');
  const status = useWords('status');
  const today = useClock().today();
  const { employees, labels } = useDirectory();
  const branches = useBranches(values.branchId);
  const fault = (field: FieldName) => faultWords(t, faults[field]);
  const field = (name: FieldName, children: ReactNode) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that its own field was left
    <div key={name} data-field={name} onBlur={() => onLeave(name)}>
      {children}
    </div>
  );
  const contract = isContract(values.kind);
  const form = values.kindVersionId === null ? null : formOf(values.kindVersionId);
  const parts = { values, onChange, field, fault };
  if (values.kind === 'template')
    return (
      <TemplateFields {...parts}>
        {branches.length > 1 &&
          field(
            'branchId',
            <SelectField
              label={t('branch')}
              value={values.branchId}
              choices={branches}
              onChange={(branchId) => onChange({ branchId })}
              error={fault('branchId')}
            />,
          )}
      </TemplateFields>
    );
  return (
    <>
      {field('kind', <KindField values={values} kinds={kinds} onChange={onChange} />)}
      <div className={css['pair']}>
        {field(
          'number',
          <TextField
            label={t('number')}
            value={values.number}
            onChange={(number) => onChange({ number })}
            hint={t(contract ? 'numberHintContract' : 'numberHint')}
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
      </div>
      {contract && <ContractKind {...parts} />}
      {field(
        'subject',
        <TextField
          label={t(contract ? 'subjectOfContract' : 'subject')}
          value={values.subject}
          onChange={(subject) => onChange({ subject })}
          hint={t(contract ? 'subjectHintContract' : 'subjectHint')}
          error={fault('subject')}
          rows={2}
          required
        />,
      )}
      {field(
        'counterpartyId',
        <PartyField value={values.counterpartyId} onChange={(counterpartyId) => onChange({ counterpartyId })} />,
      )}
      {contract &&
        field(
          'counterpartyNumber',
          <TextField
            label={t('counterpartyNumber')}
            value={values.counterpartyNumber}
            onChange={(counterpartyNumber) => onChange({ counterpartyNumber })}
            error={fault('counterpartyNumber')}
            autoComplete="off"
          />,
        )}
      <div className={css['pair']} data-three={contract || undefined}>
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
        {contract &&
          field(
            'currency',
            <SelectField
              label={t('currency')}
              value={values.currency}
              choices={[...new Set([...currencies, values.currency])].map((code) => ({ value: code, label: code }))}
              onChange={(currency) => currency && onChange({ currency })}
            />,
          )}
      </div>
      {contract && <ContractTerm {...parts} />}
      <div className={css['pair']}>
        {/* A contract has a term; a deadline is shown only where one was set before it had. */}
        {(!contract || values.dueDate) &&
          field(
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
        {/* The stage of a contract follows its approval, signing and registration, once there is any. */}
        {(!contract || stageFree) &&
          field(
            'state',
            <SelectField
              label={t('state')}
              value={values.state}
              choices={documentStates.map((state) => ({ value: state, label: status(`state_${state}`) }))}
              onChange={(state) => state && onChange({ state: state as DocumentState })}
            />,
          )}
      </div>
      {form && (
        <FormFields
          form={form}
          values={values.custom}
          problems={Object.values(faults).flatMap((one) => one?.problem ?? [])}
          onChange={(custom) => onChange({ custom })}
          onLeave={(key) => onLeave(`custom.${key}`)}
        />
      )}
      {(values.kindId === null ? fieldsFor(values.kind, definitions) : []).map((definition) =>
        field(
          `custom.${definition.key}`,
          <CustomField
            definition={definition}
            value={values.custom[definition.key]}
            onChange={(value) => onChange({ custom: { ...values.custom, [definition.key]: value } })}
            error={fault(`custom.${definition.key}`)}
          />,
        ),
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
