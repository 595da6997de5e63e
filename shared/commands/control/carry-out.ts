import { z } from 'zod';
import { dayOf } from '#shared/commands/approval/branch-time.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { livingLink } from '#shared/commands/contract/document-link.ts';
import { livingDocument } from '#shared/commands/contract/parts.ts';
import { openForControl } from '#shared/commands/control/on-control.ts';
import { checkMayChange, checkOwnPaper } from '#shared/commands/document.ts';
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
    checkOwnPaper('control.done', standing);
    // Two colleagues who say the same do not contradict each other.
    if (standing.state === 'done' && standing.doneOn === args.doneOn) {
      yield* tellOf(tx, context, standing, args, {});
      return {};
    }
    const row = yield* openForControl(tx, context, 'control.done', args.id);
    if (isContract(row.kind)) throw new Refusal('WRONG_STAGE', { state: row.state, to: 'done' });
    const today = yield* dayOf(tx, context, row.branchId);
    if (args.doneOn > today) throw new Refusal('BAD_INPUT', { field: 'doneOn', most: today });
    const patch = { state: 'done' as const, doneOn: args.doneOn };
    yield* checkMayChange(tx, row, { state: patch.state });
    tx.patch('document', row, patch);
    yield* tellOf(tx, context, row, args, patch);
    return {};
  },
});

/** Links the answer and writes the line of history, with what was changed; no line when there is nothing new to say. */
function* tellOf(
  tx: Transaction,
  context: Context,
  row: RowOf<'document'>,
  args: { note: string | null; answerId: string | null },
  patch: Partial<RowOf<'document'>>,
): Reading<void> {
  const isNew = args.answerId !== null && (yield* linkAnswer(tx, context, row, args.answerId));
  if (!isNew && !args.note && Object.keys(patch).length === 0) return;
  const told = { comment: args.note, doneDocumentId: args.answerId };
  recordHistory(tx, context, 'control.done', about(row), row, { ...patch, ...told });
}

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

/** The answer is written «in reply to» the document, once; whether it was not before. */
function* linkAnswer(tx: Transaction, context: Context, row: RowOf<'document'>, answerId: string): Reading<boolean> {
  if (answerId === row.id) throw new Refusal('BAD_INPUT', { field: 'answerId' });
  yield* livingDocument(tx, context, answerId);
  const link = { otherId: row.id, kind: 'reply' } as const;
  if (yield* livingLink(tx, answerId, link)) return false;
  tx.put('document_link', {
    id: tx.id(),
    ...{ ...link, documentId: answerId, authorId: context.userId },
    ...{ createdAt: context.occurredAt, archivedAt: null },
  });
  return true;
}
