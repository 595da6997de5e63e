import { z } from 'zod';
import { letIn } from '#shared/commands/approval/acting.ts';
import { employeesOf } from '#shared/commands/approval/members.ts';
import { settleRound } from '#shared/commands/approval/settle.ts';
import { contentNow, versionFor } from '#shared/commands/approval/version.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { checkOwnPaper, openDocument } from '#shared/commands/document.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { stepsFor } from '#shared/domain/approval/conditions.ts';
import { type RouteStep, routeStep } from '#shared/domain/approval/route.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Sends a document into a round of approval: by a route, or by steps put together for this one. */
export const submitForApproval = command({
  name: 'approval.submit',
  version: 1,
  args: z.object({
    documentId: z.string(),
    routeId: z.string().nullable(),
    steps: z.array(routeStep).max(30).nullable(),
    note: z.string().max(2_000).nullable(),
  }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    checkOwnPaper('approval.submit', document);
    if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: document.id });
    const rounds = yield* tx.list('approval', 'document', document.id, 500);
    if (rounds.some((round) => round.id === document.approvalId && round.state === 'running'))
      throw new Refusal('ALREADY_RUNNING', { id: document.id });
    if (document.signedOn || document.registeredAt) throw new Refusal('APPROVED_LOCKED', {});

    const route = args.routeId ? yield* tx.existing('approval_route', args.routeId) : null;
    const steps = stepsFor(route?.steps ?? args.steps ?? [], document);
    if (steps.length === 0) throw new Refusal('NO_ROUTE', {});
    const id = yield* beginRound(tx, context, document, {
      purpose: 'approval',
      route: { id: route?.id ?? null, name: route?.name ?? '', version: route?.version ?? 0 },
      steps,
      note: args.note,
      round: rounds.filter((one) => one.purpose === 'approval').length + 1,
    });
    recordHistory(
      tx,
      context,
      'approval.submit',
      { entity: 'document', id: document.id },
      {},
      { route: route?.name ?? '' },
    );
    return { id };
  },
});

interface Beginning {
  purpose: RowOf<'approval'>['purpose'];
  route: { id: string | null; name: string; version: number };
  steps: RouteStep[];
  note: string | null;
  round: number;
}

/** Writes the round with everybody it asks, lets them see the document and asks the first. Returns the round's id. */
export function* beginRound(
  tx: Transaction,
  context: Context,
  document: RowOf<'document'>,
  { purpose, route, steps, note, round }: Beginning,
): Reading<string> {
  const content = yield* contentNow(tx, document);
  const versionNumber = yield* versionFor(tx, context, document, content, note);
  const id = tx.id();
  const asked: RowOf<'approval_task'>[] = [];
  for (const [step, plan] of steps.entries()) {
    const people = yield* peopleOf(tx, context, document, plan);
    if (people.length === 0) throw new Refusal('NO_APPROVER', { step: plan.name });
    for (const [position, employeeId] of people.entries())
      asked.push({
        ...newTask,
        id: tx.id(),
        approvalId: id,
        documentId: document.id,
        step,
        position,
        kind: plan.kind,
        employeeId,
      });
  }
  const begun: RowOf<'approval'> = {
    id,
    documentId: document.id,
    purpose,
    routeId: route.id,
    routeName: route.name,
    routeVersion: route.version,
    steps,
    round,
    authorId: context.userId,
    note,
    state: 'running',
    hash: content.hash,
    versionNumber,
    currentStep: 0,
    startedAt: context.receivedAt ?? context.occurredAt,
    finishedAt: null,
  };
  tx.put('approval', begun);
  for (const task of asked) tx.put('approval_task', task);
  if (purpose === 'approval') tx.patch('document', document, { approvalId: id });
  yield* letIn(
    tx,
    document.id,
    asked.map((task) => task.employeeId),
  );
  yield* settleRound(tx, context, begun);
  return id;
}

/** A task before anybody has been asked. */
export const newTask = {
  origin: 'planned',
  fromId: null,
  comment: '',
  state: 'waiting',
  activeSince: null,
  dueAt: null,
  escalatedToId: null,
} as const;

function* peopleOf(tx: Transaction, context: Context, document: RowOf<'document'>, plan: RouteStep): Reading<string[]> {
  const people: string[] = [];
  for (const member of plan.members) people.push(...(yield* employeesOf(tx, member, document, context.userId)));
  return [...new Set(people)];
}
