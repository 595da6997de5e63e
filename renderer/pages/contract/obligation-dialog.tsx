import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import {
  newObligation,
  type ObligationValues,
  obligationChanges,
  obligationFaults,
  obligationForm,
  valuesOfObligation,
} from '#renderer/pages/contract/obligation-form.ts';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useSaved } from '#renderer/pages/contract/use-saved.ts';
import { obligationSides, obligationStates } from '#shared/domain/contract/obligation.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';

const kinds = ['payment', 'delivery', 'report', 'other'] as const;

/** An obligation: added, changed, settled on another day than today or by a document. `row` null: a new one of `kind`. */
export function ObligationDialog(props: {
  documentId: string;
  row: RowOf<'obligation'> | null;
  kind: RowOf<'obligation'>['kind'];
  /** Documents that may have fulfilled it. */
  candidates: readonly RelatedDocument[];
  onClose: () => void;
}) {
  const { documentId, candidates, onClose } = props;
  const t = useWords('contract');
  const common = useWords('common');
  const words = useErrorWords();
  const contract = useContractWords();
  const saved = useSaved();
  const today = useClock().today();
  // What stood there when the dialog was opened is the other side of the merge.
  const [row] = useState(props.row);
  const [values, setValues] = useState<ObligationValues>(row ? valuesOfObligation(row) : newObligation(props.kind));
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<ObligationValues>) => setValues((before) => ({ ...before, ...patch }));
  const faults = obligationFaults(values);
  const fault = (field: keyof typeof faults) => {
    const key = faults[field];
    return tried && key ? t(key) : undefined;
  };
  const save = useAction(async () => {
    if (row) {
      const { patch, base, settlement } = obligationChanges(row, values);
      const about = { documentId, id: row.id };
      if (Object.keys(patch).length > 0) await runCommand('obligation.update', { ...about, patch, base });
      if (settlement) await runCommand('obligation.settle', { ...about, ...settlement });
      saved(t('obligationSaved'), values.title.trim());
    } else {
      await runCommand('obligation.add', { documentId, values: obligationForm(values) });
      saved(t('obligationAdded'), values.title.trim());
    }
    onClose();
  });
  const send = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return false;
    void save.run();
    return true;
  };
  return (
    <FormDialog
      title={row ? t('obligationEdit') : t('obligationNew')}
      width={480}
      action={common('save')}
      busy={save.busy}
      error={save.error && words(save.error)}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={t('what')}
        value={values.title}
        onChange={(title) => change({ title })}
        error={fault('title')}
        maxLength={500}
        autoFocus
        required
      />
      <div className={css['pair']}>
        <SelectField
          label={t('kind')}
          value={values.kind}
          choices={kinds.map((kind) => ({ value: kind, label: t(`${kind}Obligation`) }))}
          onChange={(next) => change({ kind: kinds.find((kind) => kind === next) ?? 'other' })}
        />
        <SelectField
          label={t('side')}
          value={values.side}
          choices={obligationSides.map((side) => ({ value: side, label: t(`side_${side}`) }))}
          onChange={(next) => change({ side: next === 'theirs' ? 'theirs' : 'ours' })}
        />
      </div>
      <div className={css['pair']}>
        <DateField
          label={t('dueDate')}
          value={values.dueDate}
          onChange={(dueDate) => change({ dueDate })}
          today={today}
          error={fault('dueDate')}
          required
        />
        <MoneyField
          label={t('amount')}
          value={values.amount}
          onChange={(amount) => change({ amount })}
          error={fault('amount')}
        />
      </div>
      <TextField
        label={t('note')}
        value={values.note}
        onChange={(note) => change({ note })}
        maxLength={2_000}
        rows={2}
      />
      {row && (
        <fieldset className={css['group']}>
          <legend>{t('standing')}</legend>
          <Segmented
            label={t('standing')}
            value={values.state}
            choices={obligationStates.map((state) => ({ value: state, label: t(`standing_${state}`) }))}
            onChange={(state) => change({ state, ...(state === 'done' && !values.doneOn ? { doneOn: today } : {}) })}
          />
          {values.state === 'done' && (
            <div className={css['pair']}>
              <DateField
                label={t('doneOn')}
                value={values.doneOn}
                onChange={(doneOn) => change({ doneOn })}
                today={today}
                error={fault('doneOn')}
                required
              />
              <SelectField
                label={t('fulfilledBy')}
                value={values.doneDocumentId}
                choices={candidates.map((one) => ({ value: one.id, label: contract.related(one) }))}
                onChange={(doneDocumentId) => change({ doneDocumentId })}
                placeholder={common('none')}
                search
                clearable
              />
            </div>
          )}
        </fieldset>
      )}
    </FormDialog>
  );
}
