import { useState } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { RecurringDay } from '#renderer/pages/admin/sections/portal/recurring-day.tsx';
import { RecurringValues } from '#renderer/pages/admin/sections/portal/recurring-values.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { useSession } from '#renderer/state/session.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { valueProblems } from '#shared/domain/form/value-problems.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Line = QueryResult<'service.setup'>['recurring'][number];
const rhythms = ['day', 'week', 'month', 'quarter'] as const;

/** Requests that come by themselves: of which service, with what filled in, and when. */
export function Recurring({ setup }: { setup: Setup }) {
  const t = useWords('builder');
  const common = useWords('common');
  const today = useClock().today();
  const portal = useQuery('service.setup', {}).data;
  const userId = useSession((session) => session.state?.user?.id ?? '');
  const [open, setOpen] = useState<Line | 'new' | null>(null);
  const rows = portal?.recurring ?? [];
  const services = (portal?.services ?? []).filter((one) => one.published !== null);
  const formOf = (id: unknown) => services.find((one) => one.id === id)?.published?.form ?? null;
  const people = bySurname(setup.employees.filter((one) => one.state === 'active'));
  const when = (row: Line): string =>
    t(`every_${row.every}`, {
      day: row.every === 'week' ? common(`weekday${(row.day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`) : row.day,
    });
  const fields: FieldPlan[] = [
    { name: 'title', label: t('recurringTitle'), type: 'text', required: true, maxLength: 300 },
    {
      name: 'serviceId',
      label: t('service'),
      type: 'select',
      required: true,
      choices: services.filter((one) => one.archivedAt === null).map((one) => ({ value: one.id, label: one.name })),
    },
    {
      name: 'requesterId',
      label: t('requester'),
      type: 'select',
      required: true,
      choices: people.map((one) => ({ value: one.id, label: one.fullName })),
    },
    {
      name: 'values',
      label: t('values'),
      type: 'own',
      empty: {},
      fault: (value, values) => {
        const form = formOf(values['serviceId']);
        return form && valueProblems(form, value).length > 0 ? t('valuesWrong') : null;
      },
      render: (field) => (
        <RecurringValues
          form={formOf(field.values['serviceId'])}
          value={field.value as Record<string, unknown>}
          onChange={field.onChange}
          error={field.error}
        />
      ),
    },
    {
      name: 'every',
      label: t('rhythm'),
      type: 'select',
      required: true,
      choices: rhythms.map((one) => ({ value: one, label: t(`rhythm_${one}`) })),
    },
    {
      name: 'day',
      label: t('day'),
      type: 'own',
      empty: 1,
      render: (field) => (
        <RecurringDay
          every={field.values['every'] as Line['every']}
          value={Number(field.value) || 1}
          onChange={field.onChange}
          today={today}
        />
      ),
    },
    { name: 'workingDay', label: t('workingDay'), hint: t('workingDayHint'), type: 'flag' },
    { name: 'until', label: t('until'), type: 'date' },
  ];
  return (
    <>
      <RecordTable
        entity="recurring_ticket"
        rows={rows}
        nameOf={(row) => row.title}
        nameTitle={t('recurringTitle')}
        add={t('addRecurring')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        columns={[
          { title: t('service'), cell: (row) => portal?.services.find((one) => one.id === row.serviceId)?.name ?? '' },
          {
            title: t('requester'),
            cell: (row) => setup.employees.find((one) => one.id === row.requesterId)?.fullName ?? '',
          },
          { title: t('rhythm'), cell: when },
          {
            title: t('nextOn'),
            cell: (row) =>
              row.archivedAt !== null || (row.until && row.until < row.nextOn) ? t('over') : formatDate(row.nextOn),
          },
        ]}
      />
      {open && (
        <RecordDialog
          entity="recurring_ticket"
          title={open === 'new' ? t('addRecurring') : open.title}
          fields={fields}
          row={open === 'new' ? null : open}
          initial={{ every: 'month', requesterId: userId, workingDay: true }}
          translate={(values) => {
            const form = formOf(values['serviceId'] ?? (open === 'new' ? null : open.serviceId));
            return form && values['values'] ? { ...values, values: formValues(form, values['values']) } : values;
          }}
          width={600}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
