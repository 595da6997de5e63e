import { IconCopy } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparties/counterparties.module.css';
import { partyTitle } from '#renderer/pages/documents/counterparty-picker.tsx';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import type { CounterpartyListRow } from '#shared/queries/counterparty.ts';

/** The register's columns. `roomy`: there is room for kind and phone. */
export function usePartyColumns(roomy: boolean): GridColumn<CounterpartyListRow>[] {
  const t = useWords('counterparties');
  const status = useWords('status');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        flex: 2,
        minWidth: 180,
        sortable: true,
        render: (row) => (
          <>
            <span className="op-ellipsis">{partyTitle(row)}</span>
            {row.possibleDuplicateOf && (
              <span className={css['duplicate']}>
                <IconCopy size={12} stroke={1.6} aria-hidden="true" />
                {t('duplicate')}
              </span>
            )}
          </>
        ),
      },
      { id: 'inn', header: t('inn'), width: 122, sortable: true, text: (row) => row.inn ?? '–' },
      { id: 'kpp', header: t('kpp'), width: 100, text: (row) => row.kpp ?? '–' },
      {
        id: 'kind',
        header: t('kind'),
        width: 164,
        sortable: true,
        hidden: !roomy,
        text: (row) => status(`party_${row.kind}`),
      },
      { id: 'phone', header: t('phone'), width: 150, hidden: !roomy, text: (row) => row.phone ?? '' },
      {
        id: 'documents',
        header: t('documents'),
        width: 104,
        align: 'end',
        sortable: true,
        text: (row) => formatCount(row.documents),
      },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 44,
        silentHeader: true,
        resizable: false,
        render: (row) => <RecordReceipt entity="counterparty" id={row.id} receipt={row.receipt} />,
      },
    ],
    [t, status, roomy],
  );
}
