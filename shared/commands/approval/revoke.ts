import { z } from 'zod';
import { isOpen, settleRound } from '#shared/commands/approval/settle.ts';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { Refusal } from '#shared/domain/error.ts';

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
    if (row.state !== 'sent' && row.state !== 'standing') return {};
    const round = yield* tx.existing('approval', row.approvalId);
    const task = yield* tx.existing('approval_task', row.taskId);
    const ended = round.state === 'returned' || round.state === 'rejected';
    // A return may be taken back as long as its author has not begun a new round.
    const byThis = ended && round.finishedAt === row.receivedAt && document.approvalId === round.id;
    if (row.state === 'standing' && !isOpen(round, document) && !byThis) throw new Refusal('TOO_LATE', {});
    const tasks = yield* tx.list('approval_task', 'approval', round.id, 1_000);
    const later = new Set(tasks.filter((one) => one.step > task.step).map((one) => one.id));
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
