import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PersonPicker } from '#renderer/pages/approval/people-picker.tsx';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import type { VacationRights } from '#renderer/pages/vacations/use-vacation-rights.ts';
import css from '#renderer/pages/vacations/vacations.module.css';
import { vacationTypes } from '#shared/domain/service/vacation.ts';

/** What is about to be put into the schedule. */
export interface Plan {
  employeeId: string;
  from: string | null;
  to: string | null;
}

/** Puts a vacation into the schedule; asking for it comes later, with the request. */
export function PlanDialog({ plan, rights, onClose }: { plan: Plan; rights: VacationRights; onClose: () => void }) {
  const t = useWords('vacations');
  const portal = useWords('portal');
  const words = useRefusalWords();
  const told = useOwnToasts();
  const today = useClock().today();
  const { employeeOf } = useDirectory();
  const save = useCommand('vacation.plan');
  const [employeeId, setEmployeeId] = useState(plan.employeeId);
  const [type, setType] = useState<(typeof vacationTypes)[number]>('annual');
  const [from, setFrom] = useState(plan.from);
  const [to, setTo] = useState(plan.to);
  const [tried, setTried] = useState(false);
  const whole = from !== null && to !== null && from <= to;
  const asked = whole ? { employeeId, from, to, substituteId: null, ticketId: null } : null;
  const preview = useQuery('vacation.preview', asked).data;
  const submit = async () => {
    setTried(true);
    if (!whole) return;
    const reply = await save.run({ employeeId, type, from, to });
    if (!reply) return;
    const { id } = reply.result as { id: string };
    told(t('planned'), `${employeeOf(employeeId)?.fullName ?? ''}, ${periodWords(from, to)}`, () =>
      runCommand('vacation.unplan', { id }),
    );
    onClose();
  };
  const missing = tried ? portal('needed_date') : undefined;
  return (
    <FormDialog
      title={t('planTitle')}
      width={520}
      action={t('planAction')}
      busy={save.busy}
      error={save.error && words(save.error)}
      send={submit}
      onClose={onClose}
    >
      {rights.arranges && (
        <PersonPicker label={t('person')} value={employeeId} onChange={(id) => id && setEmployeeId(id)} />
      )}
      <SelectField
        label={t('type')}
        value={type}
        choices={vacationTypes.map((one) => ({ value: one, label: t(`${one}Leave`) }))}
        onChange={(value) => setType(vacationTypes.find((one) => one === value) ?? 'annual')}
      />
      <div className={css['pair']}>
        <DateField
          label={t('firstDay')}
          value={from}
          today={today}
          onChange={setFrom}
          error={from === null ? missing : undefined}
          required
        />
        <DateField
          label={t('lastDay')}
          value={to}
          today={today}
          onChange={setTo}
          error={to === null ? missing : from !== null && to < from ? portal('endsBefore') : undefined}
          required
        />
      </div>
      {whole && preview && (
        <p className={css['counted']} role="status">
          <b>{t('days', { count: preview.days })}</b>
          {type === 'annual' && preview.balance && (preview.left ?? 0) >= 0 && (
            <> {t('left', { left: preview.left ?? 0, available: preview.balance.available })}</>
          )}
        </p>
      )}
      {whole && type === 'annual' && preview?.balance && (preview.left ?? 0) < 0 && (
        <Note tone="amber" title={t('notEnough', { count: -(preview.left ?? 0) })}>
          {t('planAnyway', { available: preview.balance.available })}
        </Note>
      )}
      {whole && preview && preview.colleagues.length > 0 && (
        <Note tone="amber" title={t('colleagues')}>
          {preview.colleagues.map((one) => `${one.fullName} ${periodWords(one.from, one.to)}`).join('; ')}
        </Note>
      )}
    </FormDialog>
  );
}
