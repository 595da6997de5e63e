import type { ReactNode } from 'react';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import { periodWords } from '#renderer/pages/form-fields/value-words.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import css from '#renderer/pages/work/work.module.css';

/** What a vacation means: how many days, what is left, who stands in and who else is away; enough to decide. */
export function VacationFacts(props: { facts: TicketFacts; vacation: NonNullable<TicketFacts['vacation']> }) {
  const { vacation } = props;
  const t = useWords('work');
  const days = useWords('vacations');
  const { employeeId, from, to, substituteId } = vacation;
  const told = useQuery('vacation.preview', { employeeId, from, to, substituteId, ticketId: vacation.ticketId }).data;
  if (!told) return null;
  const { left, balance, substituteAway, colleagues, backOn } = told;
  const counts = vacation.type === 'annual' && left !== null && balance !== null && balance.granted > 0;
  const name = vacation.substituteName ? whole(vacation.substituteName) : null;
  const entries: (readonly [string, ReactNode] | null)[] = [
    [
      t('vacationDays'),
      <b key="days">
        {days('days', { count: told.days })}, {periodWords(from, to)}
      </b>,
    ],
    counts
      ? [
          t('vacationLeft'),
          left < 0 ? (
            <span key="left" className={css['short']}>
              {t('vacationShort', { days: days('days', { count: -left }) })}
            </span>
          ) : (
            t('vacationLeftOf', { left, available: days('days', { count: balance.available }) })
          ),
        ]
      : null,
    [
      t('standIn'),
      substituteAway && name ? (
        <span key="away" className={css['short']}>
          {t('standInAway', { name, period: periodWords(substituteAway.from, substituteAway.to) })}
        </span>
      ) : (
        (name ?? t('standInNobody'))
      ),
    ],
    [
      t('awayToo'),
      colleagues.length === 0
        ? t('awayNobody')
        : colleagues.map((one) => `${whole(one.fullName)} (${periodWords(one.from, one.to)})`).join(', '),
    ],
    backOn ? [t('backOn'), formatDate(backOn)] : null,
  ];
  return (
    <PanelSection>
      <KeyValues captionWidth={110} entries={entries} />
    </PanelSection>
  );
}
