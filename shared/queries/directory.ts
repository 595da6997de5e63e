import { z } from 'zod';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

/** The small tables every page needs: the organization, its branches and employees. */
export const directory = query<{
  organization: RowOf<'organization'> | null;
  branches: RowOf<'branch'>[];
  employees: RowOf<'employee'>[];
  departments: RowOf<'department'>[];
  labels: string[];
}>()({ name: 'directory', args: z.object({}), entities: ['organization', 'branch', 'employee', 'department'] });

/** The person's saved views of a register, in their order. */
export const viewList = query<RowOf<'saved_view'>[]>()({
  name: 'view.list',
  args: z.object({ page: z.string() }),
  entities: ['saved_view'],
});
