import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import { sameValue } from '#shared/lib/canonical.ts';

type Access = Partial<Pick<DocumentRow, 'isConfidential' | 'readers' | 'responsibleId'>>;

/**
 * Refuses a change of who may see a document to all but its author, whoever answers for it, and administrators; readers must exist. Who
 * answers for a confidential one is such a change: they see it, and decide who else does.
 */
export function* checkAccess(
  tx: Transaction,
  context: Context,
  row: Pick<DocumentRow, 'authorId' | 'responsibleId' | 'isConfidential' | 'readers'>,
  patch: Access,
): Reading<void> {
  const confides = patch.isConfidential !== undefined && Boolean(patch.isConfidential) !== Boolean(row.isConfidential);
  const lets = patch.readers !== undefined && !sameValue(patch.readers ?? [], row.readers ?? []);
  const hands =
    Boolean(row.isConfidential) &&
    patch.responsibleId !== undefined &&
    (patch.responsibleId ?? null) !== (row.responsibleId ?? null);
  if (!confides && !lets && !hands) return;
  const { actor } = context;
  const isTheirs = actor === null || row.authorId === actor.id || row.responsibleId === actor.id;
  if (!isTheirs && !actor.roles.includes('administrator')) throw new Refusal('DENIED', { fields: Object.keys(patch) });
  for (const id of patch.readers ?? []) {
    if (row.readers?.includes(id)) continue;
    const reader = yield* tx.get('employee', id);
    if (reader === 'absent') throw new Refusal('NOT_FOUND', { entity: 'employee', id });
  }
}
