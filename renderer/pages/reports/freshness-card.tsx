import { IconHistory } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import { isStale, lagOf } from '#renderer/pages/reports/stale.ts';
import type { Freshness } from '#shared/queries/analytics.ts';

/** So long ago a bar is empty, in milliseconds. */
const SPAN = 24 * 3_600_000;

/** How fresh what is known of each branch is. */
export function FreshnessCard({ freshness }: { freshness: readonly Freshness[] }) {
  const words = useReportWords('tickets');
  const { t } = words;
  const near = useNearMoment();
  return (
    <ChartCard
      title={t('freshness')}
      note={t('freshnessNote')}
      table={words.freshness(freshness)}
      placeOf={(show) => show}
    >
      <ul className={css['fresh']}>
        {freshness.map((one) => {
          const stale = isStale(one, freshness);
          const lag = lagOf(one, freshness);
          const full = lag === null ? 0 : Math.max(0.04, 1 - lag / SPAN);
          return (
            <li key={one.branchId} data-stale={stale || undefined}>
              <span className={css['freshName']}>{one.branchCity}</span>
              <span className={css['freshTrack']} aria-hidden="true">
                <span style={{ width: `${full * 100}%` }} />
              </span>
              <b title={one.delayed > 0 ? t('delayed', { count: one.delayed }) : undefined}>
                {one.lastAt === null ? t('freshNever') : near(one.lastAt)}
              </b>
            </li>
          );
        })}
      </ul>
      <p className={css['quiet']}>{t('freshnessText')}</p>
    </ChartCard>
  );
}

/** The branch whose data is oldest, named above the report. */
export function StaleStrip({ freshness }: { freshness: readonly Freshness[] }) {
  const t = useWords('reports');
  const near = useNearMoment();
  const stale = freshness.filter((one) => isStale(one, freshness)).sort((a, b) => (a.lastAt ?? 0) - (b.lastAt ?? 0));
  const [first] = stale;
  if (!first) return null;
  return (
    <span className={css['stale']} role="note">
      <IconHistory size={14} stroke={1.6} aria-hidden="true" />
      {[
        first.lastAt === null
          ? t('staleNever', { city: first.branchCity })
          : t('staleBranch', { city: first.branchCity, time: near(first.lastAt) }),
        first.delayed > 0 ? t('delayed', { count: first.delayed }) : '',
        stale.length > 1 ? t('staleMore', { count: stale.length - 1 }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
}

/** «14:02» today, «20.11, 14:02» before. */
function useNearMoment(): (at: number) => string {
  const clock = useClock();
  return (at) => {
    const day = clock.date(at);
    return day === clock.today() ? clock.time(at) : `${formatShortDate(day)}, ${clock.time(at)}`;
  };
}
