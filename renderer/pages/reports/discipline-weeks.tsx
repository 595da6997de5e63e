import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { Link } from 'react-router';
import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { marksUpTo } from '#renderer/pages/reports/chart-scale.ts';
import { useDisciplineWords } from '#renderer/pages/reports/discipline-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { DisciplineReport } from '#shared/queries/control.ts';

const parts = ['inTime', 'late', 'overdue', 'pending', 'undated'] as const;
const tones = { inTime: 'green', late: 'light', overdue: 'red', pending: 'gray', undated: 'teal' } as const;
const colours: Record<string, string> = {
  green: 'var(--op-green)',
  light: 'var(--op-ink-line)',
  red: 'var(--op-red-fill)',
  gray: 'var(--op-gray-line)',
  teal: 'var(--op-teal-line)',
};
const HEIGHT = 190;
/** Room for the figures of the scale, in pixels. */
const SCALE = 44;

/** How what was due has been kept, by the week of the due day; a press on a week opens it. */
export function DisciplineWeeks(props: { weeks: DisciplineReport['weeks']; placeOf: (monday: string) => string }) {
  const { weeks, placeOf } = props;
  const words = useDisciplineWords();
  const { t } = words;
  const still = useReducedMotion();
  const used = parts.filter((part) => weeks.some((week) => week[part] > 0));
  const marks = marksUpTo(Math.max(0, ...weeks.map((week) => week.total)));
  const thin = Math.ceil(weeks.length / 14);
  return (
    <ChartCard
      title={t('weeks')}
      note={t('weeksNote')}
      legend={used.map((part) => ({ label: t(`part_${part}`), tone: tones[part] }))}
      table={words.weeks(weeks)}
      placeOf={placeOf}
    >
      <div className={css['weeks']}>
        <div aria-hidden="true">
          <BarChart
            h={HEIGHT}
            data={weeks.map((week) => ({
              week: formatShortDate(week.from),
              ...Object.fromEntries(used.map((part) => [part, week[part]])),
            }))}
            dataKey="week"
            type="stacked"
            series={used.map((part) => ({ name: part, label: t(`part_${part}`), color: colours[tones[part]] ?? '' }))}
            withXAxis={false}
            withLegend={false}
            gridAxis="x"
            gridProps={{ stroke: 'var(--op-line)' }}
            maxBarWidth={34}
            barProps={{ isAnimationActive: still === false && weeks.length < 30 }}
            barChartProps={{ margin: { top: 8, right: 0, bottom: 0, left: 0 }, accessibilityLayer: false }}
            yAxisProps={{ width: SCALE, ticks: marks, domain: [0, marks.at(-1) ?? 1] }}
            valueFormatter={(value) => formatCount(value)}
          />
        </div>
        <ol
          className={css['weekLinks']}
          style={{ paddingLeft: SCALE, gridTemplateColumns: `repeat(${weeks.length}, 1fr)` }}
        >
          {weeks.map((week, at) => (
            <li key={week.from}>
              <Link
                to={placeOf(week.from)}
                data-quiet={at % thin !== 0 || undefined}
                aria-label={t('weekLabel', { from: formatShortDate(week.from), count: week.total })}
              >
                {formatShortDate(week.from)}
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </ChartCard>
  );
}
