import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { currentFiles } from '#shared/domain/approval/content-hash.ts';
import type { TemplateLine } from '#shared/queries/company.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Living templates by name, each with the newest version of its file: of several files the first one attached. */
export function templateList(db: Readable): QueryResult<'template.list'> {
  const templates = rowsOf(db, 'document', `WHERE kind = 'template' AND archivedAt IS NULL ORDER BY subject_key, id`);
  return templates.map((row): TemplateLine => {
    const files = currentFiles(rowsOf(db, 'attachment', 'WHERE documentId = ? ORDER BY createdAt, id', row.id));
    const file = files.find(({ name }) => /\.docx$/i.test(name)) ?? files[0];
    return {
      documentId: row.id,
      title: row.subject,
      contractType: row.contractType ?? null,
      kinds: row.templateKinds ?? null,
      attachment: file ? { id: file.id, name: file.name, sha256: file.sha256, version: file.version ?? 1 } : null,
    };
  });
}
