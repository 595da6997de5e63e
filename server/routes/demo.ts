import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '#server/plugins/context.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import { accountsOf } from '#server/store/accounts.ts';
import { listOrganizations } from '#server/store/organizations.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** People of the demo company for login in one click. The route does not exist on a server that is no demo. */
export function demoRoutes(app: FastifyInstance, context: ServerContext): void {
  if (!context.demo) return;
  const { pool, store } = context;
  app.get('/demo/accounts', async () => {
    const people: { login: string; fullName: string; position: string; branch: string; password: string }[] = [];
    for (const org of await listOrganizations(pool)) {
      const accounts = await accountsOf(pool, org);
      await store.read(org, async (tx) => {
        const employees = await tx.getMany(
          'employee',
          accounts.map((account) => account.employeeId),
        );
        const branches = await tx.getMany('branch', await tx.idsOf('branch'));
        for (const { employeeId, login } of accounts) {
          const employee = employees.get(employeeId)?.row as RowOf<'employee'> | undefined;
          if (employee?.state !== 'active') continue;
          const branch = branches.get(employee.branchId)?.row as RowOf<'branch'> | undefined;
          const { fullName, position } = employee;
          people.push({ login, fullName, position, branch: branch?.name ?? '', password: demoPassword });
        }
      });
    }
    return people;
  });
}
