import { NumberInput, Switch } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { defaultPolicies } from '#shared/domain/organization.ts';

/** What the company demands of everybody before a contract is signed. */
export function PoliciesSection({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const words = useErrorWords();
  const update = useCommand('organization.update');
  const { organization } = setup;
  const standing = { ...defaultPolicies, ...(organization?.policies ?? {}) };
  const [values, setValues] = useState(standing);
  if (!organization) return null;
  const days = values.checkBeforeSigning;
  const save = async () => {
    const edit = { patch: { policies: values }, base: { policies: organization.policies ?? null } };
    if (await update.run({ id: organization.id, ...edit }))
      useToasts.getState().show({ tone: 'done', title: t('saved'), object: t('section_policies') });
  };
  return (
    <div className={css['lines']}>
      <Switch
        label={t('approvalBeforeSigning')}
        description={t('approvalBeforeSigningHint')}
        checked={values.approvalBeforeSigning}
        onChange={(event) => setValues({ ...values, approvalBeforeSigning: event.currentTarget.checked })}
      />
      <Switch
        label={t('checkBeforeSigning')}
        description={t('checkBeforeSigningHint')}
        checked={days !== null}
        onChange={(event) => setValues({ ...values, checkBeforeSigning: event.currentTarget.checked ? 365 : null })}
      />
      {days !== null && (
        <NumberInput
          className={css['days'] ?? ''}
          label={t('checkDays')}
          value={days}
          min={1}
          max={3_650}
          allowDecimal={false}
          onChange={(next) => setValues({ ...values, checkBeforeSigning: Number(next) || 1 })}
        />
      )}
      {update.error && <Note tone="red" title={words(update.error)} />}
      <div>
        <ActionButton variant="filled" busy={update.busy} onClick={() => void save()}>
          {t('savePolicies')}
        </ActionButton>
      </div>
    </div>
  );
}
