import type { JournalPeriod, JournalRow } from '#shared/domain/registration/journal.ts';

/** The period of a journal in which a day lies: «2026», «2026-Q1», «2026-03»; «-» for a journal that never begins anew. */
export function periodOf(period: JournalPeriod, date: string): string {
  if (period === 'none') return '-';
  const [year = '', month = ''] = date.split('-');
  if (period === 'year') return year;
  return period === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The first number of a period of a journal. */
export const firstNumberIn = (journal: Pick<JournalRow, 'startsAt' | 'startsIn'>, period: string): number =>
  journal.startsIn === null || journal.startsIn === period ? journal.startsAt : 1;
