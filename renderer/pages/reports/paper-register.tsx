import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useWindows } from '#renderer/data/use-windows.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useColumns } from '#renderer/pages/documents/use-columns.tsx';
import { FigureRegister } from '#renderer/pages/reports/figure-register.tsx';
import { BackToReport, type RegisterProps } from '#renderer/pages/reports/register-parts.tsx';
import { Waiting } from '#renderer/pages/reports/report-body.tsx';
import { ReportConditions, useConditionLine } from '#renderer/pages/reports/report-conditions.tsx';
import { papersShown } from '#renderer/pages/reports/report-place.ts';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { useApprovalReport } from '#renderer/pages/reports/use-report.ts';
import { useShowWords } from '#renderer/pages/reports/use-show-words.ts';
import { type DocumentListRow, documentColumns } from '#shared/queries/document.ts';

/** The documents behind a figure of the approvals: at most as many as the report names. */
export function PaperRegister(props: RegisterProps) {
  const t = useWords('reports');
  const report = useApprovalReport(props.conditions);
  const title = `${t(`of_${props.conditions.subject}`)}: ${useShowWords()(props.show, props.conditions.subject)}`;
  if (report.data) return <Register {...props} title={title} ids={papersShown(props.show, report.data)} />;
  return (
    <Sheet>
      <PageHeader title={title} tools={<BackToReport conditions={props.conditions} />} />
      <Waiting error={report.error} onRetry={report.refresh} />
    </Sheet>
  );
}

function Register(props: RegisterProps & { title: string; ids: string[] }) {
  const { conditions, title, ids, sort } = props;
  const t = useWords('reports');
  const line = useConditionLine(conditions);
  const columns: GridColumn<DocumentListRow>[] = useColumns(true);
  const column = documentColumns.find((one) => one === sort.column) ?? 'date';
  const order = { column, direction: sort.descending ? ('desc' as const) : ('asc' as const) };
  const list = useWindows('document.list', { filter: { ids }, sort: order });
  const tableOf = usePaperTable();
  return (
    <FigureRegister
      {...{ title, line, list, columns, tableOf }}
      back={<BackToReport conditions={conditions} />}
      sort={{ column, descending: sort.descending }}
      onSort={props.onSort}
      addressOf={(row) => `/documents/${row.id}?tab=approval`}
      emptyTitle={t('emptyShown')}
      emptyText={t('emptyShownText')}
    >
      <ReportConditions conditions={conditions} subjects={[]} onChange={props.onChange} />
    </FigureRegister>
  );
}

function usePaperTable(): (title: string, rows: readonly DocumentListRow[]) => ReportTable {
  const t = useWords('reports');
  const status = useWords('status');
  return (title, rows) => ({
    title,
    head: [
      t('column_number'),
      t('column_date'),
      t('column_kind'),
      t('column_counterparty'),
      t('column_subject'),
      t('column_amount'),
      t('column_responsible'),
    ],
    rows: rows.map((row) => [
      row.number ?? '',
      formatDate(row.date),
      status(`kind_${row.kind}`),
      row.counterpartyName ?? '',
      row.subject,
      row.amount === null ? null : row.amount / 100,
      row.responsibleName ?? '',
    ]),
  });
}
