import { z } from 'zod';
import type { RowOf } from '#shared/domain/registry.ts';
import { query } from '#shared/queries/query.ts';

/** Kept mappings of tables to fields, the newest first. */
export const mappingList = query<RowOf<'import_mapping'>[]>()({
  name: 'import_mapping.list',
  args: z.object({}),
  entities: ['import_mapping'],
});
