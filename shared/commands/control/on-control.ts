import { z } from 'zod';
import { settle } from '#shared/commands/approval/settle.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { livingDocument } from '#shared/commands/contract/parts.ts';
import { checkMayChange, checkOwnPaper, checkReferences } from '#shared/commands/document.ts';
import { checkAccess } from '#shared/commands/kind/restrict.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { document } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const day = document.fields.date.schema;
const about = (args: { id: string }) => ({ entity: 'document', id: args.id });
/** States in which nothing has to be carried out any more. */
const ended: readonly string[] = ['done', 'void', 'refused'];

/** From now on somebody answers for carrying the document out by a day. `was`: the due day that the person saw. */
export const putOnControl = command({
  name: 'control.put',
  version: 1,
  args: z.object({
    id: z.string(),
    dueDate: day,
    responsibleId: z.string(),
    was: day.nullable(),
    comment: z.string().max(2_000).nullable(),
  }),
  about,
  *decide(tx, args, context) {
    const row = yield* openForControl(tx, context, 'control.put', args.id);
    yield* checkReferences(tx, context, { responsibleId: args.responsibleId });
    yield* checkAccess(tx, context, row, { responsibleId: args.responsibleId });
    const { dueDate, responsibleId, comment } = args;
    yield* setDue(tx, context, row, { was: args.was, dueDate, responsibleId }, { action: 'control.put', comment });
    return {};
  },
});

/** Another due day, or none at all: the document is taken off control. The reason stays in its history. */
export const moveDueDay = command({
  name: 'control.move',
  version: 1,
  args: z.object({
    id: z.string(),
    dueDate: day.nullable(),
    was: day.nullable(),
    reason: z.string().trim().min(1).max(2_000),
  }),
  about,
  *decide(tx, args, context) {
    const row = yield* openForControl(tx, context, 'control.move', args.id);
    const { dueDate, was, reason } = args;
    yield* setDue(tx, context, row, { was, dueDate }, { action: 'control.move', reason });
    return {};
  },
});

/** The document, if there is something to carry out in it. */
export function* openForControl(
  tx: Transaction,
  context: Context,
  name: string,
  id: string,
): Reading<RowOf<'document'>> {
  const row = yield* livingDocument(tx, context, id);
  checkOwnPaper(name, row);
  if (row.kind === 'template') throw new Refusal('DENIED', { command: name, kind: row.kind });
  if (ended.includes(row.state)) throw new Refusal('CONTROL_ENDED', { id, state: row.state });
  return row;
}

function* setDue(
  tx: Transaction,
  context: Context,
  row: RowOf<'document'>,
  wanted: { was: string | null; dueDate: string | null; responsibleId?: string },
  told: { action: string; comment?: string | null; reason?: string },
): Reading<void> {
  const { was, ...values } = wanted;
  // Two who move the same day do not overwrite each other unseen.
  if (row.dueDate !== was && row.dueDate !== values.dueDate)
    throw new Refusal('CONTROL_CHANGED', { id: row.id, dueDate: row.dueDate });
  if (values.dueDate !== null && values.dueDate < row.date)
    throw new Refusal('BAD_INPUT', { field: 'dueDate', least: row.date });
  const state = stateUnder(row, values.dueDate);
  const patch = { ...values, ...state };
  // What was agreed before the signing is history: whoever controls it may give it another day.
  const isSettled = Boolean(row.signedOn || row.registeredAt);
  yield* checkMayChange(tx, row, isSettled ? state : patch);
  tx.patch('document', row, patch);
  const { action, ...words } = told;
  recordHistory(tx, context, action, { entity: 'document', id: row.id }, row, { ...patch, ...words });
  yield* settle(tx, context, row.id);
}

/** What was only registered is being carried out now; with another day a late one is late no more, or is seen to be so when that passes. */
function stateUnder(row: RowOf<'document'>, dueDate: string | null): Partial<Pick<RowOf<'document'>, 'state'>> {
  const begins = row.state === 'reg' && dueDate !== null && row.signedOn == null;
  return begins || (row.state === 'late' && row.dueDate !== dueDate) ? { state: 'perform' } : {};
}
