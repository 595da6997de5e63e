import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridColumn, GridHandle } from '#renderer/components/data-grid/types.ts';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useWindows } from '#renderer/data/use-windows.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useColumns } from '#renderer/pages/documents/use-columns.tsx';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import { BackToReport, type RegisterProps } from '#renderer/pages/reports/register-parts.tsx';
import { Waiting } from '#renderer/pages/reports/report-body.tsx';
import { ReportConditions, useConditionLine } from '#renderer/pages/reports/report-conditions.tsx';
import { papersShown } from '#renderer/pages/reports/report-place.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { useApprovalReport } from '#renderer/pages/reports/use-report.ts';
import { useShowWords } from '#renderer/pages/reports/use-show-words.ts';
import { usePanels } from '#renderer/state/panels.ts';
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
  const navigate = useNavigate();
  const line = useConditionLine(conditions);
  const { density } = usePanels();
  const grid = useRef<GridHandle>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const columns: GridColumn<DocumentListRow>[] = useColumns(true);
  const column = documentColumns.find((one) => one === sort.column) ?? 'date';
  const order = { column, direction: sort.descending ? ('desc' as const) : ('asc' as const) };
  const key = JSON.stringify([ids, order]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the view
  const asked = useMemo(() => ({ filter: { ids }, sort: order }), [key]);
  const list = useWindows('document.list', asked);
  const total = list.data?.total ?? 0;
  const tableOf = usePaperTable();
  const [paper, setPaper] = useState<ReportTable | null>(null);
  const { getWindow } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words come with the language, and then the page is drawn anew
  useEffect(() => {
    let alive = true;
    void getWindow(0, ids.length).then(({ rows }) => alive && setPaper(tableOf(title, rows)), console.error);
    return () => {
      alive = false;
    };
  }, [getWindow, title]);
  useShortcuts([
    { keys: 'J', run: () => grid.current?.move(1) },
    { keys: 'K', run: () => grid.current?.move(-1) },
  ]);
  useEffect(() => {
    if (total > 0 && document.activeElement === document.body) grid.current?.goTo(0);
  }, [total]);
  return (
    <Sheet>
      <PageHeader
        title={title}
        tools={
          <>
            <BackToReport conditions={conditions} />
            <HandOut title={title} load={() => (paper ? [paper] : [])} />
          </>
        }
      />
      <ReportConditions conditions={conditions} subjects={[]} onChange={props.onChange} />
      <div className={css['register']}>
        {list.data ? (
          <DataGrid
            ref={grid}
            label={title}
            columns={columns}
            getWindow={getWindow}
            total={total}
            current={list.current}
            version={list.version}
            density={density}
            sort={{ column, descending: sort.descending }}
            onSort={props.onSort}
            selection={selection}
            onSelect={setSelection}
            onOpen={(row, newWindow) =>
              newWindow ? window.open(`#/documents/${row.id}`) : navigate(`/documents/${row.id}?tab=approval`)
            }
            empty={<EmptyFilter title={t('emptyShown')}>{t('emptyShownText')}</EmptyFilter>}
          />
        ) : (
          <Waiting error={list.error} onRetry={list.refresh} />
        )}
      </div>
      <ListFooter
        start={
          <span>
            {t('shown')} <b>{formatCount(total)}</b>
          </span>
        }
      />
      {paper && <Paper title={title} line={line} tables={[paper]} />}
    </Sheet>
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
