import { type ActingHere, answers, decidesFor } from '#electron/core/app/queries/approval/acting-here.ts';
import { decisionLine, isAgreement } from '#electron/core/app/queries/approval/decision-line.ts';
import { timeLeft } from '#electron/core/app/queries/approval/time-left.ts';
import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { workOf } from '#shared/commands/approval/acting.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RoundLine, StepLine, TaskLine } from '#shared/queries/approval.ts';

type Round = RowOf<'approval'>;
type Task = RowOf<'approval_task'>;
type Decision = RowOf<'decision'>;

/** What rounds are told from: everything of one document. */
export interface RoundRows {
  staff: Staff;
  acting: ActingHere;
  now: number;
  tasks: readonly Task[];
  /** Newest first. */
  decisions: readonly Decision[];
  fileNames: ReadonlyMap<string, string>;
}

/** One round with its steps, whoever is asked in them, and what they said. */
export function roundLine(round: Round, rows: RoundRows): RoundLine {
  const { staff } = rows;
  const steps = round.steps.map((_step, index) => stepOf(round, index, rows));
  return {
    id: round.id,
    purpose: round.purpose,
    routeName: round.routeName,
    round: round.round,
    state: round.state,
    author: staff.person(round.authorId),
    note: round.note,
    hash: round.hash,
    versionNumber: round.versionNumber,
    startedAt: round.startedAt,
    finishedAt: round.finishedAt,
    agreed: steps.reduce((sum, step) => sum + step.agreed, 0),
    needed: steps.reduce((sum, step) => sum + step.needed, 0),
    steps: steps.map((step) => step.line),
  };
}

interface Step {
  line: StepLine;
  needed: number;
  agreed: number;
}

function stepOf(round: Round, index: number, rows: RoundRows): Step {
  const plan = round.steps[index] as Round['steps'][number];
  const tasks = rows.tasks.filter((task) => task.approvalId === round.id && task.step === index);
  tasks.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
  const inForce = rows.decisions.filter((one) => isAgreement(one, round.hash));
  const agreeing = tasks.flatMap((task) => inForce.find((one) => one.taskId === task.id) ?? []);
  const needed = neededOf(plan, tasks.length);
  const state = index < round.currentStep ? 'done' : index === round.currentStep ? 'current' : 'future';
  const lines = tasks.map((task) => taskLine(round, task, rows));
  // What presses is the earliest deadline of those still asked; what is over shows when it should have been.
  const asked = tasks.filter((task) => task.state === 'active' && task.dueAt !== null);
  const timed = asked.length > 0 ? asked : tasks.filter((task) => task.dueAt !== null);
  const [first] = timed.toSorted((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0));
  const pressing = lines.find((line) => line.id === first?.id);
  const line: StepLine = {
    key: plan.key,
    name: plan.name,
    kind: plan.kind,
    mode: plan.mode,
    quorum: plan.quorum,
    state,
    dueAt: first?.dueAt ?? null,
    minutesLeft: state === 'current' ? (pressing?.minutesLeft ?? null) : null,
    left: state === 'current' ? (pressing?.left ?? null) : null,
    inTime: state === 'done' && timed.length > 0 ? inTime(tasks, agreeing) : null,
    tasks: lines,
  };
  return { line, needed, agreed: Math.min(agreeing.length, needed) };
}

/** How many of those asked in a step it takes. */
function neededOf({ mode, quorum }: Round['steps'][number], asked: number): number {
  if (mode === 'any') return Math.min(1, asked);
  return mode === 'quorum' ? Math.min(quorum ?? asked, asked) : asked;
}

/** By the clock of whoever decided: a decision made in time does not become late on its way. */
const inTime = (tasks: readonly Task[], agreeing: readonly Decision[]): boolean =>
  agreeing.every((one) => {
    const dueAt = tasks.find((task) => task.id === one.taskId)?.dueAt ?? null;
    return dueAt === null || one.occurredAt <= dueAt;
  });

function taskLine(round: Round, task: Task, { staff, acting, now, decisions, fileNames }: RoundRows): TaskLine {
  const own = decisions.filter((one) => one.taskId === task.id);
  const instead = decidesFor(acting, task);
  const open = round.state === 'running' && task.state === 'active';
  const mine = open && instead !== undefined && !own.some((one) => answers(one, round.hash));
  const absent = acting.today.filter(
    (one) => one.employeeId === task.employeeId && one.kinds.includes(workOf[task.kind]),
  );
  const minutes = round.steps[task.step]?.deadlineMinutes ?? null;
  return {
    id: task.id,
    kind: task.kind,
    state: task.state,
    employee: staff.person(task.employeeId),
    origin: task.origin,
    from: task.fromId === null ? null : staff.person(task.fromId),
    comment: task.comment,
    substitutes: absent.map((one) => ({ person: staff.person(one.substituteId), to: one.to })),
    escalatedTo: task.escalatedToId === null ? null : staff.person(task.escalatedToId),
    activeSince: task.activeSince,
    dueAt: task.dueAt,
    ...(open ? timeLeft(staff.timeOf(task.employeeId), now, task.dueAt, minutes) : { minutesLeft: null, left: null }),
    decisions: own.map((one) => decisionLine(one, round.hash, staff, fileNames)),
    mine,
    mineFor: mine && instead ? staff.person(instead) : null,
  };
}
