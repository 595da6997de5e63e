import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { Link } from 'react-router';
import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { marksUpTo } from '#renderer/pages/reports/chart-scale.ts';
import { decimalText, hoursOf, hoursText } from '#renderer/pages/reports/hours.ts';
import type { Subject } from '#renderer/pages/reports/report-place.ts';
import { type LinkedTable, useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';

/** Working minutes of one record in a week, by what they went into. */
export interface Week {
  from: string;
  count: number;
  parts: Partial<Record<Part, number>>;
}

export const parts = ['work', 'queue', 'waiting', 'approval', 'minutes'] as const;
export type Part = (typeof parts)[number];

const tones: Record<Part, string> = { work: 'ink', queue: 'light', waiting: 'gray', approval: 'teal', minutes: 'ink' };
const colours: Record<string, string> = {
  ink: 'var(--op-ink-fill)',
  light: 'var(--op-ink-line)',
  gray: 'var(--op-gray-line)',
  teal: 'var(--op-teal-line)',
};
const HEIGHT = 190;
/** Room for the figures of the scale, in pixels; the days under the chart begin where the bars do. */
const SCALE = 44;

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
  const still = useReducedMotion();
  const used = parts.filter((part) => weeks.some((week) => (week.parts[part] ?? 0) > 0));
  const allOf = (week: Week) => parts.reduce((sum, part) => sum + (week.parts[part] ?? 0), 0);
  const marks = marksUpTo(Math.max(0, ...weeks.map(allOf)) / 60);
  const thin = Math.ceil(weeks.length / 14);
  return (
    <ChartCard
      title={t('weeks')}
      note={t(`weeksNote_${subject}`)}
      legend={used.map((part) => ({ label: t(`series_${part}`), tone: tones[part] }))}
      table={props.table}
      placeOf={placeOf}
    >
      {used.length === 0 ? (
        <p className={css['quiet']}>{t('noWeeks')}</p>
      ) : (
        <div className={css['weeks']}>
          <div aria-hidden="true">
            <BarChart
              h={HEIGHT}
              data={weeks.map((week) => ({
                week: formatShortDate(week.from),
                ...Object.fromEntries(used.map((part) => [part, hoursOf(week.parts[part] ?? 0) ?? 0])),
              }))}
              dataKey="week"
              type="stacked"
              series={used.map((part) => ({
                name: part,
                label: t(`series_${part}`),
                color: colours[tones[part]] ?? '',
              }))}
              withXAxis={false}
              withLegend={false}
              gridAxis="x"
              gridProps={{ stroke: 'var(--op-line)' }}
              maxBarWidth={34}
              barProps={{ isAnimationActive: still === false && weeks.length < 30 }}
              barChartProps={{ margin: { top: 8, right: 0, bottom: 0, left: 0 }, accessibilityLayer: false }}
              yAxisProps={{
                width: SCALE,
                ticks: marks,
                domain: [0, marks.at(-1) ?? 1],
                tickFormatter: (value: number) => (Number.isInteger(value) ? String(value) : decimalText(value)),
              }}
              valueFormatter={(value) => t('hours', { hours: decimalText(value) })}
            />
          </div>
          <ol
            className={css['weekLinks']}
            style={{ paddingLeft: SCALE, gridTemplateColumns: `repeat(${weeks.length}, 1fr)` }}
          >
            {weeks.map((week, at) => (
              <li key={week.from}>
                <Link
                  to={placeOf(`week/${week.from}`)}
                  data-quiet={at % thin !== 0 || undefined}
                  aria-label={t('weekLabel', {
                    from: formatShortDate(week.from),
                    cases: words.cases(week.count),
                    hours: hoursText(allOf(week)),
                  })}
                >
                  {formatShortDate(week.from)}
                </Link>
              </li>
            ))}
          </ol>
        </div>
      )}
    </ChartCard>
  );
}
