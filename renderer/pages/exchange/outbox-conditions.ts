import { addDays } from '#renderer/i18n/format/dates.ts';
import type { OutboxFilter } from '#shared/queries/exchange.ts';

export const shownStates = ['waiting', 'suspended', 'rejected', 'accepted', 'aside'] as const;
export type ShownState = (typeof shownStates)[number];

/** What a person has asked of the outbox; empty: what waits, what was refused, what was accepted today. */
export interface Conditions {
  state: ShownState | null;
  /** Kind of the record. */
  entity: string | null;
  /** Days of entering, both included. */
  period: { from: string | null; to: string | null } | null;
  text: string;
}
export const noConditions: Conditions = { state: null, entity: null, period: null, text: '' };

export const isFiltered = (given: Conditions): boolean =>
  given.entity !== null || given.period !== null || given.text.trim() !== '';

/** Which lists are shown. What was put aside is there only when asked for. */
export function shows(state: ShownState | null, list: 'waiting' | 'rejected' | 'accepted' | 'aside'): boolean {
  if (state === null) return list !== 'aside';
  return state === 'suspended' ? list === 'waiting' : state === list;
}

/** Kinds of records under one word: what belongs to a document is told as papers of it. */
const entityGroups: Readonly<Record<string, readonly string[]>> = {
  document: ['document', 'document_link', 'document_line', 'key_date', 'obligation', 'protocol_item'],
  attachment: ['attachment'],
  approval: ['approval', 'approval_task', 'decision', 'acknowledgement'],
  counterparty: ['counterparty', 'bank_account', 'counterparty_check'],
  ticket: ['ticket', 'ticket_task', 'ticket_note', 'ticket_link', 'ticket_event'],
  vacation: ['vacation', 'vacation_grant', 'substitution'],
  comment: ['comment'],
  conflict: ['conflict'],
};

/** The kinds that are offered: groups of what there is, everything without a group as `rest`. */
export function offeredGroups(entities: readonly string[]): string[] {
  const grouped = Object.entries(entityGroups).filter(([, kinds]) => kinds.some((kind) => entities.includes(kind)));
  const known = new Set(Object.values(entityGroups).flat());
  return [...grouped.map(([group]) => group), ...(entities.some((kind) => !known.has(kind)) ? ['rest'] : [])];
}

/** The conditions as the core takes them. `startOf` gives the instant a day begins at in the branch; `commands` those whose event is called so. */
export function filterOf(
  given: Conditions,
  entities: readonly string[],
  startOf: (day: string) => number,
  commands: readonly string[],
): OutboxFilter {
  const known = new Set(Object.values(entityGroups).flat());
  const kinds =
    given.entity === null
      ? undefined
      : given.entity === 'rest'
        ? entities.filter((kind) => !known.has(kind))
        : entityGroups[given.entity];
  const { from = null, to = null } = given.period ?? {};
  const text = given.text.trim();
  return {
    ...(kinds ? { entities: [...kinds] } : {}),
    ...(from ? { from: startOf(from) } : {}),
    ...(to ? { to: startOf(addDays(to, 1)) } : {}),
    ...(text ? { text, commands: [...commands] } : {}),
    ...(given.state === 'suspended' ? { suspended: true } : {}),
  };
}
