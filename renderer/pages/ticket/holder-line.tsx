import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useNames } from '#renderer/pages/approval/use-names.ts';
import css from '#renderer/pages/ticket/ticket.module.css';
import { useNearTime } from '#renderer/pages/ticket/use-near-time.ts';
import type { Holder } from '#shared/queries/ticket.ts';

/** Who has it now and since when: «Ким Евгений за Олега Басова, с 11:05». */
export function HolderLine({ holder }: { holder: Holder }) {
  const t = useWords('queues');
  const names = useNames();
  const near = useNearTime();
  if (holder.type === 'nobody') return <span className={css['quiet']}>{t('holderNobody')}</span>;
  return (
    <span className={css['holder']}>
      {holder.employeeId && holder.fullName ? (
        <>
          <PersonAvatar id={holder.employeeId} name={holder.fullName} decorative />
          <span>{holder.fullName}</span>
        </>
      ) : (
        <span>
          {holder.type === 'requester' ? t('holderRequester') : t('holderDesk', { queue: holder.queueName ?? '' })}
        </span>
      )}
      {holder.insteadOfName && (
        <span className={css['instead']}>{t('insteadOf', { name: names(holder.insteadOfName, 'accusative') })}</span>
      )}
      {holder.others > 0 && <span className={css['quiet']}>{t('holderOthers', { count: holder.others })}</span>}
      {holder.since !== null && <span className={css['quiet']}>{t('clockSince', { time: near(holder.since) })}</span>}
    </span>
  );
}
