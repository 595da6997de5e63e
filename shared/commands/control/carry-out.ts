import { z } from 'zod';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { livingDocument } from '#shared/commands/contract/parts.ts';
import { openForControl } from '#shared/commands/control/on-control.ts';
import { checkMayChange, checkOwnPaper, openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { document, isContract } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const about = (args: { id: string }) => ({ entity: 'document', id: args.id });

/** The document has been carried out on a day, with a word about it or the document that answers it. A contract has stages for that. */
export const carryOut = command({
  name: 'control.done',
  version: 1,
  args: z.object({
    id: z.string(),
    doneOn: document.fields.date.schema,
    note: z.string().max(2_000).nullable(),
    answerId: z.string().nullable(),
  }),
  about,
  *decide(tx, args, context) {
    const standing = yield* livingDocument(tx, context, args.id);
    // Two colleagues who say the same do not contradict each other.
    if (standing.state === 'done' && standing.doneOn === args.doneOn) return {};
    const row = yield* openForControl(tx, context, 'control.done', args.id);
    if (isContract(row.kind)) throw new Refusal('WRONG_STAGE', { state: row.state, to: 'done' });
    const today = yield* todayIn(tx, row.branchId, context.occurredAt);
    if (args.doneOn > today) throw new Refusal('BAD_INPUT', { field: 'doneOn', most: today });
    const patch = { state: 'done' as const, doneOn: args.doneOn };
    yield* checkMayChange(tx, row, { state: patch.state });
    if (args.answerId) yield* linkAnswer(tx, context, row, args.answerId);
    tx.patch('document', row, patch);
    const told = { comment: args.note, doneDocumentId: args.answerId };
    recordHistory(tx, context, 'control.done', about(args), row, { ...patch, ...told });
    return {};
  },
});

/** It turned out not to be done: it is being carried out again, under the due day it had. */
export const takeUpAgain = command({
  name: 'control.reopen',
  version: 1,
  args: z.object({ id: z.string(), reason: z.string().trim().min(1).max(2_000) }),
  about,
  *decide(tx, args, context) {
    const row = yield* livingDocument(tx, context, args.id);
    checkOwnPaper('control.reopen', row);
    if (row.state !== 'done') return {};
    if (isContract(row.kind)) throw new Refusal('WRONG_STAGE', { state: row.state, to: 'perform' });
    const patch = { state: 'perform' as const, doneOn: null };
    yield* checkMayChange(tx, row, { state: patch.state });
    tx.patch('document', row, patch);
    const { reason } = args;
    recordHistory(tx, context, 'control.reopen', about(args), row, { ...patch, reason });
    return {};
  },
});

/** The answer is written «in reply to» the document, once. */
function* linkAnswer(tx: Transaction, context: Context, row: RowOf<'document'>, answerId: string): Reading<void> {
  if (answerId === row.id) throw new Refusal('BAD_INPUT', { field: 'answerId' });
  yield* openDocument(tx, context, answerId);
  const links = yield* tx.list('document_link', 'document', answerId, 1_000);
  if (links.some((one) => one.otherId === row.id && one.kind === 'reply' && one.archivedAt === null)) return;
  tx.put('document_link', {
    id: tx.id(),
    ...{ documentId: answerId, otherId: row.id, kind: 'reply', authorId: context.userId },
    ...{ createdAt: context.occurredAt, archivedAt: null },
  });
}
