import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { withoutGrant } from '#renderer/pages/admin/sections/portal/without-grant.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** The days of a year for everybody who has none for it yet, as one action. */
export function GrantEverybody(props: {
  setup: Setup;
  grants: QueryResult<'service.setup'>['grants'];
  today: string;
  onClose: () => void;
}) {
  const t = useWords('builder');
  const words = useErrorWords();
  const [year, setYear] = useState(Number(props.today.slice(0, 4)) + (props.today.slice(5, 7) > '09' ? 1 : 0));
  const [days, setDays] = useState(28);
  const people = withoutGrant(props.setup.employees, props.grants, year);
  const grant = useAction(async () => {
    await runCommands(
      people.map(({ id }) => ({
        name: 'vacation_grant.create' as const,
        args: { employeeId: id, from: `${year}-01-01`, days, note: null },
      })),
    );
    useToasts.getState().show({ tone: 'done', title: t('grantedAll', { count: people.length }), object: String(year) });
    props.onClose();
  });
  return (
    <FormDialog
      title={t('grantAll')}
      width={440}
      action={t('grantDays')}
      reason={people.length > 0 ? undefined : t('everybodyHas')}
      busy={grant.busy}
      error={grant.error && words(grant.error)}
      send={() => (people.length > 0 ? grant.run() : undefined)}
      onClose={props.onClose}
    >
      <NumberInput
        label={t('year')}
        value={year}
        min={2000}
        max={2099}
        allowDecimal={false}
        data-autofocus
        onChange={(next) => Number(next) >= 2000 && Number(next) <= 2099 && setYear(Math.trunc(Number(next)))}
      />
      <NumberInput
        label={t('days')}
        value={days}
        min={1}
        max={366}
        allowDecimal={false}
        onChange={(next) => Number(next) >= 1 && setDays(Math.trunc(Number(next)))}
      />
      <p className={css['quiet']}>
        {people.length > 0 ? t('grantAllText', { count: people.length }) : t('grantAllNobody')}
      </p>
    </FormDialog>
  );
}
