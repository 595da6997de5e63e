import { Link } from 'react-router';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { whole } from '#renderer/pages/approval/use-names.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { hoursText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';

/** Who has resolved how much, how fast, and with which promises kept. */
export function LoadCard({ load, placeOf }: { load: TicketAnalytics['load']; placeOf: (show: string) => string }) {
  const words = useReportWords('tickets');
  const { t } = words;
  const most = Math.max(1, ...load.map((one) => one.resolved));
  return (
    <ChartCard
      title={t('load')}
      note={t('loadNote')}
      table={load.length > 0 ? words.load(load) : null}
      placeOf={placeOf}
    >
      {load.length === 0 ? (
        <p className={css['quiet']}>{t('noLoad')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
        <section className={css['scroll']} tabIndex={0}>
          <table className={css['groups']}>
            <thead>
              <tr>
                <th scope="col">{t('column_person')}</th>
                <td aria-hidden="true" />
                <th scope="col">{t('column_resolved')}</th>
                <th scope="col" title={t('column_p50')}>
                  {t('p50')}
                </th>
                <th scope="col">{t('column_onTime')}</th>
                <th scope="col">{t('column_logged')}</th>
              </tr>
            </thead>
            <tbody>
              {load.map((one) => (
                <tr key={one.employeeId}>
                  <th scope="row">
                    <span className={css['person']}>
                      <PersonAvatar id={one.employeeId} name={one.fullName} decorative />
                      <Link to={placeOf(`person/${one.employeeId}`)}>{whole(one.fullName)}</Link>
                    </span>
                  </th>
                  <td className={css['pair']} aria-hidden="true">
                    <span data-tone="ink" style={{ width: `${(one.resolved / most) * 100}%` }} />
                  </td>
                  <td>{one.resolved}</td>
                  <td>{hoursText(one.median)}</td>
                  <td title={t('ofCount', { met: one.met, of: one.of })}>{percentText(shareOf(one.met, one.of))}</td>
                  <td>{hoursText(one.logged)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </ChartCard>
  );
}
