import { Link } from 'react-router';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import css from '#renderer/pages/reports/discipline.module.css';
import { counted, keptShare, meanDays, useDisciplineWords } from '#renderer/pages/reports/discipline-words.ts';
import { decimalText, percentText } from '#renderer/pages/reports/hours.ts';
import type { Discipline, DisciplineShow } from '#shared/queries/control.ts';

/** Below this share a figure is amber, in percent. */
const LOW = 80;

export interface DisciplineRow {
  key: string;
  name: string;
  sum: Discipline;
  placeOf: (show: DisciplineShow) => string;
}

/** Everybody in a line, all of them at the end; a figure opens what it counts. */
export function DisciplineTable(props: {
  title: string;
  first: string;
  rows: readonly DisciplineRow[];
  all: DisciplineRow;
}) {
  const { t } = useDisciplineWords();
  return (
    <ChartCard title={props.title} table={null} placeOf={(show) => show}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={props.title}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{props.first}</th>
              {counted.map((one) => (
                <th key={one} scope="col">
                  {t(`column_${one}`)}
                </th>
              ))}
              <th scope="col">{t('column_share')}</th>
              <th scope="col" title={t('column_lateDaysTip')}>
                {t('column_lateDays')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
          <tfoot>
            <Row row={props.all} />
          </tfoot>
        </table>
      </section>
    </ChartCard>
  );
}

function Row({ row }: { row: DisciplineRow }) {
  const { name, sum, placeOf } = row;
  const share = keptShare(sum);
  const mean = meanDays(sum.lateDays, sum.late);
  return (
    <tr>
      <th scope="row">
        <Link to={placeOf('all')} title={name}>
          {name}
        </Link>
      </th>
      {counted.map((one) => (
        <td key={one} data-bad={(one === 'overdue' && sum.overdue > 0) || undefined}>
          {sum[one] === 0 ? (
            <span className={css['zero']}>0</span>
          ) : (
            <Link to={placeOf(one === 'total' ? 'all' : one)}>{formatCount(sum[one])}</Link>
          )}
        </td>
      ))}
      <td data-low={(share !== null && share < LOW) || undefined}>{percentText(share)}</td>
      <td>{mean === null ? '–' : decimalText(mean)}</td>
    </tr>
  );
}
