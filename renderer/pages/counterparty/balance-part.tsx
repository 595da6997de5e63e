import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { debtWord } from '#renderer/pages/counterparty/debt-word.ts';
import css from '#renderer/pages/counterparty/together.module.css';
import { newestFirst, useContractsRegister, useDocumentsRegister } from '#renderer/state/documents-register.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';
import type { Balance, ContractBalance } from '#shared/queries/relations.ts';

/** Contracts told in the page; the rest is in the register. */
const SHOWN = 12;

/** What papers and payments come to, over all and by contract; every figure opens the documents it is made of. */
export function BalancePart(props: {
  partyId: string;
  balance: Balance;
  contracts: readonly ContractBalance[];
  contractCount: number;
}) {
  const { partyId, balance, contracts } = props;
  const t = useWords('relations');
  const navigate = useNavigate();
  const open = (filter: DocumentFilter) => {
    useDocumentsRegister.getState().open('all', { filter, sort: newestFirst });
    navigate('/documents');
  };
  const figures: readonly [keyof Balance & string, string, DocumentKind[]][] = [
    ['invoices', t('invoices'), ['invoice']],
    ['closings', t('closings'), ['act', 'upd']],
    ['paidIn', t('paidIn'), ['payment_in']],
    ['paidOut', t('paidOut'), ['payment_out']],
  ];
  return (
    <section aria-label={t('balance')}>
      <h2 className={css['heading']}>{t('balance')}</h2>
      <dl className={css['figures']}>
        {figures.map(([key, label, kinds]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <LinkButton onClick={() => open({ counterpartyId: partyId, kinds })}>
                {formatMoney(balance[key] as number)}
              </LinkButton>
            </dd>
          </div>
        ))}
        <div data-tone={balance.debt === 0 ? 'quiet' : undefined}>
          <dt>{t(debtWord(balance))}</dt>
          <dd>
            <LinkButton
              onClick={() => open({ counterpartyId: partyId, kinds: ['act', 'upd', 'payment_in', 'payment_out'] })}
            >
              {formatMoney(Math.abs(balance.debt))}
            </LinkButton>
          </dd>
        </div>
      </dl>
      {contracts.length > 0 && (
        <table className={css['contracts']} aria-label={t('balanceOf')}>
          <thead>
            <tr>
              <th scope="col">{t('contractsNow')}</th>
              <th scope="col" className={css['until']}>
                {t('until')}
              </th>
              <th scope="col">{t('invoices')}</th>
              <th scope="col">{t('closings')}</th>
              <th scope="col">{t('paid')}</th>
              <th scope="col">{t('debt')}</th>
            </tr>
          </thead>
          <tbody>
            {contracts.slice(0, SHOWN).map((one) => (
              <ContractRow key={one.contract.id} one={one} onOpen={() => open({ ids: one.documents })} />
            ))}
          </tbody>
        </table>
      )}
      <p className={css['quiet']}>
        {contracts.length === 0 ? t('contractsNowNone') : t('balanceHint')}{' '}
        {props.contractCount > SHOWN && (
          <LinkButton
            onClick={() => {
              const filter = { counterpartyId: partyId };
              useContractsRegister.getState().open('all', { filter, sort: newestFirst });
              navigate('/contracts');
            }}
          >
            {t('showContracts', { count: props.contractCount })}
          </LinkButton>
        )}
      </p>
    </section>
  );
}

function ContractRow({ one, onOpen }: { one: ContractBalance; onOpen: () => void }) {
  const t = useWords('relations');
  const { contract } = one;
  const title = contract.number ? `${contract.number} · ${contract.subject}` : contract.subject;
  const paid = one.payer === 'they' ? one.paidIn - one.paidOut : one.paidOut - one.paidIn;
  return (
    <tr>
      <th scope="row">
        <a href={`#/documents/${contract.id}`} title={title}>
          {title}
        </a>
      </th>
      <td className={css['until']}>{one.expiresOn ? formatDate(one.expiresOn) : '–'}</td>
      {[one.invoices, one.closings, paid].map((sum, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change places
        <td key={n}>
          {sum === 0 ? (
            '–'
          ) : (
            <LinkButton onClick={onOpen}>
              {formatMoney(sum)}
              <span className="op-hidden"> {t('papersOf', { title })}</span>
            </LinkButton>
          )}
        </td>
      ))}
      <td>{one.debt === 0 ? '–' : `${t(debtWord(one))} ${formatMoney(Math.abs(one.debt))}`}</td>
    </tr>
  );
}
