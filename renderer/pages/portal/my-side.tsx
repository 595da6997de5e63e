import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { MyTicketCard } from '#renderer/pages/portal/my-ticket-card.tsx';
import css from '#renderer/pages/portal/portal.module.css';
import { RateStars } from '#renderer/pages/portal/rate-stars.tsx';
import type { LeaveBalance } from '#shared/domain/service/leave.ts';
import type { MyTicket } from '#shared/queries/ticket.ts';

const SHOWN = 8;

/** «Who has it, and since when»: what waits for me first, answered in place. */
export function MySide({ balance }: { balance: LeaveBalance | null }) {
  const t = useWords('portal');
  const mine = useQuery('ticket.mine', { ended: false, text: null, limit: SHOWN }).data;
  const [closed, setClosed] = useState<readonly MyTicket[]>([]);
  const [rated, setRated] = useState<Record<string, number>>({});
  return (
    <aside className={css['side']} aria-label={t('tab_mine')} data-area="panel">
      <header className={css['sideHead']}>
        <h2>
          {t('tab_mine')} {mine && mine.open > 0 && <span className={css['count']}>{mine.open}</span>}
        </h2>
        <Link to="/tickets/mine">{t('all')}</Link>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['sideBody']} tabIndex={0} aria-label={t('tab_mine')}>
        {closed.map((ticket) => (
          <article key={ticket.id} className={css['thanks']} aria-label={ticket.title}>
            <p>{t('closedThanks', { title: ticket.title })}</p>
            <RateStars
              id={ticket.id}
              given={rated[ticket.id] ?? null}
              onRated={(rating) => setRated((before) => ({ ...before, [ticket.id]: rating }))}
            />
          </article>
        ))}
        {mine?.tickets.map((ticket) => (
          <MyTicketCard
            key={ticket.id}
            ticket={ticket}
            onClosed={(done) => setClosed((before) => [...before.filter((one) => one.id !== done.id), done])}
          />
        ))}
        {mine && mine.tickets.length === 0 && closed.length === 0 && (
          <div className={css['teach']}>
            <b>{t('noneYet')}</b>
            <p>{t('noneYetText')}</p>
          </div>
        )}
        {mine && mine.open > mine.tickets.length && (
          <Link className={css['rest']} to="/tickets/mine">
            {t('more', { count: mine.open - mine.tickets.length })}
          </Link>
        )}
        {balance && balance.granted > 0 && (
          <div className={css['figures']}>
            <Figure value={balance.available} words={t('daysNow', { count: balance.available })} />
            <Figure value={balance.planned} words={t('daysAsked', { count: balance.planned })} />
          </div>
        )}
      </section>
    </aside>
  );
}

function Figure({ value, words }: { value: number; words: string }) {
  return (
    <Link to="/tickets/vacations" className={css['figure']}>
      <b>{value}</b>
      <span>{words}</span>
    </Link>
  );
}
