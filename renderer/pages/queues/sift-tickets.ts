import type { Order } from '#renderer/pages/ticket/run-orders.ts';
import type { Priority } from '#shared/domain/service/definition.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

/** What can be done with several tickets at once. */
export type BulkTask =
  | { type: 'take'; me: string }
  | { type: 'assign'; employeeId: string | null }
  | { type: 'priority'; priority: Priority }
  | { type: 'transfer'; queueId: string; note: string | null }
  | { type: 'resolve'; solution: string | null };

/** Why a ticket is left out of a bulk. */
export const leftReasons = ['taken', 'approval', 'ended', 'tasks', 'same'] as const;
export type LeftReason = (typeof leftReasons)[number];

/** Given back by an approver: it has never come to the desk, so that none of its clocks has begun. */
export const isGivenBack = (row: Pick<QueueRow, 'state' | 'assigneeId' | 'response' | 'resolution'>): boolean =>
  row.state === 'waiting' &&
  row.assigneeId === null &&
  row.response.state === 'none' &&
  row.resolution.state === 'none';

const reasonOf = (row: QueueRow, task: BulkTask): LeftReason | null => {
  const isOver = !['approval', 'open', 'working', 'waiting'].includes(row.state);
  if (isOver) return 'ended';
  if ((row.state === 'approval' || isGivenBack(row)) && task.type !== 'priority' && task.type !== 'transfer')
    return 'approval';
  switch (task.type) {
    case 'take':
      return row.assigneeId === null ? null : row.assigneeId === task.me ? 'same' : 'taken';
    case 'assign':
      return row.assigneeId === task.employeeId ? 'same' : null;
    case 'priority':
      return row.priority === task.priority ? 'same' : null;
    case 'transfer':
      return row.queueId === task.queueId ? 'same' : null;
    case 'resolve':
      return row.tasksOpen > 0 ? 'tasks' : null;
  }
};

/** What a bulk is about, and what it leaves out and why: one refusal would keep all the others from being done. */
export function siftTickets(
  rows: readonly QueueRow[],
  task: BulkTask,
): { go: QueueRow[]; stay: { row: QueueRow; why: LeftReason }[] } {
  const go: QueueRow[] = [];
  const stay: { row: QueueRow; why: LeftReason }[] = [];
  for (const row of rows) {
    const why = reasonOf(row, task);
    if (why) stay.push({ row, why });
    else go.push(row);
  }
  return { go, stay };
}

function orderOf({ id }: QueueRow, task: BulkTask): Order {
  switch (task.type) {
    case 'take':
      return { name: 'ticket.take', args: { id } };
    case 'assign':
      return { name: 'ticket.assign', args: { id, employeeId: task.employeeId } };
    case 'priority':
      return { name: 'ticket.prioritize', args: { id, priority: task.priority } };
    case 'transfer':
      return { name: 'ticket.transfer', args: { id, queueId: task.queueId, note: task.note } };
    case 'resolve':
      return { name: 'ticket.resolve', args: { id, solution: task.solution } };
  }
}

/** The commands of a bulk, run as one action. */
export const ordersOf = (rows: readonly QueueRow[], task: BulkTask): Order[] => rows.map((row) => orderOf(row, task));

/** The commands that take a bulk back; null when it cannot be: the requester has the word, or another desk. `queueIds`: the person’s. */
export function undoOf(rows: readonly QueueRow[], task: BulkTask, queueIds: readonly string[]): Order[] | null {
  if (task.type === 'resolve') return null;
  if (task.type === 'transfer' && !queueIds.includes(task.queueId)) return null;
  return rows.flatMap((row): Order[] => {
    const { id } = row;
    switch (task.type) {
      case 'take':
      case 'assign':
        return [{ name: 'ticket.assign', args: { id, employeeId: row.assigneeId } }];
      case 'priority':
        return [{ name: 'ticket.prioritize', args: { id, priority: row.priority } }];
      default:
        return row.queueId ? [{ name: 'ticket.transfer', args: { id, queueId: row.queueId, note: null } }] : [];
    }
  });
}
