import { z } from 'zod';
import { isOpen, settleRound } from '#shared/commands/approval/settle.ts';
import { contentNow } from '#shared/commands/approval/version.ts';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { isOpen as isUnderWay } from '#shared/domain/service/ticket.ts';

/** Takes one's own decision back while nobody has decided further on because of it. */
export const revokeDecision = command({
  name: 'decision.revoke',
  version: 1,
  args: z.object({ id: z.string(), documentId: z.string() }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    const row = yield* tx.existing('decision', args.id);
    if (row.actorId !== context.userId || row.documentId !== document.id) throw new Refusal('NOT_YOUR_TURN', {});
    if (row.state === 'late' || row.state === 'revoked') return {};
    const round = yield* tx.existing('approval', row.approvalId);
    const task = yield* tx.existing('approval_task', row.taskId);
    if (row.state === 'superseded') throw new Refusal('TOO_LATE', {});
    if (row.state === 'standing' && !(yield* isRevocable(tx, document, round, row))) throw new Refusal('TOO_LATE', {});
    const tasks = yield* tx.list('approval_task', 'approval', round.id, 1_000);
    const later = new Set(tasks.filter((one) => isAfter(one, task, round)).map((one) => one.id));
    const decisions = yield* tx.list('decision', 'approval', round.id, 5_000);
    const standing = decisions.some(
      (one) => later.has(one.taskId) && one.state === 'standing' && one.hash === row.hash,
    );
    if (standing) throw new Refusal('TOO_LATE', {});
    tx.patch('decision', row, { state: 'revoked' });
    recordHistory(
      tx,
      context,
      'decision.revoke',
      { entity: 'document', id: document.id },
      {},
      { verdict: row.verdict },
    );
    if (row.state === 'standing') yield* settleRound(tx, context, round);
    return {};
  },
});

/** An open round follows its decisions; an ended one may be opened again by whoever ended it, as long as nothing came after. */
function* isRevocable(
  tx: Transaction,
  document: RowOf<'document'>,
  round: RowOf<'approval'>,
  row: RowOf<'decision'>,
): Reading<boolean> {
  if (isOpen(round, document)) return true;
  // Everybody has read: whoever takes that back is asked again, but nobody else because of a text that changed since.
  if (round.purpose === 'acknowledgement')
    return round.state === 'approved' && (yield* contentNow(tx, document)).hash === round.hash;
  if (round.state !== 'returned' && round.state !== 'rejected') return false;
  // A request that has ended stays ended: its days and its tasks have been given back.
  const ticket = document.kind === 'application' ? yield* tx.get('ticket', document.id) : null;
  if (ticket !== null && (typeof ticket === 'string' || !isUnderWay(ticket.state))) return false;
  const against = row.verdict === 'return' || row.verdict === 'reject';
  const untouched = document.approvalId === round.id && !document.signedOn && !document.registeredAt;
  return against && row.hash === round.hash && untouched;
}

/** Whether a task is asked only once another one is answered. */
function isAfter(one: RowOf<'approval_task'>, task: RowOf<'approval_task'>, round: RowOf<'approval'>): boolean {
  if (one.step !== task.step) return one.step > task.step;
  return round.steps[task.step]?.mode === 'sequence' && one.position > task.position;
}
