import { useNavigate } from 'react-router';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusLabel } from '#renderer/components/status.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/counterparty.module.css';
import pad from '#renderer/pages/document/document.module.css';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { PinSwitch } from '#renderer/pages/files/pin-switch.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { newestFirst, useDocumentsRegister } from '#renderer/state/documents-register.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';

const SHOWN = 50;

/** The latest documents of a counterparty, and the way to all of them in the register. */
export function PartyDocuments({ card }: { card: CounterpartyCard }) {
  const t = useWords('counterparties');
  const words = useWords('documents');
  const transfers = useWords('transfers');
  const kindOf = useKindWords();
  const navigate = useNavigate();
  const filter = { counterpartyId: card.counterparty.id };
  const { data } = useQuery('document.list', { filter, sort: newestFirst, start: 0, end: SHOWN });
  if (!data) return null;
  const all = () => {
    useDocumentsRegister.getState().open('all', { filter, sort: newestFirst });
    navigate('/documents');
  };
  if (data.total === 0)
    return (
      <div className={pad['pad']}>
        <p className={css['none']}>{t('sumsEmpty')}</p>
      </div>
    );
  return (
    <div className={css['documents']}>
      <div className={css['keep']}>
        <PinSwitch
          entity="counterparty"
          id={card.counterparty.id}
          title={card.counterparty.name}
          hint={transfers('pinHintParty')}
        />
      </div>
      <table className={css['rows']} aria-label={t('lastDocuments')}>
        <thead>
          <tr>
            <th scope="col">{words('number')}</th>
            <th scope="col">{words('date')}</th>
            <th scope="col">{words('kind')}</th>
            <th scope="col">{words('subject')}</th>
            <th scope="col" className={css['end']}>
              {words('conditionAmount')}
            </th>
            <th scope="col">{words('state')}</th>
            <th scope="col">
              <span className="op-hidden">{words('receipt')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`#/documents/${row.id}`}>
                  <RegistrationNumber number={row.number} plain />
                </a>
              </td>
              <td className="op-figures">{formatDate(row.date)}</td>
              <td>{kindOf(row)}</td>
              <td title={row.subject}>{row.subject}</td>
              <td className={css['end']}>{row.amount === null ? '' : formatMoney(row.amount, row.currency)}</td>
              <td>
                <StatusLabel status={row.state} />
              </td>
              <td>
                <RecordReceipt entity="document" id={row.id} receipt={row.receipt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css['more']}>
        <LinkButton onClick={all}>{t('allDocuments', { count: data.total })}</LinkButton>
      </p>
    </div>
  );
}
