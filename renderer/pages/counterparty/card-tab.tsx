import { KeyValues } from '#renderer/components/key-values.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { Accounts } from '#renderer/pages/counterparty/accounts.tsx';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { DuplicatesNote } from '#renderer/pages/counterparty/duplicates-note.tsx';
import { Requisites } from '#renderer/pages/counterparty/requisites.tsx';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

/** Requisites with their checks, contacts, bank accounts. */
export function CardTab({ card }: { card: CounterpartyCard }) {
  const { counterparty } = card;
  const t = useWords('counterparties');
  const common = useWords('common');
  const clock = useClock();
  return (
    <div className={css['grid']}>
      {card.duplicates.length > 0 && (
        <div className={css['wide']}>
          <DuplicatesNote own={counterparty} duplicates={card.duplicates} />
        </div>
      )}
      <div>
        <section aria-label={t('requisites')}>
          <h2 className={css['heading']}>{t('requisites')}</h2>
          <Requisites counterparty={counterparty} />
        </section>
        <section aria-label={t('contacts')} className={css['contacts']}>
          <h2 className={css['heading']}>{t('contacts')}</h2>
          <KeyValues
            captionWidth={124}
            entries={[
              [t('fullName'), counterparty.fullName ?? common('none')],
              [t('address'), counterparty.address ?? common('none')],
              [
                t('phone'),
                counterparty.phone ? (
                  <a key="tel" href={`tel:${counterparty.phone}`}>
                    {counterparty.phone}
                  </a>
                ) : (
                  common('none')
                ),
              ],
              [
                t('email'),
                counterparty.email ? (
                  <a key="mail" href={`mailto:${counterparty.email}`}>
                    {counterparty.email}
                  </a>
                ) : (
                  common('none')
                ),
              ],
              counterparty.note
                ? [
                    t('note'),
                    <span key="note" className={css['note']}>
                      {counterparty.note}
                    </span>,
                  ]
                : null,
              [t('createdAt'), clock.moment(counterparty.createdAt)],
              card.authorName ? [t('author'), card.authorName] : null,
            ]}
          />
        </section>
      </div>
      <Accounts card={card} />
    </div>
  );
}
