import { dayOf } from '#shared/commands/approval/branch-time.ts';
import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

type Standing = Pick<DocumentRow, 'branchId' | 'state' | 'doneOn'>;
type Moved = Partial<Pick<DocumentRow, 'state' | 'doneOn'>>;

/**
 * What else a change of state writes: a document that is done has the day on which it was carried out (`yyyy-mm-dd`; the day it is in its
 * branch, unless the change names one), and any other has none. Empty when the change leaves that as it is.
 */
export function* doneDay(
  tx: Transaction,
  context: Context,
  row: Standing,
  patch: Moved,
): Reading<Partial<Pick<DocumentRow, 'doneOn'>>> {
  const state = patch.state ?? row.state;
  if (state !== 'done') return notDone(row);
  if (patch.doneOn ?? row.doneOn) return {};
  return { doneOn: yield* dayOf(tx, context, row.branchId) };
}

/** Takes the day away from a document that is moved on, or back, from being done. */
export const notDone = (row: Pick<DocumentRow, 'doneOn'>): { doneOn?: null } => (row.doneOn ? { doneOn: null } : {});
