import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { StatusLabel } from '#renderer/components/status.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount, formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import type { DocumentListRow } from '#shared/queries/document.ts';

/** The columns of the register of contracts. `roomy`: the type has room for a column. */
export function useContractColumns(roomy: boolean): GridColumn<DocumentListRow>[] {
  const t = useWords('contracts');
  const status = useWords('status');
  const words = useWords('contract');
  return useMemo(
    (): GridColumn<DocumentListRow>[] => [
      {
        id: 'number',
        fixed: true,
        header: t('number'),
        width: 172,
        sortable: true,
        render: (row) => (
          <>
            <KindIcon kind={row.kind} />
            <span className="op-hidden">{status(`kind_${row.kind}`)}</span>
            <RegistrationNumber number={row.number} />
          </>
        ),
      },
      {
        id: 'counterparty',
        header: t('counterparty'),
        flex: 1,
        minWidth: 90,
        sortable: true,
        text: (row) =>
          row.counterpartyName ? partyTitle({ name: row.counterpartyName, legalForm: row.counterpartyForm }) : '–',
      },
      { id: 'subject', header: t('subject'), flex: 1.2, minWidth: 100, sortable: true, text: (row) => row.subject },
      {
        id: 'type',
        header: t('type'),
        width: 118,
        hidden: !roomy,
        text: (row) => (row.contractType ? words(`${row.contractType}Type`) : '–'),
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 118,
        align: 'end',
        sortable: true,
        // The column speaks of roubles; another currency names itself.
        text: (row) =>
          row.amount === null
            ? ''
            : row.currency === 'RUB'
              ? formatAmount(row.amount)
              : formatMoney(row.amount, row.currency),
      },
      {
        id: 'expiresOn',
        header: t('expiresOn'),
        width: 98,
        sortable: true,
        text: (row) => (row.expiresOn ? formatDate(row.expiresOn) : t('endless')),
      },
      {
        id: 'state',
        header: t('state'),
        width: 146,
        sortable: true,
        render: (row) => <StatusLabel status={row.state} />,
      },
      {
        id: 'responsible',
        header: t('responsible'),
        width: 38,
        silentHeader: true,
        resizable: false,
        render: (row) =>
          row.responsibleId && row.responsibleName ? (
            <PersonAvatar id={row.responsibleId} name={row.responsibleName} />
          ) : null,
      },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 40,
        silentHeader: true,
        resizable: false,
        render: (row) => <RecordReceipt entity="document" id={row.id} receipt={row.receipt} />,
      },
    ],
    [t, status, words, roomy],
  );
}
