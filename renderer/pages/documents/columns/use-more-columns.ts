import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { dueDay, originalsDay } from '#renderer/pages/control/due-day.tsx';
import type { DocumentListRow } from '#shared/queries/document.ts';

type Column = GridColumn<DocumentListRow>;

type Plain =
  | ('counterpartyNumber' | 'vatAmount' | 'currency' | 'branch' | 'contractType' | 'labels' | 'author' | 'deviceName')
  | ('dueDate' | 'doneOn' | 'signedOn' | 'effectiveFrom' | 'expiresOn' | 'originals' | 'originalsDueOn')
  | ('createdAt' | 'receivedAt' | 'registeredAt');

/** Columns of rarer fields, the same in every register; none is shown until a person asks for it. */
export function useMoreColumns(): Column[] {
  const t = useWords('register');
  const contract = useWords('contract');
  const { branchOf } = useDirectory();
  const clock = useClock();
  return useMemo(() => {
    const plain = (id: Plain, width: number, text: Column['text'], sortable = true): Column => ({
      id,
      header: t(id),
      width,
      sortable,
      hidden: true,
      ...(text ? { text } : {}),
    });
    const day = (id: 'doneOn' | 'signedOn' | 'effectiveFrom' | 'expiresOn') =>
      plain(id, 98, (row) => (row[id] ? formatDate(row[id]) : ''));
    const moment = (id: 'createdAt' | 'receivedAt' | 'registeredAt') =>
      plain(id, 126, (row) => (row[id] === null ? '' : clock.moment(row[id])));
    return [
      plain('counterpartyNumber', 120, (row) => row.counterpartyNumber ?? '', false),
      { ...plain('vatAmount', 118, (row) => money(row.vatAmount, row.currency)), align: 'end' },
      plain('currency', 72, (row) => row.currency),
      { ...plain('dueDate', 98, undefined), render: dueDay },
      day('doneOn'),
      day('signedOn'),
      day('effectiveFrom'),
      day('expiresOn'),
      plain('originals', 104, (row) => (row.originals ? t(`originals_${row.originals}`) : '')),
      { ...plain('originalsDueOn', 98, undefined), render: originalsDay },
      plain('branch', 120, (row) => branchOf(row.branchId)?.city ?? ''),
      {
        ...plain('contractType', 118, (row) => (row.contractType ? contract(`${row.contractType}Type`) : ''), false),
        id: 'type',
      },
      plain('labels', 140, (row) => row.labels.join(', '), false),
      plain('author', 150, (row) => row.authorName ?? ''),
      plain('deviceName', 110, (row) => row.deviceName ?? ''),
      moment('createdAt'),
      moment('receivedAt'),
      moment('registeredAt'),
    ];
  }, [t, contract, branchOf, clock]);
}

const money = (amount: number | null, currency: string): string =>
  amount === null ? '' : formatMoney(amount, currency);
