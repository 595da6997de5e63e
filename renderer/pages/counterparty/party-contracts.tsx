import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusLabel } from '#renderer/components/status.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import { newestFirst, useContractsRegister } from '#renderer/state/documents-register.ts';
import { contractKinds } from '#shared/domain/document.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

const SHOWN = 50;

/** Contracts with a counterparty and the stage each is at. */
export function PartyContracts({ card }: { card: CounterpartyCard }) {
  const t = useWords('counterparties');
  const words = useWords('contracts');
  const contract = useWords('contract');
  const status = useWords('status');
  const navigate = useNavigate();
  const filter = { counterpartyId: card.counterparty.id };
  const { data } = useQuery('document.list', {
    filter: { ...filter, kinds: [...contractKinds] },
    sort: newestFirst,
    start: 0,
    end: SHOWN,
  });
  if (!data) return null;
  const all = () => {
    useContractsRegister.getState().open('all', { filter, sort: newestFirst });
    navigate('/contracts');
  };
  return (
    <div className={css['documents']}>
      <div className={css['above']}>
        {card.counterparty.archivedAt === null && (
          <ActionButton
            size="xs"
            icon={<IconPlus size={14} stroke={1.6} />}
            onClick={() => navigate('/documents/new/contract', { state: filter })}
          >
            {t('contractCreate')}
          </ActionButton>
        )}
      </div>
      {data.total === 0 ? (
        <p className={css['none']}>{t('contractsNone')}</p>
      ) : (
        <>
          <table className={css['rows']} aria-label={t('tabContracts')}>
            <thead>
              <tr>
                <th scope="col">{words('number')}</th>
                <th scope="col">{words('subject')}</th>
                <th scope="col" className={css['end']}>
                  {contract('amount')}
                </th>
                <th scope="col">{t('contractTerm')}</th>
                <th scope="col">{t('contractStage')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <a href={`#/documents/${row.id}`} className={css['entry']}>
                      <KindIcon kind={row.kind} />
                      <span className="op-hidden">{status(`kind_${row.kind}`)} </span>
                      <RegistrationNumber number={row.number} plain />
                    </a>
                  </td>
                  <td title={row.subject}>{row.subject}</td>
                  <td className={css['end']}>{row.amount === null ? '' : formatMoney(row.amount, row.currency)}</td>
                  <td className="op-figures">{row.expiresOn ? formatDate(row.expiresOn) : t('contractEndless')}</td>
                  <td>
                    <StatusLabel status={row.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={css['more']}>
            <LinkButton onClick={all}>{t('allContracts', { count: data.total })}</LinkButton>
          </p>
        </>
      )}
    </div>
  );
}
