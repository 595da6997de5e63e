import { create } from 'zustand';
import type { Priority } from '#shared/domain/service/definition.ts';
import type { TicketState } from '#shared/domain/service/ticket.ts';
import { anyTicket, type QueueRow, type TicketFilter } from '#shared/queries/ticket.ts';

/** Whose tickets are shown: mine and nobody’s unless the person chooses otherwise; null: whoever has them. */
export interface DeskConditions {
  /** Employees; `me` stands for the person at the window, `none` for nobody. */
  assigned: readonly string[] | null;
  services: readonly string[];
  branches: readonly string[];
  priorities: readonly Priority[];
  /** What has ended as well. */
  ended: boolean;
}

export const startConditions: DeskConditions = {
  assigned: ['me', 'none'],
  services: [],
  branches: [],
  priorities: [],
  ended: false,
};

interface DeskState {
  /** A queue; null: all of the person’s. */
  queueId: string | null;
  conditions: DeskConditions;
  text: string;
  view: 'list' | 'board';
  cursor: string | null;
  /** Selected rows as they were when they were selected. */
  selection: ReadonlyMap<string, QueueRow>;
  chooseDesk: (queueId: string | null) => void;
  setConditions: (conditions: DeskConditions) => void;
  find: (text: string) => void;
  show: (view: 'list' | 'board') => void;
  stand: (cursor: string | null) => void;
  select: (selection: ReadonlyMap<string, QueueRow>) => void;
}

const none: ReadonlyMap<string, QueueRow> = new Map();

/** What the person has chosen at the desk. Tickets themselves are never kept here, but for the selected ones. */
export const useDeskState = create<DeskState>()((set) => ({
  queueId: null,
  conditions: startConditions,
  text: '',
  view: 'list',
  cursor: null,
  selection: none,
  chooseDesk: (queueId) => set({ queueId, selection: none, cursor: null }),
  setConditions: (conditions) => set({ conditions, selection: none }),
  find: (text) => set({ text, selection: none }),
  show: (view) => set({ view, selection: none }),
  stand: (cursor) => set({ cursor }),
  select: (selection) => set({ selection }),
}));

const living: TicketState[] = ['approval', 'open', 'working', 'waiting', 'resolved'];

/** The question to the core. `queues`: those of the person, when no single one is chosen. */
export function filterOf(
  desk: Pick<DeskState, 'queueId' | 'conditions' | 'text'>,
  queues: readonly string[],
  me: string,
): TicketFilter {
  const { assigned, services, branches, priorities, ended } = desk.conditions;
  const some = <Value>(values: readonly Value[]): Value[] | null => (values.length > 0 ? [...values] : null);
  return {
    ...anyTicket,
    queueIds: desk.queueId === null ? [...queues] : [desk.queueId],
    assigneeIds: assigned === null ? null : assigned.map((one) => (one === 'me' ? me : one)),
    serviceIds: some(services),
    branchIds: some(branches),
    priorities: some(priorities),
    states: ended ? null : living,
    text: desk.text.trim() || null,
  };
}
