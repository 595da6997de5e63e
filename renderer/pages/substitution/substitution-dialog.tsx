import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/substitution/substitution.module.css';
import { faultsOf, type SubstitutionDraft } from '#renderer/pages/substitution/substitution-form.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { type SubstitutedWork, substitutedWork } from '#shared/domain/company/substitution.ts';

/** Names a substitute: for oneself, or by those who arrange the company for anybody. */
export function SubstitutionDialog({
  onClose,
  employeeId,
  kinds = substitutedWork,
}: {
  onClose: () => void;
  employeeId?: string;
  /** What is handed over at first. */
  kinds?: readonly SubstitutedWork[];
}) {
  const t = useWords('substitution');
  const words = useErrorWords();
  const { employees, employeeOf } = useDirectory();
  const user = useSession((session) => session.state?.user);
  const today = useClock().today();
  const create = useCommand('substitution.create');
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<SubstitutionDraft>({
    employeeId: employeeId ?? user?.id ?? null,
    substituteId: null,
    from: today,
    to: null,
    kinds: [...kinds],
    reason: '',
  });
  const arranges = user?.roles.some((role) => ['administrator', 'hr', 'manager'].includes(role)) ?? false;
  const faults = tried ? faultsOf(draft) : {};
  const change = (patch: Partial<SubstitutionDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const active = employees.filter((one) => one.state === 'active');
  const choices = active.map((one) => ({ value: one.id, label: `${one.fullName}, ${one.position}` }));
  const save = async () => {
    setTried(true);
    const { employeeId: who, substituteId, from, to, kinds } = draft;
    if (Object.keys(faultsOf(draft)).length > 0 || !who || !substituteId || !from || !to) return;
    const reason = draft.reason.trim() || null;
    if (!(await create.run({ employeeId: who, substituteId, from, to, kinds, reason }))) return;
    useToasts.getState().show({ tone: 'done', title: t('created'), object: employeeOf(substituteId)?.fullName ?? '' });
    onClose();
  };
  const refused =
    create.error?.code === 'SUBSTITUTE_AWAY'
      ? t('away', {
          name: employeeOf(draft.substituteId)?.fullName ?? '',
          from: formatDate(String(create.error.details['from'] ?? today)),
          to: formatDate(String(create.error.details['to'] ?? today)),
        })
      : create.error && words(create.error);
  return (
    <FormDialog
      title={t('newTitle')}
      width={520}
      action={t('add')}
      busy={create.busy}
      error={refused}
      send={save}
      onClose={onClose}
    >
      {arranges && (
        <SelectField
          label={t('who')}
          value={draft.employeeId}
          choices={choices}
          search
          onChange={(value) => change({ employeeId: value })}
          error={faults.employeeId && t(faults.employeeId)}
        />
      )}
      <SelectField
        label={t('whom')}
        value={draft.substituteId}
        choices={choices.filter((one) => one.value !== draft.employeeId)}
        search
        onChange={(value) => change({ substituteId: value })}
        error={faults.substituteId && t(faults.substituteId)}
      />
      <div className={css['pair']}>
        <DateField label={t('from')} value={draft.from} today={today} onChange={(from) => change({ from })} required />
        <DateField
          label={t('to')}
          value={draft.to}
          today={today}
          onChange={(to) => change({ to })}
          error={faults.to && t(faults.to)}
          required
        />
      </div>
      <Checkbox.Group
        label={t('work')}
        value={draft.kinds}
        onChange={(kinds) => change({ kinds: kinds as SubstitutionDraft['kinds'] })}
        error={faults.kinds && t(faults.kinds)}
      >
        <div className={css['kinds']}>
          {substitutedWork.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`kind_${kind}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextField
        label={t('reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        placeholder={t('reasonHint')}
        maxLength={500}
      />
      <p className={css['rule']}>
        {t('rule', {
          substitute: employeeOf(draft.substituteId)?.fullName ?? '…',
          person: employeeOf(draft.employeeId)?.fullName ?? '…',
        })}
      </p>
    </FormDialog>
  );
}
