import { sha256Of } from '#build/company/attachments.ts';
import type { FilesOf } from '#build/company/draft.ts';
import { documentFiles } from '#build/company/files/document-files.ts';
import { type CompanyOptions, generateCompany } from '#build/company/generate.ts';

export interface StoredFile {
  sha256: string;
  bytes: Uint8Array;
}

/** A maker of files to hand to `generateCompany`, and what it has made, each file once. */
export function collectFiles(): { filesOf: FilesOf; files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  const filesOf: FilesOf = (draft) => {
    const made = documentFiles(draft);
    for (const { bytes } of made) files.set(sha256Of(bytes), bytes);
    return made;
  };
  return { filesOf, files };
}

/** Bytes of every attachment of the demo company. */
export function* demoFiles(options: Omit<CompanyOptions, 'filesOf'>): Iterable<StoredFile> {
  const { filesOf, files } = collectFiles();
  const given = new Set<string>();
  for (const { entity, row } of generateCompany({ ...options, filesOf })) {
    const sha256 = entity === 'attachment' ? String(row['sha256']) : '';
    const bytes = files.get(sha256);
    if (bytes === undefined || given.has(sha256)) continue;
    given.add(sha256);
    yield { sha256, bytes };
  }
}
