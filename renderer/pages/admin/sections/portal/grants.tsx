import { IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { GrantEverybody } from '#renderer/pages/admin/sections/portal/grant-everybody.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Grant = QueryResult<'service.setup'>['grants'][number];

/** Days of vacation that employees have earned, by working year; corrections are lines of their own. */
export function Grants({ setup }: { setup: Setup }) {
  const t = useWords('builder');
  const today = useClock().today();
  const grants = useQuery('service.setup', {}).data?.grants ?? [];
  const [open, setOpen] = useState<Grant | 'new' | null>(null);
  const [everybody, setEverybody] = useState(false);
  const people = bySurname(setup.employees);
  const order = new Map(people.map((one, at) => [one.id, at]));
  const nameOf = (id: string) => setup.employees.find((one) => one.id === id)?.fullName ?? '';
  const rows = [...grants].sort(
    (one, other) =>
      (order.get(one.employeeId) ?? 0) - (order.get(other.employeeId) ?? 0) || other.from.localeCompare(one.from),
  );
  const fields: FieldPlan[] = [
    {
      name: 'employeeId',
      label: t('employee'),
      type: 'select',
      required: true,
      choices: people.filter((one) => one.state === 'active').map((one) => ({ value: one.id, label: one.fullName })),
    },
    { name: 'from', label: t('yearFrom'), type: 'date', required: true },
    { name: 'days', label: t('days'), hint: t('daysHint'), type: 'number', required: true },
    { name: 'note', label: t('grantNote'), type: 'text', maxLength: 500 },
  ];
  return (
    <>
      <RecordTable
        entity="vacation_grant"
        rows={rows}
        nameOf={(row) => nameOf(row.employeeId)}
        nameTitle={t('employee')}
        add={t('addGrant')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        tools={
          <ActionButton icon={<IconUsersPlus size={16} stroke={1.6} />} onClick={() => setEverybody(true)}>
            {t('grantAll')}
          </ActionButton>
        }
        columns={[
          { title: t('yearFrom'), cell: (row) => formatDate(row.from) },
          { title: t('days'), cell: (row) => row.days },
          { title: t('grantNote'), cell: (row) => row.note ?? '' },
        ]}
      />
      {open && (
        <RecordDialog
          entity="vacation_grant"
          title={open === 'new' ? t('addGrant') : nameOf(open.employeeId)}
          fields={fields}
          row={open === 'new' ? null : open}
          initial={{ days: 28, from: `${today.slice(0, 4)}-01-01` }}
          onClose={() => setOpen(null)}
        />
      )}
      {everybody && <GrantEverybody setup={setup} grants={grants} today={today} onClose={() => setEverybody(false)} />}
    </>
  );
}
