import { actingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { fittingRoutes } from '#electron/core/app/queries/approval/fitting-routes.ts';
import { roundLine } from '#electron/core/app/queries/approval/rounds.ts';
import { versionLines } from '#electron/core/app/queries/approval/version-lines.ts';
import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { contentOf, hashSpec } from '#shared/domain/approval/content-hash.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Everything about the approval of a document; null when the document is not on this workstation. */
export function approvalView(
  db: Readable,
  { documentId }: QueryArgs<'approval.view'>,
  deps: QueryDeps,
): QueryResult<'approval.view'> {
  const document = storedOf(db, 'document', documentId)?.row;
  if (!document) return null;
  const attachments = rowsOf(db, 'attachment', 'WHERE documentId = ? ORDER BY id', documentId);
  const versions = rowsOf(db, 'document_version', 'WHERE documentId = ? ORDER BY id', documentId);
  const rounds = rowsOf(db, 'approval', 'WHERE documentId = ? ORDER BY startedAt DESC, id DESC', documentId);
  const decisions = rowsOf(db, 'decision', 'WHERE documentId = ? ORDER BY occurredAt DESC, id DESC', documentId);
  const staff = staffOf(db, deps);
  const content = contentOf(document, attachments);
  const acting = actingHere(db, deps, staff);
  const lines = rounds.map((round) =>
    roundLine(round, {
      staff,
      acting,
      now: deps.now(),
      tasks: rowsOf(db, 'approval_task', 'WHERE approvalId = ?', round.id),
      decisions,
      fileNames: new Map(attachments.map((file) => [file.id, file.name])),
    }),
  );
  return {
    hash: content.hash,
    hashSpec,
    versionNumber: numberOf(versions, content.hash),
    verified: content.verified,
    current: lines.find((round) => round.id === document.approvalId) ?? null,
    others: lines.filter((round) => round.id !== document.approvalId),
    versions: versionLines(versions, decisions, staff),
    routes: fittingRoutes(db, staff, document, deps.userId),
  };
}

/** The version that says this; the number it will get when none does yet. */
function numberOf(versions: readonly RowOf<'document_version'>[], hash: string): number {
  const known = versions.find((one) => one.hash === hash);
  return known?.number ?? versions.reduce((highest, one) => Math.max(highest, one.number), 0) + 1;
}
