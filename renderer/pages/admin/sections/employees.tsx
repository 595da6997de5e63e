import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { bySurname } from '#renderer/pages/admin/by-surname.ts';
import { IssuePassword } from '#renderer/pages/admin/issue-password.tsx';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import type { FieldPlan } from '#renderer/pages/admin/record-form.ts';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import type { Setup } from '#renderer/pages/admin/setup.ts';
import { roles } from '#shared/domain/employee.ts';

type Employee = Setup['employees'][number];

/** People, their places, roles and sight; an account's password is issued here. */
export function Employees({ setup }: { setup: Setup }) {
  const t = useWords('admin');
  const session = useWords('session');
  const [open, setOpen] = useState<Employee | 'new' | null>(null);
  const [issuing, setIssuing] = useState<Employee | null>(null);
  const branchName = (id: string) => setup.branches.find((one) => one.id === id)?.name ?? '';
  const departmentName = (id: string | null | undefined) => setup.departments.find((one) => one.id === id)?.name ?? '';
  const branches = setup.branches.map((one) => ({ value: one.id, label: one.name }));
  const fields: FieldPlan[] = [
    { name: 'fullName', label: t('fullName'), type: 'text', required: true, maxLength: 200 },
    { name: 'position', label: t('position'), type: 'text', required: true, maxLength: 200 },
    { name: 'branchId', label: t('branch'), type: 'select', required: true, choices: branches },
    {
      name: 'departmentId',
      label: t('department'),
      type: 'select',
      clearable: true,
      choices: setup.departments
        .filter((one) => one.archivedAt === null)
        .map((one) => ({ value: one.id, label: one.name })),
    },
    { name: 'login', label: t('login'), type: 'text', required: true, hint: t('loginHint'), maxLength: 60 },
    {
      name: 'roles',
      label: t('roles'),
      type: 'many',
      required: true,
      choices: roles.map((role) => ({ value: role, label: session(`role_${role}`) })),
    },
    { name: 'everything', label: t('everything'), hint: t('everythingHint'), type: 'flag' },
    { name: 'email', label: t('email'), type: 'text', maxLength: 200 },
    { name: 'phone', label: t('phone'), type: 'text', maxLength: 40 },
    {
      name: 'state',
      label: t('state'),
      type: 'select',
      required: true,
      choices: [
        { value: 'active', label: t('active') },
        { value: 'blocked', label: t('blocked') },
      ],
    },
  ];
  return (
    <>
      <RecordTable
        entity="employee"
        rows={bySurname(setup.employees)}
        nameOf={(row) => row.fullName}
        nameTitle={t('fullName')}
        add={t('addEmployee')}
        onAdd={() => setOpen('new')}
        onOpen={setOpen}
        columns={[
          { title: t('position'), cell: (row) => row.position },
          { title: t('branch'), cell: (row) => branchName(row.branchId) },
          { title: t('department'), cell: (row) => departmentName(row.departmentId) },
          { title: t('roles'), cell: (row) => row.roles.map((role) => session(`role_${role}`)).join(', ') },
          { title: t('state'), cell: (row) => (row.state === 'active' ? t('active') : t('blocked')) },
        ]}
        acts={(row) => (
          <IconButton label={`${t('issuePassword')}: ${row.fullName}`} onClick={() => setIssuing(row)}>
            <IconKey size={16} stroke={1.6} />
          </IconButton>
        )}
      />
      {open && (
        <RecordDialog
          entity="employee"
          title={open === 'new' ? t('addEmployee') : open.fullName}
          fields={fields}
          row={open === 'new' ? null : { ...open, everything: open.branchAccess === null }}
          translate={({ everything, ...values }) =>
            everything === undefined ? values : { ...values, branchAccess: everything ? null : [] }
          }
          initial={{ state: 'active', everything: false, roles: ['clerk'] }}
          onClose={() => setOpen(null)}
        />
      )}
      {issuing && <IssuePassword employee={issuing} onClose={() => setIssuing(null)} />}
    </>
  );
}
