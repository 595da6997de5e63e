import { IconInbox, IconUser } from '@tabler/icons-react';
import { DueClock } from '#renderer/components/due-clock.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { Due } from '#renderer/pages/approval/due.tsx';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import css from '#renderer/pages/portal/ticket-parts.module.css';
import { useTimes } from '#renderer/pages/portal/use-times.ts';
import { useLink } from '#renderer/state/link.ts';
import type { Holder, MyTicket } from '#shared/queries/ticket.ts';

/** Who has a request now, in words: «у Марины Тен с 12.05», «у Егора Кима, за Олега Басова», «в очереди «Кадры»». */
export function useHolderWords(): (holder: Holder) => string {
  const t = useWords('portal');
  const names = useNames();
  const times = useTimes();
  return (holder) => {
    const since = holder.since === null ? '' : t('heldSince', { time: times.since(holder.since) });
    switch (holder.type) {
      case 'person': {
        const name = names(holder.fullName ?? '', 'genitive');
        const who = holder.insteadOfName
          ? t('heldFor', { name, absent: names(holder.insteadOfName, 'accusative') })
          : t('heldBy', { name });
        const more = holder.others > 0 ? t('heldMore', { count: holder.others }) : '';
        return [who, more, since].filter(Boolean).join(' ');
      }
      case 'desk':
        return [t('heldByDesk', { queue: holder.queueName ?? '' }), since].filter(Boolean).join(' ');
      case 'requester':
        return [t('heldByYou'), since].filter(Boolean).join(' ');
      case 'nobody':
        return '';
    }
  };
}

/** Who has it, and until when it is due. */
export function HolderLine({
  ticket,
}: {
  ticket: Pick<MyTicket, 'holder' | 'dueAt' | 'minutesLeft' | 'left'> & { pending?: boolean; number?: string | null };
}) {
  const t = useWords('portal');
  const words = useHolderWords();
  const { holder } = ticket;
  const isOff = useLink((state) => state.status !== null && state.status.link !== 'online');
  // What has never been in the centre is with nobody yet, and goes nowhere without a link.
  const waits = isOff && ticket.pending === true && ticket.number === null;
  const text = !waits
    ? words(holder)
    : holder.type === 'desk'
      ? t('goesToDesk', { queue: holder.queueName ?? '' })
      : t('goesLater');
  if (text === '') return null;
  return (
    <div className={css['holder']}>
      <span className={css['who']}>
        {holder.type === 'person' && holder.employeeId ? (
          <PersonAvatar id={holder.employeeId} name={holder.fullName ?? ''} decorative />
        ) : (
          <span className={css['deskIcon']}>
            {holder.type === 'desk' ? (
              <IconInbox size={14} stroke={1.6} aria-hidden="true" />
            ) : (
              <IconUser size={14} stroke={1.6} aria-hidden="true" />
            )}
          </span>
        )}
        <span className={css['whoName']} title={text} data-instead={holder.insteadOfName !== null || undefined}>
          {text}
        </span>
      </span>
      {holder.type === 'requester' ? (
        <DueClock state="pause">{t('waitsForYou')}</DueClock>
      ) : (
        <Due
          dueAt={ticket.dueAt}
          left={ticket.left}
          minutesLeft={ticket.minutesLeft}
          form="moment"
          named={(time) => t('late', { time })}
        />
      )}
    </div>
  );
}
