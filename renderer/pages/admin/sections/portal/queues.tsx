import { useState } from 'react';
import { Note } from '#renderer/components/note.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { MembersField } from '#renderer/pages/admin/sections/portal/members-field.tsx';
import { ScheduleField, scheduleFault } from '#renderer/pages/admin/sections/portal/schedule-field.tsx';
import { useScheduleWords } from '#renderer/pages/admin/sections/portal/use-schedule-words.ts';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useSession } from '#renderer/state/session.ts';
import type { QueueMember } from '#shared/domain/service/queue.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Queue = QueryResult<'service.setup'>['queues'][number];

/** Desks that answer: who works at them, with what skills and how much at once, where and when. */
export function Queues({ setup }: { setup: Setup }) {
  const t = useWords('builder');
  const admin = useWords('admin');
  const schedule = useScheduleWords();
  const rows = useQuery('service.setup', {}).data?.queues ?? [];
  const mayChange = useSession((session) => session.state?.user?.roles.includes('administrator') ?? false);
  const [open, setOpen] = useState<Queue | 'new' | null>(null);
  const people = bySurname(setup.employees.filter((one) => one.state === 'active'));
  const nameOf = (id: string | null | undefined) => setup.employees.find((one) => one.id === id)?.fullName ?? '';
  const fields: FieldPlan[] = [
    { name: 'name', label: admin('name'), type: 'text', required: true, maxLength: 120 },
    {
      name: 'members',
      label: t('members'),
      type: 'own',
      empty: [],
      required: true,
      fault: (value) => ((value as QueueMember[]).length === 0 ? t('membersNeeded') : null),
      render: (field) => (
        <MembersField
          value={field.value as QueueMember[]}
          onChange={field.onChange}
          error={field.error}
          employees={setup.employees}
        />
      ),
    },
    {
      name: 'leadId',
      label: t('lead'),
      type: 'select',
      clearable: true,
      choices: people.map((one) => ({ value: one.id, label: one.fullName })),
    },
    {
      name: 'branchId',
      label: t('deskBranch'),
      type: 'select',
      clearable: true,
      choices: setup.branches.map((one) => ({ value: one.id, label: one.name })),
    },
    {
      name: 'schedule',
      label: t('shifts'),
      type: 'own',
      empty: null,
      fault: (value) => (scheduleFault(value as Queue['schedule']) ? t('shiftsWrong') : null),
      render: (field) => (
        <ScheduleField value={field.value as Queue['schedule']} onChange={field.onChange} error={field.error} />
      ),
    },
    {
      name: 'holidays',
      label: t('holidays'),
      type: 'select',
      required: true,
      choices: [
        { value: 'standard', label: t('holidays_standard') },
        { value: 'none', label: t('holidays_none') },
      ],
    },
  ];
  return (
    <>
      {!mayChange && <Note tone="ink" title={t('onlyAdministrator')} />}
      <RecordTable
        entity="queue"
        rows={rows}
        nameOf={(row) => row.name}
        nameTitle={admin('name')}
        add={t('addQueue')}
        onAdd={mayChange ? () => setOpen('new') : undefined}
        onOpen={mayChange ? setOpen : undefined}
        archives={mayChange}
        columns={[
          {
            title: t('members'),
            cell: (row) => row.members.map((one) => nameOf(one.employeeId)).join(', ') || t('nobody'),
          },
          { title: t('lead'), cell: (row) => nameOf(row.leadId) },
          {
            title: admin('branch'),
            cell: (row) => setup.branches.find((one) => one.id === row.branchId)?.name ?? '',
          },
          { title: t('shifts'), cell: (row) => schedule(row.schedule) },
        ]}
      />
      {open && (
        <RecordDialog
          entity="queue"
          title={open === 'new' ? t('addQueue') : open.name}
          fields={fields}
          row={open === 'new' ? null : open}
          initial={{ holidays: 'standard' }}
          width={640}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
