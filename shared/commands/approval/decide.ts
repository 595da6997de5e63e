import { z } from 'zod';
import { mayDecide } from '#shared/commands/approval/acting.ts';
import { isOpen, settleRound } from '#shared/commands/approval/settle.ts';
import { checkSigning } from '#shared/commands/approval/signing.ts';
import { contentNow } from '#shared/commands/approval/version.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { decision, type Verdict, verdicts } from '#shared/domain/approval/decision.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const args = z.object({
  documentId: z.string(),
  taskId: z.string(),
  verdict: z.enum(verdicts),
  comment: decision.fields.comment.schema,
  /** A marked-up copy attached before. */
  attachmentId: z.string().nullable(),
  /** Hash and version of the content that was on the screen. */
  hash: z.string(),
  hashSpec: z.number().int(),
  versionNumber: z.number().int(),
  /** For a return: the step to go back to; null: to the author. */
  toStep: z.number().int().min(0).nullable(),
});
type Args = z.infer<typeof args>;

/**
 * A decision about exactly what was seen. Here it is only sent; in the centre it stands, and counts while its hash is that of
 * the content in force. One that comes after the question was settled is kept as late.
 */
export const makeDecision = command({
  name: 'decision.make',
  version: 1,
  args,
  about: (given) => ({ entity: 'document', id: given.documentId }),
  *decide(tx, given, context) {
    const document = yield* openDocument(tx, context, given.documentId);
    const task = yield* tx.existing('approval_task', given.taskId);
    if (task.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'approval_task', id: task.id });
    const round = yield* tx.existing('approval', task.approvalId);
    if (!(yield* mayDecide(tx, context, task))) throw new Refusal('NOT_YOUR_TURN', { employeeId: task.employeeId });
    if (!isAgreement(given.verdict) && !given.comment?.trim()) throw new Refusal('REASON_NEEDED', {});
    // Having read is said or not said: one reader of many does not send a document back.
    if (task.kind === 'acknowledge' && !isAgreement(given.verdict))
      throw new Refusal('BAD_INPUT', { field: 'verdict' });
    if (given.attachmentId !== null) yield* checkMarkup(tx, document, given.attachmentId);
    const decisions = yield* tx.list('decision', 'approval', round.id, 5_000);
    const state = stateOf(context, given, document, round, task, decisions);
    if (context.receivedAt === null) yield* checkSeen(tx, given, document, round);
    // A signature on an earlier text is checked too: it counts when that text comes back.
    if (state !== 'late' && task.kind === 'sign' && isAgreement(given.verdict))
      yield* checkSigning(tx, context, document);
    const id = tx.id();
    const seen = { ...given, versionNumber: yield* numberOf(tx, given, round) };
    tx.put('decision', decisionRow(id, context, seen, task, state));
    recordHistory(tx, context, 'decision.make', { entity: 'document', id: document.id }, {}, said(seen, task));
    if (state === 'standing') yield* settleRound(tx, context, round);
    return { id, state, outdated: given.hash !== round.hash };
  },
});

/** The number under which the version that was seen stands; a workstation may have counted one of its own before. */
function* numberOf(tx: Transaction, given: Args, round: RowOf<'approval'>): Reading<number> {
  if (given.hash === round.hash) return round.versionNumber;
  const versions = yield* tx.list('document_version', 'document', round.documentId, 2_000);
  return versions.find((one) => one.hash === given.hash)?.number ?? given.versionNumber;
}

const isAgreement = (verdict: Verdict): boolean => verdict === 'approve' || verdict === 'remark';

function* checkMarkup(tx: Transaction, document: RowOf<'document'>, id: string): Reading<void> {
  const file = yield* tx.existing('attachment', id);
  if (file.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'attachment', id });
}

/**
 * Here the hash must be that of the text this workstation holds, not only that of the round: rows of one change may come in two
 * pages, the round first and the file it speaks of afterwards, and nobody has read what has not come.
 */
function* checkSeen(
  tx: Transaction,
  given: Args,
  document: RowOf<'document'>,
  round: RowOf<'approval'>,
): Reading<void> {
  const { hash } = yield* contentNow(tx, document);
  if (hash !== given.hash) throw new Refusal('STALE_VERSION', { version: round.versionNumber });
}

function decisionRow(
  id: string,
  context: Context,
  given: Args,
  task: RowOf<'approval_task'>,
  state: RowOf<'decision'>['state'],
): RowOf<'decision'> {
  return {
    id,
    approvalId: task.approvalId,
    documentId: task.documentId,
    taskId: task.id,
    employeeId: task.employeeId,
    actorId: context.userId,
    verdict: given.verdict,
    comment: given.comment,
    attachmentId: given.attachmentId,
    hash: given.hash,
    hashSpec: given.hashSpec,
    versionNumber: given.versionNumber,
    toStep: given.toStep,
    state,
    occurredAt: context.occurredAt,
    receivedAt: context.receivedAt,
  };
}

/** What becomes of the decision; refuses what may not be decided now. */
function stateOf(
  context: Context,
  given: Args,
  document: RowOf<'document'>,
  round: RowOf<'approval'>,
  task: RowOf<'approval_task'>,
  decisions: readonly RowOf<'decision'>[],
): RowOf<'decision'>['state'] {
  const here = context.receivedAt === null;
  const settled = !isOpen(round, document) || task.state === 'done' || task.state === 'closed';
  const living = here ? ['sent', 'standing'] : ['standing'];
  const answered = decisions.some(
    (one) => one.taskId === task.id && living.includes(one.state) && one.hash === given.hash,
  );
  if (here) {
    if (round.state !== 'running') throw new Refusal('NOT_RUNNING', { state: round.state });
    if (settled || answered) throw new Refusal('ALREADY_DECIDED', {});
    // What was on the screen is not what stands here any more: nobody has to wait for the centre to be told so.
    if (given.hash !== round.hash) throw new Refusal('STALE_VERSION', { version: round.versionNumber });
    if (task.state !== 'active') throw new Refusal('NOT_YOUR_TURN', { step: task.step });
    return 'sent';
  }
  if (settled || answered) return 'late';
  // In its own version the order of steps holds; a decision on another version counts for nothing and comes back.
  if (given.hash === round.hash && task.state !== 'active') throw new Refusal('NOT_YOUR_TURN', { step: task.step });
  return 'standing';
}

const said = (given: Args, task: RowOf<'approval_task'>) => ({
  verdict: given.verdict,
  task: task.kind,
  employee: task.employeeId,
  version: given.versionNumber,
  comment: given.comment,
});
