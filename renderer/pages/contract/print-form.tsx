import { createPortal } from 'react-dom';
import { useClock, useDirectory, useMinute } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ContractFacts } from '#renderer/pages/contract/contract-facts.ts';
import { vatWords } from '#renderer/pages/contract/money-panel.tsx';
import { standingOf } from '#renderer/pages/contract/obligation-standing.ts';
import css from '#renderer/pages/contract/print-form.module.css';
import { useContractWords } from '#renderer/pages/contract/use-contract-words.ts';
import { useCustomWords } from '#renderer/pages/document/use-custom-words.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { useSession } from '#renderer/state/session.ts';
import type { DocumentCard } from '#shared/queries/document.ts';

/** The card of a contract as it goes to paper: seen only when the window is printed, and then nothing else is. */
export function PrintForm({ card, facts }: { card: DocumentCard; facts: ContractFacts }) {
  const { document, counterparty } = card;
  const t = useWords('contract');
  const status = useWords('status');
  const words = useContractWords();
  const customWords = useCustomWords();
  const clock = useClock();
  const now = useMinute();
  const { organization, branchOf } = useDirectory();
  const who = useSession((session) => session.state?.user?.fullName ?? '');
  const { amount, currency } = document;
  const lines: [string, string][] = [
    [t('ours'), organization ? `${organization.fullName}, ${t('inn')} ${organization.inn}` : ''],
    [
      t('theirs'),
      counterparty
        ? [counterparty.fullName ?? partyTitle(counterparty), counterparty.inn && `${t('inn')} ${counterparty.inn}`]
            .filter(Boolean)
            .join(', ')
        : '',
    ],
    [t('subject'), document.subject],
    [t('type'), document.contractType ? t(`${document.contractType}Type`) : ''],
    [
      t('amount'),
      amount === null ? '' : [formatMoney(amount, currency), vatWords(t, document)].filter(Boolean).join(', '),
    ],
    [t('term'), words.term(document.effectiveFrom, document.expiresOn)],
    [t('renewal'), document.renewal ? t(`renewal_${document.renewal}`) : ''],
    [t('theirNumber'), document.counterpartyNumber ?? ''],
    [t('branch'), branchOf(document.branchId)?.city ?? ''],
    [t('responsible'), card.responsibleName ?? ''],
    ...facts.definitions.map((one): [string, string] => [one.label, customWords(one, document.custom?.[one.key])]),
    [t('note'), document.note ?? ''],
  ];
  return createPortal(
    <div className={css['paper']} aria-hidden="true">
      <h1>
        {document.number ? t('printTitle', { number: document.number }) : t('printTitleBare')},{' '}
        {formatDate(document.date)}
      </h1>
      <p>{status(`state_${document.state}`)}</p>
      <table>
        <tbody>
          {lines
            .filter(([, value]) => value !== '')
            .map(([label, value]) => (
              <tr key={label}>
                <th>{label}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {facts.obligations.length > 0 && (
        <>
          <h2>{t('tab_obligations')}</h2>
          <table>
            <tbody>
              {facts.obligations.map((line) => (
                <tr key={line.row.id}>
                  <td>{formatDate(line.row.dueDate)}</td>
                  <td>{line.row.title}</td>
                  <td>{t(`side_${line.row.side}`)}</td>
                  <td className={css['sum']}>
                    {line.row.amount === null ? '' : formatMoney(line.row.amount, currency)}
                  </td>
                  <td>{t(`state_${standingOf(line)}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {facts.keyDates.length > 0 && (
        <>
          <h2>{t('keyDates')}</h2>
          <table>
            <tbody>
              {facts.keyDates.map((line) => (
                <tr key={line.id ?? line.kind}>
                  <td>{formatDate(line.date)}</td>
                  <td>{words.keyDate(line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className={css['foot']}>{t('printedAt', { time: clock.moment(now), who })}</p>
    </div>,
    window.document.body,
  );
}
