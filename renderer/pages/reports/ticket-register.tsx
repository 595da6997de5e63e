import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridHandle } from '#renderer/components/data-grid/types.ts';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import { BackToReport, type RegisterProps } from '#renderer/pages/reports/register-parts.tsx';
import { Waiting } from '#renderer/pages/reports/report-body.tsx';
import { ReportConditions, useConditionLine } from '#renderer/pages/reports/report-conditions.tsx';
import { needsReport, ticketsShown } from '#renderer/pages/reports/report-place.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { useTicketReport } from '#renderer/pages/reports/use-report.ts';
import { useShowWords } from '#renderer/pages/reports/use-show-words.ts';
import { useTicketColumns } from '#renderer/pages/reports/use-ticket-columns.tsx';
import { usePanels } from '#renderer/state/panels.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';
import { type TicketFilter, ticketSorts } from '#shared/queries/ticket.ts';

/** So many rows are read at once for a file, and so many go to paper. */
const BLOCK = 500;
const SHEET = 500;

/** The requests behind a figure of a report. The filter stands in the address. */
export function TicketRegister(props: RegisterProps) {
  const { conditions, show } = props;
  const title = useTitle(props);
  const report = useTicketReport(needsReport(show) ? conditions : null);
  const filter = ticketsShown(show, conditions, report.current ? report.data : undefined);
  if (filter) return <Register {...props} filter={filter} />;
  return (
    <Sheet>
      <PageHeader title={title} tools={<BackToReport conditions={conditions} />} />
      <Waiting error={report.error} onRetry={report.refresh} />
    </Sheet>
  );
}

function useTitle({ show, conditions }: RegisterProps): string {
  const t = useWords('reports');
  return `${t('tickets')}: ${useShowWords()(show, conditions.subject)}`;
}

function Register(props: RegisterProps & { filter: TicketFilter }) {
  const { conditions, filter, sort, onSort } = props;
  const t = useWords('reports');
  const navigate = useNavigate();
  const title = useTitle(props);
  const line = useConditionLine(conditions);
  const { density } = usePanels();
  const grid = useRef<GridHandle>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const { columns, tableOf } = useTicketColumns();
  const column = ticketSorts.find((one) => one === sort.column) ?? 'occurredAt';
  const view = { filter, sort: column, descending: sort.descending };
  const key = JSON.stringify(view);
  const head = useQuery('ticket.list', { ...view, offset: 0, limit: 1 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the view
  const getWindow = useMemo(() => (start: number, end: number) => windowOf(view, start, end), [key]);
  const total = head.data?.total ?? 0;
  const [paper, setPaper] = useState<ReportTable | null>(null);
  useEffect(() => {
    let alive = true;
    void getWindow(0, SHEET).then(({ rows }) => alive && setPaper(tableOf(title, rows)), console.error);
    return () => {
      alive = false;
    };
  }, [getWindow, tableOf, title]);
  useShortcuts([
    { keys: 'J', run: () => grid.current?.move(1) },
    { keys: 'K', run: () => grid.current?.move(-1) },
  ]);
  useEffect(() => {
    if (total > 0 && document.activeElement === document.body) grid.current?.goTo(0);
  }, [total]);
  const all = async (): Promise<ReportTable[]> => {
    const rows = [];
    for (let at = 0; at < total; at += BLOCK) rows.push(...(await getWindow(at, at + BLOCK)).rows);
    return [tableOf(title, rows)];
  };
  return (
    <Sheet>
      <PageHeader
        title={title}
        tools={
          <>
            <BackToReport conditions={conditions} />
            <HandOut title={title} load={all} />
          </>
        }
      />
      <ReportConditions conditions={conditions} subjects={[]} onChange={props.onChange} />
      <div className={css['register']}>
        {head.data ? (
          <DataGrid
            ref={grid}
            label={title}
            columns={columns}
            getWindow={getWindow}
            total={total}
            current={head.current}
            version={head.version}
            density={density}
            sort={{ column, descending: sort.descending }}
            onSort={onSort}
            selection={selection}
            onSelect={setSelection}
            onOpen={(row, newWindow) =>
              newWindow ? window.open(`#/tickets/${row.id}`) : navigate(`/tickets/${row.id}`)
            }
            empty={<EmptyFilter title={t('emptyShown')}>{t('emptyShownText')}</EmptyFilter>}
          />
        ) : (
          <Waiting error={head.error} onRetry={head.refresh} />
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

const windowOf = (view: Omit<QueryArgs<'ticket.list'>, 'offset' | 'limit'>, start: number, end: number) =>
  runQuery('ticket.list', { ...view, offset: start, limit: Math.max(1, Math.min(BLOCK, end - start)) });
