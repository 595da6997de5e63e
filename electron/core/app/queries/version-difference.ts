import { differingFields, differingFiles } from '#electron/core/app/queries/approval/content-difference.ts';
import { nameBehind, namesBehind } from '#electron/core/app/queries/names.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { ContentFile } from '#shared/domain/approval/content-hash.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** What differs between two versions of a document, given by their numbers; null when one of them is not here. */
export function versionDifference(
  db: Readable,
  { documentId, from, to }: QueryArgs<'version.difference'>,
): QueryResult<'version.difference'> {
  const versions = rowsOf(db, 'document_version', 'WHERE documentId = ? ORDER BY id', documentId);
  const [before, after] = [from, to].map((number) => versions.find((one) => one.number === number));
  if (!before || !after) return null;
  const fields = differingFields(before, after);
  const names = namesBehind(
    db,
    fields.flatMap(({ field, from: old, to: now }) => [old, now].map((value) => ({ field, value }))),
  );
  return {
    fields: fields.map((change) => {
      const fromName = nameBehind(names, change.from);
      const toName = nameBehind(names, change.to);
      return { ...change, ...(fromName ? { fromName } : {}), ...(toName ? { toName } : {}) };
    }),
    files: differingFiles(before, after).map((file) => ({
      group: file.group,
      from: shown(file.from),
      to: shown(file.to),
    })),
  };
}

const shown = (file: ContentFile | null) =>
  file && { attachmentId: file.attachmentId, name: file.name, sha256: file.sha256 };
