import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Kept mappings of tables, the newest first. */
export const mappingList = (db: Readable): QueryResult<'import_mapping.list'> =>
  rowsOf(db, 'import_mapping', 'ORDER BY createdAt DESC, id DESC');
