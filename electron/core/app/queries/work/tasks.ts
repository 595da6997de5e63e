import { answers, decidesFor } from '#electron/core/app/queries/approval/acting-here.ts';
import { timeLeft } from '#electron/core/app/queries/approval/time-left.ts';
import { documentsOf, shown } from '#electron/core/app/queries/work/documents.ts';
import { blank, type Desk, type Found, someDay } from '#electron/core/app/queries/work/found.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { workOf } from '#shared/commands/approval/acting.ts';
import { hashSpec } from '#shared/domain/approval/content-hash.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { dueGroup } from '#shared/lib/working-time/due-group.ts';

type Task = Pick<
  RowOf<'approval_task'>,
  | 'id'
  | 'approvalId'
  | 'documentId'
  | 'step'
  | 'kind'
  | 'employeeId'
  | 'escalatedToId'
  | 'comment'
  | 'fromId'
  | 'dueAt'
  | 'state'
>;
type Decision = Pick<RowOf<'decision'>, 'id' | 'taskId' | 'employeeId' | 'state' | 'hash'>;
type Round = Pick<RowOf<'approval'>, 'id' | 'authorId' | 'note' | 'hash' | 'versionNumber'> & {
  minutes: readonly (number | null)[];
};

/** Everything that the person here is asked to decide, sign or read now, for themselves or for somebody. */
export function taskItems({ db, staff, acting, now }: Desk): Found[] {
  const tasks = tasksOf(
    db,
    acting.me,
    Object.values(acting.insteadOf).flatMap((people) => [...people]),
  );
  const asked = tasks.filter((task) => decidesFor(acting, task) !== undefined);
  const rounds = roundsOf(
    db,
    asked.map((task) => task.approvalId),
  );
  const documents = documentsOf(
    db,
    asked.map((task) => task.documentId),
  );
  const decisions = decisionsOf(
    db,
    asked.map((task) => task.id),
  );
  const found = asked.flatMap((task): Found[] => {
    const [round, document] = [rounds.get(task.approvalId), documents.get(task.documentId)];
    const said = decisions.get(task.id) ?? [];
    if (!round || !document || said.some((one) => answers(one, round.hash))) return [];
    const insteadOfId = decidesFor(acting, task) ?? null;
    const fell = said.find((one) => one.state === 'standing' && one.employeeId === task.employeeId);
    // A task that waits for an earlier step again is told of only when a decision about it fell away.
    if (task.state === 'waiting' && !fell) return [];
    const escalated = insteadOfId !== null && !acting.insteadOf[workOf[task.kind]].has(insteadOfId);
    const time = staff.timeOf(task.employeeId);
    const fromId = task.fromId ?? round.authorId;
    const item = {
      ...blank,
      ...shown(document),
      ...timeLeft(time, now, task.dueAt, round.minutes[task.step] ?? null),
      item: `approval_task/${task.id}`,
      type: task.kind,
      outdated: fell !== undefined,
      group: dueGroup(now, task.dueAt, time),
      dueAt: task.dueAt,
      fromId,
      fromName: staff.nameOf(fromId),
      insteadOfId,
      insteadOfName: staff.nameOf(insteadOfId),
      ...(escalated ? { escalated: { others: 0 } } : {}),
      text: task.comment || round.note,
      decide: { taskId: task.id, approvalId: round.id, hash: round.hash, hashSpec, versionNumber: round.versionNumber },
    };
    // Nothing can be decided yet: it is news, that goes when it is put away or the step comes.
    if (task.state === 'waiting' && fell)
      return [
        {
          item: { ...item, ...unasked, item: `decision/${fell.id}`, group: 'today' },
          by: someDay,
        },
      ];
    return [{ item, by: task.dueAt ?? someDay }];
  });
  return oncePerRound(found);
}

/** What an item lacks that only tells. */
const unasked = { decide: null, dueAt: null, minutesLeft: null, left: null } as const;

/** Colleagues who are late in one round are one item: about the one who is late the longest. */
function oncePerRound(found: readonly Found[]): Found[] {
  const late = Map.groupBy(
    found.filter(({ item }) => item.escalated),
    ({ item }) => item.decide?.approvalId,
  );
  return found.flatMap((one) => {
    if (!one.item.escalated) return [one];
    const same = late.get(one.item.decide?.approvalId) ?? [one];
    const first = same.reduce((before, other) => (other.by < before.by ? other : before));
    return one === first ? [{ ...one, item: { ...one.item, escalated: { others: same.length - 1 } } }] : [];
  });
}

const columns = 'id, approvalId, documentId, step, kind, employeeId, escalatedToId, comment, fromId, dueAt, state';
const taskSql = `SELECT ${columns} FROM approval_task
    WHERE employeeId IN (SELECT value FROM json_each(?)) AND state IN ('active', 'waiting')
  UNION SELECT ${columns} FROM approval_task WHERE escalatedToId = ? AND +state = 'active'`;

const tasksOf = (db: Readable, me: string, others: readonly string[]): Task[] =>
  prepared(db, taskSql).all(JSON.stringify([...new Set([me, ...others])]), me) as Task[];

/** Of a long plan only the times are read. */
const roundSql = `SELECT a.id, a.authorId, a.note, a.hash, a.versionNumber,
    (SELECT json_group_array(json_extract(s.value, '$.deadlineMinutes')) FROM json_each(a.steps) s) AS minutes
  FROM json_each(?) w CROSS JOIN approval a ON a.id = w.value WHERE a.state = 'running'`;

function roundsOf(db: Readable, ids: readonly string[]): ReadonlyMap<string, Round> {
  type Read = Omit<Round, 'minutes'> & { minutes: string };
  const rows = prepared(db, roundSql).all(JSON.stringify([...new Set(ids)])) as Read[];
  return new Map(rows.map((row) => [row.id, { ...row, minutes: JSON.parse(row.minutes) as (number | null)[] }]));
}

const decisionSql = `SELECT d.id, d.taskId, d.employeeId, d.state, d.hash FROM json_each(?) w CROSS JOIN decision d ON d.taskId = w.value`;

const decisionsOf = (db: Readable, ids: readonly string[]): ReadonlyMap<string, Decision[]> =>
  Map.groupBy(prepared(db, decisionSql).all(JSON.stringify(ids)) as Decision[], (one) => one.taskId);
