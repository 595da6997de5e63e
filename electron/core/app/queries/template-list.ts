import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { definitionOf } from '#electron/core/app/queries/service/published.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { currentFiles } from '#shared/domain/approval/content-hash.ts';
import type { TemplateLine } from '#shared/queries/company.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Living templates by name, each with the newest version of its file: of several files the first one attached. */
export function templateList(db: Readable): QueryResult<'template.list'> {
  const templates = rowsOf(db, 'document', `WHERE kind = 'template' AND archivedAt IS NULL ORDER BY subject_key, id`);
  const services = servicesByPaper(db);
  return templates.map((row): TemplateLine => {
    const files = currentFiles(rowsOf(db, 'attachment', 'WHERE documentId = ? ORDER BY createdAt, id', row.id));
    const file = files.find(({ name }) => /\.docx$/i.test(name)) ?? files[0];
    return {
      documentId: row.id,
      title: row.subject,
      contractType: row.contractType ?? null,
      kinds: row.templateKinds ?? null,
      services: services.get(row.id) ?? [],
      attachment: file ? { id: file.id, name: file.name, sha256: file.sha256, version: file.version ?? 1 } : null,
    };
  });
}

/** Names of living services by the template of their print form, as they are published and as they are being changed. */
function servicesByPaper(db: Readable): Map<string, string[]> {
  const papers = new Map<string, string[]>();
  for (const one of rowsOf(db, 'service', 'WHERE archivedAt IS NULL ORDER BY position, name_key, id')) {
    const published = one.publishedVersion > 0 ? definitionOf(db, one.id, one.publishedVersion) : null;
    for (const paper of new Set([published?.printTemplateId, one.draft?.printTemplateId]))
      if (paper) papers.set(paper, [...(papers.get(paper) ?? []), one.name]);
  }
  return papers;
}
