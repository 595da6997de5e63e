import { Link } from 'react-router';
import { useWords } from '#renderer/i18n/words.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { decimalText, hoursText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';
import type { Group } from '#renderer/pages/reports/report-words.ts';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';

/** Below this share of promises kept a figure is amber, in percent. */
const LOW = 80;

/** Volume, time and promises of every service, branch or desk; a line opens what it received. */
export function GroupsCard(props: {
  title: string;
  groups: readonly Group[];
  /** Where a line leads to. */
  placeOf: (id: string, show: string) => string;
}) {
  const t = useWords('reports');
  const words = useReportWords('tickets');
  const { groups, placeOf } = props;
  const most = Math.max(1, ...groups.flatMap((one) => [one.made, one.ended]));
  const rated = groups.some((one) => one.rating !== undefined);
  const width = (count: number) => ({ width: `${(count / most) * 100}%` });
  return (
    <ChartCard
      title={props.title}
      note={t('groupsNote')}
      legend={[
        { label: t('column_made'), tone: 'light' },
        { label: t('column_ended'), tone: 'ink' },
      ]}
      table={words.groups(props.title, groups)}
      placeOf={(show) => show}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['scroll']} tabIndex={0}>
        <table className={css['groups']}>
          <thead>
            <tr>
              <th scope="col">{t('column_name')}</th>
              <td aria-hidden="true" />
              <th scope="col">{t('column_made')}</th>
              <th scope="col">{t('column_ended')}</th>
              <th scope="col" title={t('column_p50')}>
                {t('p50')}
              </th>
              <th scope="col" title={t('column_p90')}>
                {t('p90')}
              </th>
              <th scope="col">{t('column_onTime')}</th>
              {rated && <th scope="col">{t('column_rating')}</th>}
            </tr>
          </thead>
          <tbody>
            {groups.map((one) => {
              const share = shareOf(one.met, one.of);
              return (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={placeOf(one.id, one.made > 0 ? 'made' : 'ended')} title={one.name}>
                      {one.name}
                    </Link>
                  </th>
                  <td className={css['pair']} aria-hidden="true">
                    <span data-tone="light" style={width(one.made)} />
                    <span data-tone="ink" style={width(one.ended)} />
                  </td>
                  <td>{one.made}</td>
                  <td>{one.ended > 0 ? <Link to={placeOf(one.id, 'ended')}>{one.ended}</Link> : 0}</td>
                  <td>{hoursText(one.lead.median)}</td>
                  <td>{hoursText(one.lead.p90)}</td>
                  <td
                    data-low={(share !== null && share < LOW) || undefined}
                    title={t('ofCount', { met: one.met, of: one.of })}
                  >
                    {share !== null && one.met < one.of ? (
                      <Link to={placeOf(one.id, 'late')}>{percentText(share)}</Link>
                    ) : (
                      percentText(share)
                    )}
                  </td>
                  {rated && <td>{one.rating == null ? '–' : decimalText(one.rating)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </ChartCard>
  );
}
