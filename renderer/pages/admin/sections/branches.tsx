import { useState } from 'react';
import { offsetAt, zoneLabel } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { zones } from '#renderer/pages/admin/zones.ts';

type Branch = Setup['branches'][number];

/** Branches: the zone of each decides when its people work and when their deadlines end. */
export function Branches({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const common = useWords('common');
  const [open, setOpen] = useState<Branch | 'new' | null>(null);
  const fields: FieldPlan[] = [
    { name: 'name', label: t('name'), type: 'text', required: true, maxLength: 200 },
    { name: 'code', label: t('code'), type: 'text', required: true, hint: t('codeHint'), maxLength: 10 },
    { name: 'city', label: t('city'), type: 'text', required: true, maxLength: 100 },
    {
      name: 'zone',
      label: t('zone'),
      type: 'select',
      required: true,
      choices: zones.map(({ zone, minutes }) => ({
        value: zone,
        label: `${zone}, ${zoneLabel(minutes, common('moscow'))}`,
      })),
    },
    { name: 'position', label: t('order'), type: 'number' },
  ];
  return (
    <>
      <RecordTable
        entity="branch"
        rows={setup.branches}
        nameOf={(row) => row.name}
        nameTitle={t('name')}
        add={t('addBranch')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        columns={[
          { title: t('code'), cell: (row) => row.code },
          { title: t('city'), cell: (row) => row.city },
          { title: t('zone'), cell: (row) => zoneLabel(offsetAt(row.offsets, Date.now()), common('moscow')) },
          {
            title: t('people'),
            cell: (row) => setup.employees.filter((one) => one.branchId === row.id && one.state === 'active').length,
          },
        ]}
      />
      {open && (
        <RecordDialog
          entity="branch"
          title={open === 'new' ? t('addBranch') : open.name}
          fields={fields}
          row={open === 'new' ? null : open}
          initial={{ zone: 'Europe/Moscow', position: setup.branches.length + 1 }}
          // A branch that moves to another zone keeps the offsets it had until today.
          translate={(values) => {
            const minutes = zones.find((one) => one.zone === values['zone'])?.minutes;
            if (minutes === undefined) return values;
            const before = open === 'new' ? [] : open.offsets;
            const from = before.length > 0 ? Date.now() : null;
            return { ...values, offsets: [...before, { from, minutes }] };
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
