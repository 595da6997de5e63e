import { useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { EscalationField } from '#renderer/pages/admin/sections/portal/escalation-field.tsx';
import { dayOf, TargetsField } from '#renderer/pages/admin/sections/portal/targets-field.tsx';
import { useWorkingTimeWords } from '#renderer/pages/admin/sections/portal/use-working-time-words.ts';
import { useSession } from '#renderer/state/session.ts';
import { type EscalationStep, slaCalendars } from '#shared/domain/service/sla-policy.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Policy = QueryResult<'service.setup'>['policies'][number];
const none = { response: null, resolution: null };

/** What desks promise by priority, in whose hours, and who is told when it is near or past. */
export function Slas() {
  const t = useWords('builder');
  const admin = useWords('admin');
  const words = useWorkingTimeWords();
  const rows = useQuery('service.setup', {}).data?.policies ?? [];
  const mayChange = useSession((session) => session.state?.user?.roles.includes('administrator') ?? false);
  const [open, setOpen] = useState<Policy | 'new' | null>(null);
  const told = (row: Policy, of: 'response' | 'resolution') => {
    const minutes = row.targets.normal[of];
    return minutes === null ? t('noTerm') : words(minutes, dayOf(row.calendar));
  };
  const fields: FieldPlan[] = [
    { name: 'name', label: admin('name'), type: 'text', required: true, maxLength: 120 },
    {
      name: 'calendar',
      label: t('whoseHours'),
      type: 'select',
      required: true,
      choices: slaCalendars.map((one) => ({ value: one, label: t(`hours_${one}`) })),
    },
    {
      name: 'targets',
      label: t('targets'),
      type: 'own',
      empty: { low: none, normal: none, high: none, critical: none },
      render: (field) => (
        <TargetsField
          value={field.value as Policy['targets']}
          onChange={field.onChange}
          day={dayOf(field.values['calendar'])}
        />
      ),
    },
    {
      name: 'steps',
      label: t('escalation'),
      type: 'own',
      empty: [],
      render: (field) => <EscalationField value={field.value as EscalationStep[]} onChange={field.onChange} />,
    },
  ];
  return (
    <>
      {!mayChange && <Note tone="ink" title={t('onlyAdministrator')} />}
      <RecordTable
        entity="sla_policy"
        rows={rows}
        nameOf={(row) => row.name}
        nameTitle={admin('name')}
        add={t('addPolicy')}
        onAdd={mayChange ? () => setOpen('new') : undefined}
        onOpen={mayChange ? setOpen : undefined}
        archives={mayChange}
        columns={[
          { title: t('responseNormal'), cell: (row) => told(row, 'response') },
          { title: t('resolutionNormal'), cell: (row) => told(row, 'resolution') },
          { title: t('whoseHours'), cell: (row) => t(`hours_${row.calendar}`) },
          { title: t('escalation'), cell: (row) => t('stepsCount', { count: row.steps.length }) },
        ]}
      />
      {open && (
        <RecordDialog
          entity="sla_policy"
          title={open === 'new' ? t('addPolicy') : open.name}
          fields={fields}
          row={open === 'new' ? null : open}
          initial={{ calendar: 'requester' }}
          width={640}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
