import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { DataGridProps, GetWindow, GridHandle } from '#renderer/components/data-grid/types.ts';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import { Waiting } from '#renderer/pages/reports/report-body.tsx';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { usePanels } from '#renderer/state/panels.ts';

/** So many rows are read at once for a file, and so many go to paper. */
const BLOCK = 500;

/** The rows behind a figure of a report: looked through, opened, handed out as a file or on paper. */
export function FigureRegister<Row extends { id: string }>(
  props: Pick<DataGridProps<Row>, 'columns' | 'sort' | 'onSort'> & {
    title: string;
    /** The conditions in words, for paper. */
    line: string;
    /** The way back to the figures. */
    back: ReactNode;
    /** The row of conditions. */
    children: ReactNode;
    list: {
      data: { total: number } | undefined;
      error: unknown;
      current: boolean;
      version: number;
      refresh: () => void;
      /** A new function means another list. */
      getWindow: GetWindow<Row>;
    };
    tableOf: (title: string, rows: readonly Row[]) => ReportTable;
    /** Where a row leads. */
    addressOf: (row: Row) => string;
    emptyTitle: string;
    emptyText: string;
  },
) {
  const { title, list, tableOf, addressOf } = props;
  const { getWindow } = list;
  const t = useWords('reports');
  const navigate = useNavigate();
  const { density } = usePanels();
  const grid = useRef<GridHandle>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [paper, setPaper] = useState<ReportTable | null>(null);
  const total = list.data?.total ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words come with the language, and then the page is drawn anew
  useEffect(() => {
    let alive = true;
    void getWindow(0, BLOCK).then(({ rows }) => alive && setPaper(tableOf(title, rows)), console.error);
    return () => {
      alive = false;
    };
  }, [getWindow, list.version, title]);
  useShortcuts([
    { keys: 'J', run: () => grid.current?.move(1) },
    { keys: 'K', run: () => grid.current?.move(-1) },
  ]);
  useEffect(() => {
    if (total > 0 && document.activeElement === document.body) grid.current?.goTo(0);
  }, [total]);
  const load = async () => {
    const rows: Row[] = [];
    for (let at = 0; at < total; at += BLOCK) rows.push(...(await getWindow(at, at + BLOCK)).rows);
    return [tableOf(title, rows)];
  };
  return (
    <Sheet>
      <PageHeader
        title={title}
        tools={
          <>
            {props.back}
            <HandOut title={title} load={load} />
          </>
        }
      />
      {props.children}
      <div className={css['register']}>
        {list.data ? (
          <DataGrid
            ref={grid}
            label={title}
            columns={props.columns}
            getWindow={getWindow}
            total={total}
            current={list.current}
            version={list.version}
            density={density}
            sort={props.sort}
            onSort={props.onSort}
            selection={selection}
            onSelect={setSelection}
            onOpen={(row, newWindow) => (newWindow ? window.open(`#${addressOf(row)}`) : void navigate(addressOf(row)))}
            empty={<EmptyFilter title={props.emptyTitle}>{props.emptyText}</EmptyFilter>}
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
      {paper && <Paper title={title} line={props.line} tables={[paper]} />}
    </Sheet>
  );
}
