import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Figure } from '#renderer/pages/reports/figures.tsx';
import { decimalText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';
import type { LinkedTable } from '#renderer/pages/reports/report-words.ts';
import type { Discipline, DisciplineReport } from '#shared/queries/control.ts';

export const counted = ['total', 'inTime', 'late', 'overdue', 'pending', 'undated', 'moved'] as const;
export type Counted = (typeof counted)[number];

/** Working days late in the mean; null when nothing was. */
export const meanDays = (days: number, count: number): number | null => (count === 0 ? null : days / count);

/** Share of what was kept in time of everything whose day has passed or that is done; null when there is nothing yet. */
export const keptShare = (one: Discipline): number | null => shareOf(one.inTime, one.inTime + one.late + one.overdue);

/** Figures and tables of the report; the same on the screen, on paper and in files. */
export function useDisciplineWords() {
  const t = useWords('discipline');
  const days = (sum: number, count: number): string => {
    const mean = meanDays(sum, count);
    return mean === null ? t('noDays') : t('meanDays', { days: decimalText(mean) });
  };
  const head = (first: string) => [
    first,
    ...counted.map((one) => t(`column_${one}`)),
    t('column_share'),
    t('column_lateDays'),
  ];
  const cells = (one: Discipline) => [
    ...counted.map((name) => one[name]),
    percentText(keptShare(one)),
    rounded(meanDays(one.lateDays, one.late)),
  ];
  return {
    t,
    figures: ({ all }: DisciplineReport): Figure[] => [
      figure('total', t('fig_total'), all.total, t('fig_totalNote', { count: all.pending }), 'all'),
      figure(
        'inTime',
        t('fig_inTime'),
        all.inTime,
        t('fig_inTimeNote', { share: percentText(keptShare(all)) }),
        'inTime',
      ),
      figure('late', t('fig_late'), all.late, days(all.lateDays, all.late), 'late'),
      figure('overdue', t('fig_overdue'), all.overdue, days(all.overdueDays, all.overdue), 'overdue'),
      figure('moved', t('fig_moved'), all.moved, t('fig_movedNote', { count: all.moves }), 'moved'),
    ],
    groups: (title: string, first: string, groups: readonly Discipline[], names: readonly string[], all: Discipline) =>
      ({
        title,
        head: head(first),
        rows: [...groups.map((one, at) => [names[at] ?? '', ...cells(one)]), [t('all'), ...cells(all)]],
      }) satisfies LinkedTable,
    weeks: (weeks: DisciplineReport['weeks']): LinkedTable => ({
      title: t('weeks'),
      head: head(t('column_week')),
      rows: weeks.map((one) => [formatDate(one.from), ...cells(one)]),
      shows: weeks.map((one) => one.from),
    }),
  };
}

const rounded = (days: number | null): number | null => (days === null ? null : Math.round(days * 10) / 10);

const figure = (id: string, label: string, value: number, note: string, show: string): Figure => ({
  ...{ id, label, note, show, tone: 'plain' },
  value: formatCount(value),
});
