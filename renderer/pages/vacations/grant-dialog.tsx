import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PersonPicker } from '#renderer/pages/approval/people-picker.tsx';
import { NumberField } from '#renderer/pages/form-fields/number-field.tsx';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import css from '#renderer/pages/vacations/vacations.module.css';

/** A working year gives 28 days (ст. 115 ТК РФ). */
const YEARLY = 28;
const MOST = 366;

/** Days that somebody has earned for a working year, or a correction of them: entered by HR. */
export function GrantDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('vacations');
  const portal = useWords('portal');
  const words = useRefusalWords();
  const told = useOwnToasts();
  const today = useClock().today();
  const { employeeOf } = useDirectory();
  const create = useCommand('vacation_grant.create');
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [days, setDays] = useState<number | string | null>(YEARLY);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const fits = typeof days === 'number' && Number.isInteger(days) && days !== 0 && Math.abs(days) <= MOST;
  const submit = async () => {
    setTried(true);
    if (employeeId === null || from === null || !fits) return;
    if (!(await create.run({ employeeId, from, days, note: note.trim() || null }))) return;
    told(t('granted', { count: days }), employeeOf(employeeId)?.fullName ?? '');
    onClose();
  };
  return (
    <FormDialog
      title={t('grantTitle')}
      width={480}
      action={t('grantAction')}
      busy={create.busy}
      error={create.error && words(create.error)}
      send={submit}
      onClose={onClose}
    >
      <PersonPicker
        label={t('person')}
        value={employeeId}
        onChange={setEmployeeId}
        error={tried && employeeId === null ? portal('needed_employee') : undefined}
      />
      <div className={css['pair']}>
        <DateField
          label={t('yearFrom')}
          value={from}
          today={today}
          onChange={setFrom}
          error={tried && from === null ? portal('needed_date') : undefined}
          required
        />
        <NumberField
          label={t('daysHead')}
          value={days}
          onChange={setDays}
          error={tried && !fits ? t('grantWrong', { most: MOST }) : undefined}
          hint={t('grantHint')}
          required
        />
      </div>
      <TextField label={t('note')} value={note} onChange={setNote} maxLength={500} />
    </FormDialog>
  );
}
