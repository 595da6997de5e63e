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
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import type { DocumentListRow } from '#shared/queries/document.ts';

/** The register's columns. `roomy`: the kind has room for a column of words instead of an icon alone. */
export function useColumns(roomy: boolean): GridColumn<DocumentListRow>[] {
  const t = useWords('documents');
  const kindOf = useKindWords();
  return useMemo(
    (): GridColumn<DocumentListRow>[] => [
      {
        id: 'number',
        fixed: true,
        header: t('number'),
        width: 178,
        sortable: true,
        render: (row) => (
          <>
            <KindIcon kind={row.kind} />
            <span className="op-hidden">{kindOf(row)}</span>
            <RegistrationNumber number={row.number} />
          </>
        ),
      },
      { id: 'date', header: t('date'), width: 92, sortable: true, text: (row) => formatDate(row.date) },
      {
        id: 'kind',
        header: t('kind'),
        width: 124,
        sortable: true,
        hidden: !roomy,
        text: kindOf,
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
      { id: 'subject', header: t('subject'), flex: 1.3, minWidth: 100, sortable: true, text: (row) => row.subject },
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
        id: 'state',
        header: t('state'),
        width: 150,
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
    [t, kindOf, roomy],
  );
}
