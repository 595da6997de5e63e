import { addDays, weekdayOf } from '#renderer/i18n/format/dates.ts';
import type { AgendaLine } from '#shared/queries/contract.ts';

export type AgendaBy = 'month' | 'week';

export interface AgendaGroup {
  /** `overdue`, a month `yyyy-mm`, or the Monday a week begins with. */
  key: string;
  lines: AgendaLine[];
}

/** The Monday of the week that a day lies in. */
export const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7));

/** That a contract has taken effect asks nothing of anybody once the day has come. */
const asksNothing = (line: AgendaLine, today: string): boolean =>
  line.type === 'key_date' && line.kind === 'effective' && line.date < today;

/** What is still to be done: overdue first, then by month or by week, each group in the order of its days. */
export function agendaGroups(lines: readonly AgendaLine[], today: string, by: AgendaBy): AgendaGroup[] {
  const groups = new Map<string, AgendaLine[]>();
  const open = lines.filter((line) => !line.done && !asksNothing(line, today));
  for (const line of [...open].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const key = line.date < today ? 'overdue' : by === 'month' ? line.date.slice(0, 7) : mondayOf(line.date);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].map(([key, of]) => ({ key, lines: of }));
}
