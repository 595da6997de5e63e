import { Link } from 'react-router';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { decimalText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';

/** Promises kept, kept but for the link, broken. */
export function DeadlineCard({ report, placeOf }: { report: TicketAnalytics; placeOf: (show: string) => string }) {
  const { t } = useReportWords('tickets');
  const { met, of, link } = report.onTime;
  const lines = [
    { id: 'met', count: met - link, tone: 'green', show: null },
    { id: 'link', count: link, tone: 'plum', show: 'link' },
    { id: 'late', count: of - met, tone: 'red', show: 'late' },
  ] as const;
  return (
    <ChartCard
      title={t('sla')}
      note={t('slaNote', { count: of })}
      table={{
        title: t('sla'),
        head: [t('column_figure'), t('column_count')],
        rows: lines.map((one) => [t(`sla_${one.id}`), one.count]),
        shows: lines.map((one) => one.show),
      }}
      placeOf={placeOf}
    >
      {of === 0 ? (
        <p className={css['quiet']}>{t('noEnded')}</p>
      ) : (
        <>
          <p className={css['bigShare']}>
            <b>{percentText(shareOf(met, of))}</b> {t('ofCount', { met, of })}
          </p>
          <div className={css['shareBar']} aria-hidden="true">
            {lines.map(
              (one) => one.count > 0 && <span key={one.id} data-tone={one.tone} style={{ flexGrow: one.count }} />,
            )}
          </div>
          <ul className={css['shareList']}>
            {lines.map((one) => (
              <li key={one.id}>
                <span className={css['swatch']} data-tone={one.tone} aria-hidden="true" />
                {one.show && one.count > 0 ? (
                  <Link to={placeOf(one.show)}>{t(`sla_${one.id}`)}</Link>
                ) : (
                  t(`sla_${one.id}`)
                )}
                <b>{one.count}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </ChartCard>
  );
}

/** How often each rating was given; bad ones are one press away. */
export function RatingsCard({ report, placeOf }: { report: TicketAnalytics; placeOf: (show: string) => string }) {
  const words = useReportWords('tickets');
  const { t } = words;
  const { counts, average } = report.ratings;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...counts);
  return (
    <ChartCard title={t('ratings')} table={words.ratings(counts)} placeOf={placeOf}>
      {total === 0 ? (
        <p className={css['quiet']}>{t('noRatings')}</p>
      ) : (
        <>
          <p className={css['bigShare']}>
            <b>{average === null ? '–' : decimalText(average)}</b> {t('ratingNote', { count: total })}
          </p>
          <ul className={css['ratings']}>
            {[5, 4, 3, 2, 1].map((stars) => {
              const count = counts[stars - 1] ?? 0;
              return (
                <li key={stars} data-low={stars <= 2 || undefined}>
                  {count > 0 ? (
                    <Link to={placeOf(`rating/${stars}`)}>{t('ratingStars', { stars })}</Link>
                  ) : (
                    <span>{t('ratingStars', { stars })}</span>
                  )}
                  <span className={css['ratingTrack']} aria-hidden="true">
                    <span style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <b>{count}</b>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </ChartCard>
  );
}
