import { letIn, substitutesOf, workOf } from '#shared/commands/approval/acting.ts';
import { branchTime, todayIn } from '#shared/commands/approval/branch-time.ts';
import { endRound, goBack } from '#shared/commands/approval/end.ts';
import { contentNow, versionFor } from '#shared/commands/approval/version.ts';
import type { Context } from '#shared/commands/command.ts';
import { notDone } from '#shared/commands/control/done-day.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { ticketFollows } from '#shared/commands/service/after-round.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { type RouteState, routeState, type StepPlan } from '#shared/domain/approval/route-state.ts';
import { type DocumentState, isContract } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import { addWorkingMinutes } from '#shared/lib/working-time/working-minutes.ts';

/** Brings the rounds of a document into line with what it says now. Called by whatever changes its content. */
export function* settle(tx: Transaction, context: Context, documentId: string): Reading<void> {
  const document = yield* tx.get('document', documentId);
  if (typeof document === 'string') return;
  const rounds = yield* tx.list('approval', 'document', documentId, 500);
  for (const round of rounds) if (isOpen(round, document)) yield* settleRound(tx, context, round);
}

/**
 * A round whose outcome still follows the content: one that is under way, and the agreed one of a document not yet signed. An
 * earlier round, an acknowledgement that everybody has made and a signed document are history.
 */
export function isOpen(round: RowOf<'approval'>, document: RowOf<'document'>): boolean {
  if (round.purpose === 'acknowledgement') return round.state === 'running';
  if (document.approvalId !== round.id) return false;
  // What was agreed for a ticket is being done: the desk’s own files change nothing about it.
  if (document.kind === 'application') return round.state === 'running';
  return round.state === 'running' || (round.state === 'approved' && !document.signedOn && !document.registeredAt);
}

/**
 * Works out the round anew, from nothing but the decisions that carry the hash of the content in force: whoever agrees, returns or
 * rejects counts only while the document says what they saw, and counts again when it says it again.
 */
export function* settleRound(tx: Transaction, context: Context, round: RowOf<'approval'>): Reading<void> {
  const document = yield* tx.existing('document', round.documentId);
  const content = yield* contentNow(tx, document);
  const known = content.hash === round.hash;
  const versionNumber = known ? round.versionNumber : yield* versionFor(tx, context, document, content, null);
  const now = { hash: content.hash, versionNumber };
  const tasks = yield* tx.list('approval_task', 'approval', round.id, 1_000);
  const decisions = yield* tx.list('decision', 'approval', round.id, 5_000);
  // Nobody can have read a file whose bytes the centre has not checked: nothing counts until it has.
  const counted = content.verified ? decisions.filter((one) => isAbout(one, content.hash)) : [];
  const against = firstAgainst(counted);
  if (against) {
    const step = tasks.find((task) => task.id === against.taskId)?.step ?? 0;
    const { verdict, toStep } = against;
    if (verdict === 'reject') return yield* endRound(tx, context, round, 'rejected', now, against);
    if (toStep === null || toStep >= step) return yield* endRound(tx, context, round, 'returned', now, against);
    goBack(tx, tasks, decisions, toStep);
    return yield* settleRound(tx, context, round);
  }
  const plans = round.steps.map((step, index) => planOf(step, tasks, index));
  const state = routeState(plans, new Set(counted.map((one) => one.taskId)));
  yield* moveTasks(tx, context, round, tasks, state, known);

  const finished = state.current === round.steps.length;
  const before = round.state === 'approved';
  const at = context.receivedAt ?? context.occurredAt;
  const patch = {
    ...now,
    currentStep: state.current,
    state: finished ? ('approved' as const) : ('running' as const),
    finishedAt: finished ? (before ? round.finishedAt : at) : null,
  };
  tx.patch('approval', round, changed(round, patch));
  // What has been agreed and stays so leaves the document where its people have moved it since.
  if (round.purpose === 'approval' && !(finished && before))
    yield* moveDocument(tx, context, round, finished ? null : state.current, at);
}

/** Whether a decision stands and was made about exactly this content. */
const isAbout = (one: RowOf<'decision'>, hash: string): boolean => one.state === 'standing' && one.hash === hash;

/** The return or rejection that came first. */
function firstAgainst(counted: readonly RowOf<'decision'>[]): RowOf<'decision'> | undefined {
  const against = counted.filter((one) => one.verdict === 'return' || one.verdict === 'reject');
  const arrival = (one: RowOf<'decision'>): number => one.receivedAt ?? one.occurredAt;
  return against.sort((one, other) => arrival(one) - arrival(other) || (one.id < other.id ? -1 : 1))[0];
}

/** Only what differs: a row that stays as it was is not written. */
const changed = <T extends object>(row: T, patch: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => !sameValue((row as Record<string, unknown>)[name] ?? null, value)),
  ) as Partial<T>;

export function planOf(
  step: RowOf<'approval'>['steps'][number],
  tasks: readonly RowOf<'approval_task'>[],
  index: number,
): StepPlan {
  const own = tasks.filter((task) => task.step === index);
  own.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
  return { mode: step.mode, quorum: step.quorum, tasks: own.map((task) => task.id) };
}

function* moveTasks(
  tx: Transaction,
  context: Context,
  round: RowOf<'approval'>,
  tasks: readonly RowOf<'approval_task'>[],
  state: RouteState,
  sameText: boolean,
): Reading<void> {
  const wanted = new Map<string, RowOf<'approval_task'>['state']>();
  for (const name of ['active', 'done', 'waiting', 'closed'] as const)
    for (const id of state[name]) wanted.set(id, name);
  for (const task of tasks) {
    const next = wanted.get(task.id) ?? 'closed';
    if (next === task.state) continue;
    if (next === 'waiting') tx.patch('approval_task', task, { ...unasked, state: next });
    else if (next !== 'active') tx.patch('approval_task', task, { state: next });
    // A decision taken back reopens the same question about the same text: its clock has been running all the time.
    else if (sameText && task.activeSince !== null) tx.patch('approval_task', task, { state: next });
    else yield* activate(tx, context, round, task);
  }
}

/** A task that will be asked anew later, with a clock of its own. */
export const unasked = { activeSince: null, dueAt: null, escalatedToId: null } as const;

/** From now on the task is asked of its owner: the deadline runs in the working time of the owner's branch. */
function* activate(
  tx: Transaction,
  context: Context,
  round: RowOf<'approval'>,
  task: RowOf<'approval_task'>,
): Reading<void> {
  const at = context.receivedAt ?? context.occurredAt;
  const minutes = round.steps[task.step]?.deadlineMinutes ?? null;
  let dueAt: number | null = null;
  if (minutes !== null) {
    const employee = yield* tx.existing('employee', task.employeeId);
    dueAt = addWorkingMinutes(yield* branchTime(tx, employee.branchId, at), at, minutes);
  }
  tx.patch('approval_task', task, { state: 'active', activeSince: at, dueAt, escalatedToId: null });
  yield* letIn(tx, task.documentId, yield* substitutesOf(tx, task.employeeId, workOf[task.kind], at));
}

/** `current`: the step that is asked; null when all steps are complete. */
function* moveDocument(
  tx: Transaction,
  context: Context,
  round: RowOf<'approval'>,
  current: number | null,
  at: number,
): Reading<void> {
  const row = yield* tx.existing('document', round.documentId);
  if (current !== null) {
    const state: DocumentState = round.steps[current]?.kind === 'sign' ? 'sign' : 'approve';
    if (row.state !== state) tx.patch('document', row, { state, ...notDone(row) });
    if (row.kind === 'application') yield* ticketFollows(tx, context, row.id, 'running');
    return;
  }
  const signed = round.steps.some((step) => step.kind === 'sign');
  const state: DocumentState = isContract(row.kind) ? 'sign' : 'perform';
  const signedOn = signed ? yield* todayIn(tx, row.branchId, at) : (row.signedOn ?? null);
  if (row.state !== state || (row.signedOn ?? null) !== signedOn)
    tx.patch('document', row, { state, signedOn, ...notDone(row) });
  if (row.kind === 'application') yield* ticketFollows(tx, context, row.id, 'approved');
}
