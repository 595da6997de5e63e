import { z } from 'zod';
import { adminCommands } from '#shared/commands/company/admin-commands.ts';
import { branch } from '#shared/domain/branch.ts';
import { department } from '#shared/domain/company/department.ts';
import { employee } from '#shared/domain/employee.ts';
import { Refusal } from '#shared/domain/error.ts';

const roles = ['administrator'] as const;
const filled = z.string().trim().min(1);

const branchForm = z.object({
  code: branch.fields.code.schema.pipe(filled),
  name: branch.fields.name.schema.pipe(filled),
  city: branch.fields.city.schema,
  zone: branch.fields.zone.schema,
  offsets: branch.fields.offsets.schema,
  schedule: branch.fields.schedule.schema.optional(),
  position: branch.fields.position.schema,
});

export const branchCommands = adminCommands(branchForm, { entity: 'branch', roles, made: () => ({}) });

const departmentForm = z.object({
  name: department.fields.name.schema.pipe(filled),
  branchId: department.fields.branchId.schema,
  headId: department.fields.headId.schema,
  parentId: department.fields.parentId.schema,
});

export const departmentCommands = adminCommands(departmentForm, {
  entity: 'department',
  roles,
  made: () => ({ archivedAt: null }),
  *check(tx, values, row) {
    if (values.branchId) yield* tx.existing('branch', values.branchId);
    if (values.headId) yield* tx.existing('employee', values.headId);
    // A department above itself would have no head.
    let above = values.parentId ?? null;
    for (let depth = 0; above !== null && depth < 50; depth += 1) {
      if (row && above === row.id) throw new Refusal('BAD_INPUT', { field: 'parentId' });
      above = (yield* tx.existing('department', above)).parentId;
    }
  },
});

const { fields } = employee;
const employeeForm = z.object({
  fullName: fields.fullName.schema.pipe(filled),
  position: fields.position.schema,
  branchId: fields.branchId.schema,
  departmentId: fields.departmentId.schema.optional(),
  login: fields.login.schema.pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,58}$/)),
  roles: fields.roles.schema.refine((given) => given.length > 0),
  branchAccess: fields.branchAccess.schema,
  email: fields.email.schema,
  phone: fields.phone.schema,
  state: fields.state.schema,
});

export const employeeCommands = adminCommands(employeeForm, {
  entity: 'employee',
  roles,
  made: () => ({}),
  *check(tx, values, row) {
    if (values.branchId) yield* tx.existing('branch', values.branchId);
    if (values.departmentId) yield* tx.existing('department', values.departmentId);
    if (values.login === undefined) return;
    const same = yield* tx.byKey('employee', 'login', values.login);
    if (same && same.id !== row?.id) throw new Refusal('ALREADY_EXISTS', { entity: 'employee', login: values.login });
  },
});
