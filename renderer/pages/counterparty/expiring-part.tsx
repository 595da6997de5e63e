import { useClock } from '#renderer/data/directory.tsx';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDayWords } from '#renderer/pages/counterparty/timeline.tsx';
import css from '#renderer/pages/counterparty/together.module.css';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Expiring } from '#shared/queries/relations.ts';

/** What ends or falls due in the next days, and what has just passed. */
export function ExpiringPart({ expiring, partyId }: { expiring: readonly Expiring[]; partyId: string }) {
  const t = useWords('relations');
  const contract = useWords('contract');
  const dayWords = useDayWords();
  const today = useClock().today();
  const kindOf = (one: Expiring): string => {
    if (one.type === 'contract') return t('ends_contract');
    if (one.type === 'check') return t('ends_check');
    if (one.type === 'date') return contract(`keyDate_${one.kind as RowOf<'key_date'>['kind']}`);
    return contract(`${one.kind as RowOf<'obligation'>['kind']}Obligation`);
  };
  return (
    <section aria-label={t('expiring')}>
      <h2 className={css['heading']}>{t('expiring')}</h2>
      {expiring.length === 0 && <p className={css['none']}>{t('expiringNone')}</p>}
      <ul className={css['small']}>
        {expiring.map((one) => (
          <li key={`${one.type}/${one.id}`}>
            <a
              href={one.documentId ? `#/documents/${one.documentId}` : `#/counterparties/${partyId}?tab=check`}
              title={one.title || kindOf(one)}
            >
              {one.title || kindOf(one)}
            </a>
            <span className={css['quiet']} data-late={one.daysLeft < 0 || undefined}>
              {[
                one.title ? kindOf(one) : null,
                dayWords(one.date, today),
                one.amount === null || one.type === 'contract' ? null : formatMoney(one.amount),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
