import { IconHistory, IconPlugConnectedX } from '@tabler/icons-react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { overMinutes } from '#renderer/pages/ticket/sla-words.ts';
import css from '#renderer/pages/ticket/talk.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useClockLength } from '#renderer/pages/ticket/use-clock-length.ts';
import { useNearTime } from '#renderer/pages/ticket/use-near-time.ts';

/** When it happened, when the centre learned of it, and what the lateness is due to. */
export function TwoTimes({ facts }: { facts: TicketFacts }) {
  const t = useWords('talk');
  const near = useNearTime();
  const clock = useClock();
  const duration = useClockLength();
  const { twoTimes, ticket, response } = facts;
  if (!twoTimes) return null;
  const over = overMinutes({ ...response, lived: ticket.responseLived });
  const link = duration(twoTimes.linkMinutes);
  const told =
    response.late === 'link' && twoTimes.respondedAt !== null
      ? t('twoLink', { length: duration(over ?? twoTimes.linkMinutes), spent: duration(twoTimes.spent ?? 0) })
      : twoTimes.respondedAt === null
        ? t('twoLinkNoAnswer', { length: link })
        : t(response.late === 'own' ? 'twoOwn' : 'twoFine', { length: link });
  const lines = [
    [twoTimes.occurredAt, t('twoMade')],
    [twoTimes.receivedAt, t('twoLearned')],
    ...(twoTimes.respondedAt === null
      ? []
      : [[twoTimes.respondedAt, t('twoAnswered', { length: duration(twoTimes.spent ?? 0) })] as const]),
  ] as const;
  return (
    <section className={css['two']} aria-label={t('twoTimes')}>
      <h3 className={css['twoTitle']}>
        <IconHistory size={16} stroke={1.6} aria-hidden="true" />
        {t('twoTimes')}
      </h3>
      <ol className={css['twoLines']}>
        {lines.map(([at, words]) => (
          <li key={words}>
            <time dateTime={new Date(at).toISOString()} title={clock.moment(at)}>
              {near(at)}
            </time>
            <span>{words}</span>
          </li>
        ))}
      </ol>
      <p className={css['twoEnd']}>
        <IconPlugConnectedX size={14} stroke={1.6} aria-hidden="true" />
        <span>{told}</span>
      </p>
    </section>
  );
}
