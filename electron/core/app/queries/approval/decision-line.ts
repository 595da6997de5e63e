import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { DecisionLine } from '#shared/queries/approval.ts';

/** A standing decision counts while it carries the hash of the content in force; on an earlier version it is kept only. */
export function standingOf(
  one: Pick<RowOf<'decision'>, 'state' | 'hash'>,
  hashInForce: string,
): DecisionLine['standing'] {
  if (one.state !== 'standing') return one.state;
  return one.hash === hashInForce ? 'inForce' : 'outdated';
}

/** An agreement in force: what a round counts. */
export const isAgreement = (one: RowOf<'decision'>, hashInForce: string): boolean =>
  standingOf(one, hashInForce) === 'inForce' && (one.verdict === 'approve' || one.verdict === 'remark');

export function decisionLine(
  row: RowOf<'decision'>,
  hashInForce: string,
  staff: Staff,
  fileNames: ReadonlyMap<string, string>,
): DecisionLine {
  const fileName = fileNames.get(row.attachmentId ?? '');
  return {
    id: row.id,
    verdict: row.verdict,
    standing: standingOf(row, hashInForce),
    actor: staff.person(row.actorId),
    insteadOf: row.actorId === row.employeeId ? null : staff.person(row.employeeId),
    comment: row.comment,
    attachment: row.attachmentId !== null && fileName !== undefined ? { id: row.attachmentId, name: fileName } : null,
    versionNumber: row.versionNumber,
    hash: row.hash,
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt,
  };
}
