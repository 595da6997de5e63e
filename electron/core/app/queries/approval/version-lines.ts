import { differingFields, differingFiles } from '#electron/core/app/queries/approval/content-difference.ts';
import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { VersionLine } from '#shared/queries/approval.ts';

/** Versions of a document, newest first. Two workstations may have numbered alike until the centre has spoken. */
export function versionLines(
  versions: readonly RowOf<'document_version'>[],
  decisions: readonly RowOf<'decision'>[],
  staff: Staff,
): VersionLine[] {
  const ordered = versions.toSorted((one, other) => one.number - other.number || (one.id < other.id ? -1 : 1));
  const lines = ordered.map((row, at): VersionLine => {
    const before = ordered[at - 1];
    const said = decisions.filter((one) => one.hash === row.hash && one.state !== 'revoked');
    const count = (verdict: RowOf<'decision'>['verdict']) => said.filter((one) => one.verdict === verdict).length;
    return {
      id: row.id,
      number: row.number,
      hash: row.hash,
      author: staff.person(row.authorId),
      occurredAt: row.occurredAt,
      receivedAt: row.receivedAt,
      note: row.note,
      files: row.files,
      changed: {
        fields: before ? differingFields(before, row).map((one) => one.field) : [],
        files: before ? differingFiles(before, row).map((one) => (one.to ?? one.from)?.name ?? '') : [],
      },
      decisions: {
        approve: count('approve'),
        remark: count('remark'),
        return: count('return'),
        reject: count('reject'),
      },
    };
  });
  return lines.reverse();
}
