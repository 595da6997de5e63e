import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { checkFaults } from '#renderer/pages/counterparty/check-form.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { useSavedToast } from '#renderer/pages/counterparty/use-saved-toast.ts';
import { checkResults } from '#shared/domain/company/counterparty-check.ts';

/** Notes what a look at a counterparty outside Opora has shown: where, when, until when it holds, with what result. */
export function CheckDialog({ counterpartyId, onClose }: { counterpartyId: string; onClose: () => void }) {
  const t = useWords('counterparties');
  const words = useErrorWords();
  const saved = useSavedToast();
  const today = useClock().today();
  const [source, setSource] = useState('');
  const [checkedOn, setCheckedOn] = useState<string | null>(today);
  const [validUntil, setValidUntil] = useState<string | null>(null);
  const [result, setResult] = useState<(typeof checkResults)[number]>('clear');
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const add = useCommand('counterparty_check.add');
  const faults = checkFaults({ source, checkedOn, validUntil, result, comment }, today);
  const fault = (field: keyof typeof faults) => {
    const key = faults[field];
    return tried && key ? t(key) : undefined;
  };
  const send = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0 || !checkedOn) {
      return false;
    }
    const args = { source: source.trim(), checkedOn, validUntil, result, comment: comment.trim() || null };
    if (!(await add.run({ counterpartyId, ...args }))) return true;
    saved(source.trim());
    onClose();
    return true;
  };
  return (
    <FormDialog
      title={t('checkNew')}
      width={460}
      action={t('checkSave')}
      busy={add.busy}
      error={add.error && words(add.error)}
      send={send}
      onClose={onClose}
    >
      <TextField
        label={t('checkSource')}
        value={source}
        onChange={setSource}
        hint={t('checkSourceHint')}
        error={fault('source')}
        maxLength={200}
        autoFocus
        required
      />
      <div className={css['pair']}>
        <DateField
          label={t('checkedOn')}
          value={checkedOn}
          onChange={setCheckedOn}
          today={today}
          error={fault('checkedOn')}
          required
        />
        <DateField
          label={t('validUntil')}
          value={validUntil}
          onChange={setValidUntil}
          today={today}
          error={fault('validUntil')}
        />
      </div>
      <div>
        <p className={css['label']}>{t('checkResult')}</p>
        <Segmented
          label={t('checkResult')}
          value={result}
          choices={checkResults.map((one) => ({ value: one, label: t(`result_${one}`) }))}
          onChange={setResult}
        />
      </div>
      <TextField
        label={t('checkComment')}
        value={comment}
        onChange={setComment}
        error={fault('comment')}
        maxLength={10_000}
        rows={3}
        required={result !== 'clear'}
      />
    </FormDialog>
  );
}
