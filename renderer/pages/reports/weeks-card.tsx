import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { decimalText, hoursOf, hoursText } from '#renderer/pages/reports/hours.ts';
import type { Subject } from '#renderer/pages/reports/report-place.ts';
import { type LinkedTable, useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import { WeekBars } from '#renderer/pages/reports/week-bars.tsx';

/** Working minutes of one record in a week, by what they went into. */
export interface Week {
  from: string;
  count: number;
  parts: Partial<Record<Part, number>>;
}

export const parts = ['work', 'queue', 'waiting', 'approval', 'minutes'] as const;
export type Part = (typeof parts)[number];

const tones: Record<Part, string> = { work: 'ink', queue: 'light', waiting: 'gray', approval: 'teal', minutes: 'ink' };

/** How the time splits, by weeks. Under every bar stands its week: a press opens what ended in it. */
export function WeeksCard(props: {
  subject: Subject;
  weeks: readonly Week[];
  table: LinkedTable;
  placeOf: (show: string) => string;
}) {
  const { subject, weeks, placeOf } = props;
  const words = useReportWords(subject);
  const { t } = words;
  const used = parts.filter((part) => weeks.some((week) => (week.parts[part] ?? 0) > 0));
  const allOf = (week: Week) => parts.reduce((sum, part) => sum + (week.parts[part] ?? 0), 0);
  const series = used.map((part) => ({ name: part, label: t(`series_${part}`), tone: tones[part] }));
  return (
    <ChartCard
      title={t('weeks')}
      note={t(`weeksNote_${subject}`)}
      legend={series}
      table={props.table}
      placeOf={placeOf}
    >
      {used.length === 0 ? (
        <p className={css['quiet']}>{t('noWeeks')}</p>
      ) : (
        <WeekBars
          weeks={weeks.map((week) => ({
            from: week.from,
            parts: Object.fromEntries(used.map((part) => [part, hoursOf(week.parts[part] ?? 0) ?? 0])),
            label: t('weekLabel', {
              from: formatShortDate(week.from),
              cases: words.cases(week.count),
              hours: hoursText(allOf(week)),
            }),
            place: placeOf(`week/${week.from}`),
          }))}
          parts={series}
          valueText={(value) => t('hours', { hours: decimalText(value) })}
          markText={(value) => (Number.isInteger(value) ? String(value) : decimalText(value))}
        />
      )}
    </ChartCard>
  );
}
