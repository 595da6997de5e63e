import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import together from '#renderer/pages/counterparty/together.module.css';
import type { PersonCard } from '#renderer/pages/people/person-facts.ts';
import { newestFirst, useContractsRegister } from '#renderer/state/documents-register.ts';

/** Contracts under way that the person answers for, those that end first on top. */
export function PersonPapers({ card }: { card: PersonCard }) {
  const t = useWords('relations');
  const navigate = useNavigate();
  const all = () => {
    useContractsRegister.getState().open('all', { filter: { responsibleIds: [card.person.id] }, sort: newestFirst });
    navigate('/contracts');
  };
  return (
    <section aria-label={t('personContracts')}>
      <h2 className={together['heading']}>{t('contractsNow')}</h2>
      {card.contracts.length === 0 && <p className={together['none']}>{t('contractsNowNone')}</p>}
      <ul className={together['small']}>
        {card.contracts.slice(0, 8).map((one) => (
          <li key={one.id}>
            <a href={`#/documents/${one.id}`} title={one.subject}>
              {one.number ? `${one.number} · ${one.subject}` : one.subject}
            </a>
            <span className={together['quiet']}>
              {[
                one.counterpartyName,
                one.amount === null ? null : formatMoney(one.amount, one.currency),
                one.expiresOn ? `${t('until').toLowerCase()} ${formatDate(one.expiresOn)}` : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {card.contractCount > 0 && (
        <p className={together['way']}>
          <LinkButton onClick={all}>{t('showContracts', { count: card.contractCount })}</LinkButton>
        </p>
      )}
    </section>
  );
}
