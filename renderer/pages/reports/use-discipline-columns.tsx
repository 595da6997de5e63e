import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PaperNumber, partyOf } from '#renderer/pages/control/use-originals-columns.tsx';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import type { DisciplineLine, DisciplineShow } from '#shared/queries/control.ts';

/** The columns of a list behind a figure, and the same list as a table for a file. */
export function useDisciplineColumns(show: DisciplineShow): {
  columns: GridColumn<DisciplineLine>[];
  tableOf: (title: string, rows: readonly DisciplineLine[]) => ReportTable;
} {
  const t = useWords('discipline');
  const documents = useWords('documents');
  const kindOf = useKindWords();
  return useMemo(() => {
    const stood = (row: DisciplineLine) => t(`part_${row.standing}`);
    const columns: GridColumn<DisciplineLine>[] = [
      {
        id: 'number',
        header: documents('number'),
        width: 178,
        sortable: true,
        render: (row) => <PaperNumber row={row} />,
      },
      { id: 'date', header: documents('date'), width: 92, sortable: true, text: (row) => formatDate(row.date) },
      {
        id: 'subject',
        header: documents('subject'),
        flex: 1.3,
        minWidth: 120,
        sortable: true,
        text: (row) => row.subject,
      },
      { id: 'counterparty', header: documents('counterparty'), flex: 1, minWidth: 100, text: partyOf },
      {
        id: 'responsible',
        header: documents('responsible'),
        width: 150,
        sortable: true,
        text: (row) => row.responsibleName ?? '–',
      },
      { id: 'dueDate', header: t('column_due'), width: 96, sortable: true, text: (row) => formatDate(row.dueDate) },
      {
        id: 'doneOn',
        header: t('column_done'),
        width: 106,
        sortable: true,
        text: (row) => (row.doneOn ? formatDate(row.doneOn) : '–'),
      },
      {
        id: 'standing',
        header: t('column_standing'),
        width: 130,
        hidden: show !== 'all' && show !== 'moved',
        text: stood,
      },
      {
        id: 'daysLate',
        header: t('column_daysLate'),
        width: 96,
        align: 'end',
        sortable: true,
        text: (row) => (row.daysLate > 0 ? String(row.daysLate) : ''),
      },
      {
        id: 'moves',
        header: t('column_moves'),
        width: 96,
        align: 'end',
        text: (row) => (row.moves > 0 ? String(row.moves) : ''),
      },
    ];
    const tableOf = (title: string, rows: readonly DisciplineLine[]): ReportTable => ({
      title,
      head: [documents('number'), documents('kind'), ...columns.slice(1).map((one) => one.header)],
      rows: rows.map((row) => [
        ...[row.number ?? '', kindOf(row), formatDate(row.date), row.subject, partyOf(row)],
        ...[row.responsibleName ?? '', formatDate(row.dueDate), row.doneOn ? formatDate(row.doneOn) : '', stood(row)],
        ...[row.daysLate, row.moves],
      ]),
    });
    return { columns, tableOf };
  }, [t, documents, kindOf, show]);
}
