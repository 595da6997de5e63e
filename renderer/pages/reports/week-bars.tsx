import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useReducedMotion } from '@mantine/hooks';
import { Link } from 'react-router';
import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { marksUpTo } from '#renderer/pages/reports/chart-scale.ts';
import css from '#renderer/pages/reports/reports.module.css';

const colours: Record<string, string> = {
  ink: 'var(--op-ink-fill)',
  light: 'var(--op-ink-line)',
  gray: 'var(--op-gray-line)',
  teal: 'var(--op-teal-line)',
  green: 'var(--op-green)',
  red: 'var(--op-red-fill)',
};
const HEIGHT = 190;
/** Room for the figures of the scale, in pixels; the days under the chart begin where the bars do. */
const SCALE = 44;

/** One bar: its Monday, the sizes of its parts by their names, what is said of it, and what a press on it opens. */
export interface WeekBar {
  from: string;
  parts: Readonly<Record<string, number>>;
  label: string;
  place: string;
}

/** Bars of weeks made up of parts, with the weeks under them as links. */
export function WeekBars(props: {
  weeks: readonly WeekBar[];
  /** From below upwards; `tone` names a colour of the legend. */
  parts: readonly { name: string; label: string; tone: string }[];
  valueText: (value: number) => string;
  /** On the scale, where plain figures are not enough. */
  markText?: (value: number) => string;
}) {
  const { weeks, parts, valueText, markText } = props;
  const still = useReducedMotion();
  const heights = weeks.map((week) => Object.values(week.parts).reduce((sum, part) => sum + part, 0));
  const marks = marksUpTo(Math.max(0, ...heights));
  const thin = Math.ceil(weeks.length / 14);
  return (
    <div className={css['weeks']}>
      <div aria-hidden="true">
        <BarChart
          h={HEIGHT}
          data={weeks.map((week) => ({ week: formatShortDate(week.from), ...week.parts }))}
          dataKey="week"
          type="stacked"
          series={parts.map(({ name, label, tone }) => ({ name, label, color: colours[tone] ?? '' }))}
          withXAxis={false}
          withLegend={false}
          gridAxis="x"
          gridProps={{ stroke: 'var(--op-line)' }}
          maxBarWidth={34}
          barProps={{ isAnimationActive: still === false && weeks.length < 30 }}
          barChartProps={{ margin: { top: 8, right: 0, bottom: 0, left: 0 }, accessibilityLayer: false }}
          yAxisProps={{
            ...{ width: SCALE, ticks: marks, domain: [0, marks.at(-1) ?? 1] },
            ...(markText ? { tickFormatter: markText } : {}),
          }}
          valueFormatter={valueText}
        />
      </div>
      <ol
        className={css['weekLinks']}
        style={{ paddingLeft: SCALE, gridTemplateColumns: `repeat(${weeks.length}, 1fr)` }}
      >
        {weeks.map((week, at) => (
          <li key={week.from}>
            <Link to={week.place} data-quiet={at % thin !== 0 || undefined} aria-label={week.label}>
              {formatShortDate(week.from)}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
