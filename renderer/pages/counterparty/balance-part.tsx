import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { debtWord } from '#renderer/pages/counterparty/debt-word.ts';
import css from '#renderer/pages/counterparty/together.module.css';
import { newestFirst, useContractsRegister, useDocumentsRegister } from '#renderer/state/documents-register.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';
import {
  type Balance,
  type ContractBalance,
  contractsUnderWay,
  type Figure,
  papersOf,
} from '#shared/queries/relations.ts';

/** Contracts told in the page; the rest is in the register. */
const SHOWN = 12;
const settled: readonly Figure[] = ['closings', 'paidIn', 'paidOut'];

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
  const open = (of: DocumentFilter, figures: readonly Figure[]) => {
    const filter = { ...of, ...papersOf(figures) };
    useDocumentsRegister.getState().open('all', { filter, sort: newestFirst });
    navigate('/documents');
  };
  return (
    <section aria-label={t('balance')}>
      <h2 className={css['heading']}>{t('balance')}</h2>
      <dl className={css['figures']}>
        {(['invoices', 'closings', 'paidIn', 'paidOut'] as const).map((figure) => (
          <div key={figure}>
            <dt>{t(figure)}</dt>
            <dd>
              <LinkButton onClick={() => open({ counterpartyId: partyId }, [figure])}>
                {formatMoney(balance[figure])}
              </LinkButton>
            </dd>
          </div>
        ))}
        <div data-tone={balance.debt === 0 ? 'quiet' : undefined}>
          <dt>{t(debtWord(balance))}</dt>
          <dd>
            <LinkButton onClick={() => open({ counterpartyId: partyId }, settled)}>
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
              <ContractRow
                key={one.contract.id}
                one={one}
                onOpen={(figures) => open({ ids: one.documents }, figures)}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className={css['quiet']}>
        {contracts.length === 0 ? t('contractsNowNone') : t('balanceHint')}{' '}
        {props.contractCount > SHOWN && (
          <LinkButton
            onClick={() => {
              const filter = { counterpartyId: partyId, ...contractsUnderWay };
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

function ContractRow(props: { one: ContractBalance; onOpen: (figures: readonly Figure[]) => void }) {
  const { one, onOpen } = props;
  const t = useWords('relations');
  const { contract } = one;
  const title = contract.number ? `${contract.number} · ${contract.subject}` : contract.subject;
  const paid = one.payer === 'they' ? one.paidIn - one.paidOut : one.paidOut - one.paidIn;
  const cells: readonly { sum: number; text: string; figures: readonly Figure[] }[] = [
    { sum: one.invoices, text: formatMoney(one.invoices), figures: ['invoices'] },
    { sum: one.closings, text: formatMoney(one.closings), figures: ['closings'] },
    { sum: paid, text: formatMoney(paid), figures: ['paidIn', 'paidOut'] },
    { sum: one.debt, text: `${t(debtWord(one))} ${formatMoney(Math.abs(one.debt))}`, figures: settled },
  ];
  return (
    <tr>
      <th scope="row">
        <a href={`#/documents/${contract.id}`} title={title}>
          {title}
        </a>
      </th>
      <td className={css['until']}>{one.expiresOn ? formatDate(one.expiresOn) : '–'}</td>
      {cells.map(({ sum, text, figures }) => (
        <td key={figures.join()}>
          {sum === 0 ? (
            '–'
          ) : (
            <LinkButton onClick={() => onOpen(figures)}>
              {text}
              <span className="op-hidden"> {t('papersOf', { title })}</span>
            </LinkButton>
          )}
        </td>
      ))}
    </tr>
  );
}
