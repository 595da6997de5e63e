import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** All case files with how much lies in each. */
export function caseFileList(db: Readable): QueryResult<'case_file.list'> {
  const filed = `SELECT caseFileId, count(*) FROM registration
    WHERE caseFileId IS NOT NULL AND voidedAt IS NULL GROUP BY caseFileId`;
  const documents = new Map(prepared(db, filed).raw().all() as [string, number][]);
  return rowsOf(db, 'case_file', 'ORDER BY year DESC, "index", id').map((file) => ({
    file,
    documents: documents.get(file.id) ?? 0,
  }));
}
