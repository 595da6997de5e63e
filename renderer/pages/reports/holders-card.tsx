import { IconInbox, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { whole } from '#renderer/pages/approval/use-names.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { holderKey, pressings, type Subject } from '#renderer/pages/reports/report-place.ts';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { HolderLoad } from '#shared/queries/analytics.ts';

/** So many squares stand in a row; the figure beside them tells the rest. */
const SQUARES = 10;

/** Who has the ball: a square for each record, late ones first. `most` cuts the list. */
export function HoldersCard(props: {
  subject: Subject;
  holders: readonly HolderLoad[];
  most?: number;
  placeOf: (show: string) => string;
}) {
  const { holders, placeOf } = props;
  const words = useReportWords(props.subject);
  const { t } = words;
  const shown = holders.slice(0, props.most ?? holders.length);
  // Who is asked at the same time as others has the same record.
  const total = new Set(holders.flatMap((one) => pressings.flatMap((how) => one.cases?.[how] ?? []))).size;
  const several = holders.reduce((sum, one) => sum + one.total, 0) > total;
  return (
    <ChartCard
      title={t('holders')}
      note={several ? t('holdersSeveral', { cases: words.cases(total) }) : words.cases(total)}
      table={holders.length > 0 ? words.holders(holders) : null}
      placeOf={placeOf}
    >
      {holders.length === 0 && <p className={css['quiet']}>{t('nobodyHolds')}</p>}
      <ul className={css['holders']}>
        {shown.map((holder) => (
          <li key={holderKey(holder)} className={css['holder']}>
            <Picture holder={holder} />
            <span className={css['holderName']}>
              <b title={words.holderName(holder)}>{whole(words.holderName(holder))}</b>
              <span>
                {holder.type === 'desk'
                  ? t('deskNote')
                  : holder.employeeId === null
                    ? t('requestersNote')
                    : [holder.position, holder.branchCity].filter(Boolean).join(', ')}
              </span>
            </span>
            <span className={css['squares']}>
              {squaresOf(holder).map(({ how, count }) => (
                <Link
                  key={how}
                  className={css['squareGroup']}
                  to={placeOf(`holder/${holderKey(holder)}/${how}`)}
                  aria-label={t('holderLabel', {
                    name: words.holderName(holder),
                    how: t(how),
                    count: holder[how],
                  })}
                >
                  {Array.from({ length: count }, (_, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: squares are all alike
                    <span key={at} className={css['square']} data-how={how} />
                  ))}
                </Link>
              ))}
            </span>
            <Link
              className={css['holderTotal']}
              to={placeOf(`holder/${holderKey(holder)}`)}
              aria-label={`${words.holderName(holder)}: ${words.cases(holder.total)}`}
            >
              {holder.total}
            </Link>
          </li>
        ))}
      </ul>
      {holders.length > shown.length && (
        <p className={css['quiet']}>{t('holdersMore', { count: holders.length - shown.length })}</p>
      )}
      {holders.length > 0 && (
        <ul className={css['legend']} data-below>
          {(['onTime', 'soon', 'late'] as const).map((how) => (
            <li key={how}>
              <span className={css['square']} data-how={how} aria-hidden="true" /> {t(how)}
            </li>
          ))}
        </ul>
      )}
    </ChartCard>
  );
}

function Picture({ holder }: { holder: HolderLoad }) {
  if (holder.employeeId !== null)
    return <PersonAvatar id={holder.employeeId} name={holder.fullName ?? ''} decorative />;
  return (
    <span className={css['deskIcon']} aria-hidden="true">
      {holder.type === 'desk' ? <IconInbox size={14} stroke={1.6} /> : <IconUsers size={14} stroke={1.6} />}
    </span>
  );
}

/** At most so many squares, of each kind at least one. */
function squaresOf(holder: HolderLoad): { how: (typeof pressings)[number]; count: number }[] {
  let left = SQUARES;
  return pressings.flatMap((how, place) => {
    const later = pressings.slice(place + 1).filter((one) => holder[one] > 0).length;
    const count = Math.min(holder[how], left - later);
    left -= count;
    return count > 0 ? [{ how, count }] : [];
  });
}
