import { Checkbox } from '@mantine/core';
import { DateField } from '#renderer/components/date-field.tsx';
import { LabelsField } from '#renderer/components/labels-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/documents/bulk/bulk.module.css';
import { documentStates } from '#shared/domain/document.ts';
import type { BulkChange } from '#shared/queries/bulk.ts';

/** Fields that several documents can be given at once; an empty one changes nothing. */
export function BulkFields({ change, onChange }: { change: BulkChange; onChange: (change: BulkChange) => void }) {
  const t = useWords('register');
  const documents = useWords('documents');
  const status = useWords('status');
  const { branches, employees, labels } = useDirectory();
  const today = useClock().today();
  const put = (patch: { [F in keyof BulkChange]?: BulkChange[F] | undefined }) => {
    const entries = Object.entries({ ...change, ...patch });
    onChange(
      Object.fromEntries(
        entries.filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)),
      ),
    );
  };
  return (
    <div className={css['fields']}>
      <SelectField
        label={documents('responsible')}
        value={change.responsibleId ?? null}
        choices={employees.map(({ id, fullName }) => ({ value: id, label: fullName }))}
        onChange={(id) => put({ responsibleId: id ?? undefined })}
        placeholder={t('bulkKeep')}
        search
        clearable
        autoFocus
      />
      <SelectField
        label={t('branch')}
        value={change.branchId ?? null}
        choices={branches.map(({ id, city }) => ({ value: id, label: city }))}
        onChange={(id) => put({ branchId: id ?? undefined })}
        placeholder={t('bulkKeep')}
        search
        clearable
      />
      <div className={css['due']}>
        <DateField
          label={t('dueDate')}
          today={today}
          value={change.dueDate ?? null}
          onChange={(date) => put({ dueDate: date ?? undefined })}
        />
        <Checkbox
          label={t('bulkDueClear')}
          checked={change.dueDate === null}
          onChange={(event) => put({ dueDate: event.currentTarget.checked ? null : undefined })}
        />
      </div>
      <SelectField
        label={documents('state')}
        value={change.state ?? null}
        choices={documentStates.map((state) => ({ value: state, label: status(`state_${state}`) }))}
        onChange={(state) => put({ state: (state as BulkChange['state']) ?? undefined })}
        placeholder={t('bulkKeep')}
        clearable
      />
      <LabelsField
        label={t('bulkAdd')}
        value={change.addLabels ?? []}
        known={labels}
        onChange={(addLabels) => put({ addLabels })}
      />
      <LabelsField
        label={t('bulkDrop')}
        value={change.dropLabels ?? []}
        known={labels}
        onChange={(dropLabels) => put({ dropLabels })}
      />
    </div>
  );
}
