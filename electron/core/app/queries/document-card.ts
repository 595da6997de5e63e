import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import { nameOf, namesOf } from '#electron/core/app/queries/names.ts';
import { namesAmong } from '#electron/core/app/queries/names-among.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptOfOne } from '#electron/core/app/queries/receipts.ts';
import { openConflicts, rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import { type FileFacts, factsOf } from '#electron/core/files/file-table.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { groupOf } from '#shared/domain/approval/content-hash.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { AttachmentInfo, DocumentCard } from '#shared/queries/document.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Attachment = RowOf<'attachment'>;

/** Everything the card of a document shows; null when the document is not on this workstation. */
export function documentCard(
  db: Readable,
  { id }: QueryArgs<'document.card'>,
  deps: QueryDeps,
): QueryResult<'document.card'> {
  const stored = storedOf(db, 'document', id);
  if (!stored) return null;
  const { row, v, at } = stored;
  return {
    document: row,
    counterparty: partyOf(db, deps, row.counterpartyId),
    responsibleName: nameOf(db, 'employee', row.responsibleId),
    authorName: nameOf(db, 'employee', row.authorId),
    attachments: attachmentsOf(db, id),
    lines: rowsOf(db, 'document_line', 'WHERE documentId = ? ORDER BY position, id', id),
    conflicts: openConflicts(db, id),
    ownKind: ownKindOf(db, row.kindVersionId),
    names: Object.fromEntries(namesAmong(db, [row.custom ?? null])),
    receipt: receiptOfOne(db, deps, { id, v, at }),
  };
}

/** The record that stands for the one the document names. */
const partyOf = (db: Readable, deps: QueryDeps, id: string | null): DocumentCard['counterparty'] =>
  id === null ? null : (storedOf(db, 'counterparty', familiesOf(db, deps).standing(id))?.row ?? null);

function ownKindOf(db: Readable, versionId: string | null | undefined): DocumentCard['ownKind'] {
  const version = versionId ? storedOf(db, 'document_kind_version', versionId)?.row : undefined;
  const kind = version && storedOf(db, 'document_kind', version.kindId)?.row;
  if (!kind) return null;
  const { label, labelEn, editRoles } = kind;
  return { label, labelEn, editRoles, version: version.number, form: version.form };
}

/** Archived files too: the card shows them under a line of their own. */
function attachmentsOf(db: Readable, documentId: string): AttachmentInfo[] {
  const rows = rowsOf(db, 'attachment', 'WHERE documentId = ? ORDER BY createdAt, id', documentId);
  const authors = namesOf(
    db,
    'employee',
    rows.map((row) => row.authorId),
  );
  const known = (sha256: string) => factsOf(db, sha256);
  const versions = versionsByGroup(rows);
  return rows.map(({ documentId: _documentId, authorId, ...row }) => ({
    id: row.id,
    name: row.name,
    size: row.size,
    mime: row.mime,
    sha256: row.sha256,
    authorName: authors.get(authorId) ?? null,
    createdAt: row.createdAt,
    verifiedAt: row.verifiedAt,
    archivedAt: row.archivedAt,
    place: placeOf(known(row.sha256)),
    ...(row.verifiedAt === null && known(row.sha256)?.problem === 'FILE_REFUSED' ? { refused: true as const } : {}),
    ...versionOf(row, versions.get(groupOf(row)) ?? []),
  }));
}

type Version = Pick<AttachmentInfo, 'group' | 'version' | 'note' | 'purpose' | 'ofId' | 'superseded' | 'parallel'>;

/** Where a file stands among the versions of its group, which come oldest first. */
function versionOf(row: Omit<Attachment, 'documentId' | 'authorId'>, versions: readonly Attachment[]): Version {
  const place = versions.findIndex((one) => one.id === row.id);
  const before = versions[place - 1];
  return {
    group: groupOf(row),
    version: row.version ?? 1,
    note: row.note ?? null,
    purpose: row.purpose ?? 'text',
    ofId: row.ofId ?? null,
    superseded: versions.slice(place + 1).some((one) => one.archivedAt === null),
    parallel: before !== undefined && row.basedOnId != null && row.basedOnId !== before.id,
  };
}

function versionsByGroup(rows: readonly Attachment[]): Map<string, Attachment[]> {
  const groups = Map.groupBy(rows, groupOf);
  for (const group of groups.values()) {
    group.sort((one, other) => (one.version ?? 1) - (other.version ?? 1) || (one.id < other.id ? -1 : 1));
  }
  return groups;
}

/** On its way here: asked for or pinned, and nothing stops it. */
const placeOf = (file: FileFacts | undefined): AttachmentInfo['place'] => {
  if (file?.here === 1) return 'here';
  const wanted = file && (file.pinned === 1 || file.wanted_at !== null);
  return wanted && file.paused === 0 && file.problem === null ? 'way' : 'centre';
};
