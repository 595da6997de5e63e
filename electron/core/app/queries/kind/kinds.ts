import { namesOf } from '#electron/core/app/queries/names.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const inOrder = 'ORDER BY position, label_key, id';

/** Kinds of which documents can be made, each with the version in force. */
export function kindList(db: Readable): QueryResult<'kind.list'> {
  const kinds = rowsOf(db, 'document_kind', `WHERE archivedAt IS NULL AND publishedVersion > 0 ${inOrder}`);
  return kinds.flatMap(({ id, key, base, label, labelEn, icon, createRoles, publishedVersion }) => {
    const version = versionOf(db, id, publishedVersion);
    if (!version) return [];
    const { id: versionId, number, form } = version;
    return [{ id, key, base, label, labelEn, icon, createRoles, versionId, number, form }];
  });
}

const versionOf = (db: Readable, kindId: string, number: number): RowOf<'document_kind_version'> | undefined =>
  rowsOf(db, 'document_kind_version', 'WHERE kindId = ? AND number = ?', kindId, number)[0];

/** One version with its kind. */
export function kindVersion(db: Readable, { versionId }: QueryArgs<'kind.version'>): QueryResult<'kind.version'> {
  const version = storedOf(db, 'document_kind_version', versionId)?.row;
  const kind = version && storedOf(db, 'document_kind', version.kindId)?.row;
  return version && kind ? { kind, number: version.number, form: version.form } : null;
}

/** All kinds with all their versions, the newest first. */
export function kindSetup(db: Readable): QueryResult<'kind.setup'> {
  const versions = rowsOf(db, 'document_kind_version', 'ORDER BY kindId, number DESC');
  const authors = namesOf(
    db,
    'employee',
    versions.map((one) => one.authorId),
  );
  const counted = prepared(db, 'SELECT count(*) FROM document WHERE kindId = ? AND kindVersionId = ?').pluck();
  return rowsOf(db, 'document_kind', inOrder).map((row) => {
    const own = versions.filter((one) => one.kindId === row.id);
    return {
      row,
      form: own[0]?.form ?? null,
      versions: own.map(({ id, number, publishedAt, note, authorId }) => ({
        ...{ id, number, publishedAt, note, authorName: authors.get(authorId) ?? null },
        documents: counted.get(row.id, id) as number,
      })),
    };
  });
}
