import { useState } from 'react';
import { PersonLine } from '#renderer/components/person-line.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';

type Department = Setup['departments'][number];

/** Departments with their heads: «руководитель» in a route is found here. */
export function Departments({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const [open, setOpen] = useState<Department | 'new' | null>(null);
  const people = bySurname(setup.employees.filter((one) => one.state === 'active'));
  const personOf = (id: string | null) => setup.employees.find((one) => one.id === id);
  const fields: FieldPlan[] = [
    { name: 'name', label: t('name'), type: 'text', required: true, maxLength: 200 },
    {
      name: 'branchId',
      label: t('branch'),
      type: 'select',
      required: true,
      choices: setup.branches.map((one) => ({ value: one.id, label: one.name })),
    },
    {
      name: 'headId',
      label: t('head'),
      type: 'select',
      clearable: true,
      choices: people.map((one) => ({ value: one.id, label: `${one.fullName}, ${one.position}` })),
    },
    {
      name: 'parentId',
      label: t('parent'),
      type: 'select',
      clearable: true,
      choices: setup.departments
        .filter((one) => open === 'new' || one.id !== open?.id)
        .map((one) => ({ value: one.id, label: one.name })),
    },
  ];
  return (
    <>
      <RecordTable
        entity="department"
        rows={setup.departments}
        nameOf={(row) => row.name}
        nameTitle={t('name')}
        add={t('addDepartment')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        archives
        columns={[
          { title: t('branch'), cell: (row) => setup.branches.find((one) => one.id === row.branchId)?.name },
          {
            title: t('head'),
            cell: (row) => {
              const head = personOf(row.headId);
              return head ? <PersonLine id={head.id} name={head.fullName} /> : t('noHead');
            },
          },
          {
            title: t('people'),
            cell: (row) =>
              setup.employees.filter((one) => one.departmentId === row.id && one.state === 'active').length,
          },
          { title: t('parent'), cell: (row) => setup.departments.find((one) => one.id === row.parentId)?.name },
        ]}
      />
      {open && (
        <RecordDialog
          entity="department"
          title={open === 'new' ? t('addDepartment') : open.name}
          fields={fields}
          row={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
