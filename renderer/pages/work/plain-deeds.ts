import { runCommand, runCommands } from '#renderer/data/core.ts';
import type { WorkItem } from '#shared/queries/work.ts';

const plain = [
  'key_date',
  'originals',
  'mention',
  'confirm',
  'ticket_task',
] as const satisfies readonly WorkItem['type'][];
/** What is done without deciding about a version of a paper. */
export type Plain = (typeof plain)[number];

export const isPlain = (type: WorkItem['type']): type is Plain => plain.includes(type as Plain);

/** How items of one type are done, and how that is taken back; a closed request is not taken back: to open it again is an event of its own. */
export function plainDeed(
  type: Plain,
  items: readonly WorkItem[],
): { make: () => Promise<unknown>; undo: (() => Promise<unknown>) | null } {
  const keys = items.map((item) => item.item);
  switch (type) {
    case 'mention':
      return {
        make: () => runCommand('work.snooze', { items: keys, until: null }),
        undo: () => runCommand('work.wake', { items: keys }),
      };
    case 'key_date':
      return { make: () => settleDates(items, true), undo: () => settleDates(items, false) };
    case 'originals':
      return { make: () => receiveOriginals(items), undo: null };
    case 'ticket_task':
      return { make: () => settleTasks(items, true), undo: () => settleTasks(items, false) };
    case 'confirm':
      return {
        make: () =>
          runCommands(
            items.map((item) => ({
              name: 'ticket.confirm' as const,
              args: { id: item.ticketId ?? '', rating: null, comment: null },
            })),
          ),
        undo: null,
      };
  }
}

const settleDates = (items: readonly WorkItem[], done: boolean) =>
  runCommands(
    items.map((item) => ({
      name: 'key_date.settle' as const,
      args: { documentId: item.documentId ?? '', id: item.item.split('/')[1] ?? '', done },
    })),
  );

const receiveOriginals = (items: readonly WorkItem[]) =>
  runCommands(
    items.map((item) => ({
      name: 'originals.receive' as const,
      args: { id: item.documentId ?? '', place: null, comment: null },
    })),
  );

const settleTasks = (items: readonly WorkItem[], done: boolean) =>
  runCommands(
    items.map((item) => ({
      name: 'ticket_task.settle' as const,
      args: { ticketId: item.ticketId ?? '', id: item.ticketTaskId ?? '', done, note: null },
    })),
  );
