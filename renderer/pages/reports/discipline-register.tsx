import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx';
import type { GridHandle } from '#renderer/components/data-grid/types.ts';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { DisciplineConditionRow, useDisciplineLine } from '#renderer/pages/reports/discipline-conditions.tsx';
import {
  disciplineFilter,
  readDiscipline,
  readShow,
  writeDiscipline,
} from '#renderer/pages/reports/discipline-place.ts';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import { Waiting } from '#renderer/pages/reports/report-body.tsx';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { useDisciplineColumns } from '#renderer/pages/reports/use-discipline-columns.tsx';
import { usePanels } from '#renderer/state/panels.ts';
import { type DisciplineLine, disciplineColumns } from '#shared/queries/control.ts';

/** So many rows are read at once for a file. */
const BLOCK = 2_000;
/** So many go to paper. */
const SHEET = 500;

/** The documents that a figure of the report counts. Everything chosen stands in the address. */
export function DisciplineRegister() {
  const t = useWords('discipline');
  const reports = useWords('reports');
  const navigate = useNavigate();
  const today = useClock().today();
  const [params] = useSearchParams();
  const conditions = readDiscipline(params, today);
  const show = readShow(params);
  const unassigned = params.get('nobody') === '1';
  const sorted = params.get('sort') ?? '';
  const column = disciplineColumns.find((one) => one === sorted.replace(/^-/, '')) ?? 'dueDate';
  const descending = sorted.startsWith('-');
  const { density } = usePanels();
  const grid = useRef<GridHandle>(null);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const { columns, tableOf } = useDisciplineColumns(show);
  const view = {
    ...disciplineFilter(conditions),
    ...{ show, unassigned, sort: { column, direction: descending ? ('desc' as const) : ('asc' as const) } },
  };
  const key = JSON.stringify(view);
  const head = useQuery('discipline.list', { ...view, start: 0, end: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the view
  const getWindow = useMemo(
    () => async (start: number, end: number) => runQuery('discipline.list', { ...view, start, end }),
    [key],
  );
  const total = head.data?.total ?? 0;
  const title = `${t('title')}: ${t(`show_${show}`)}`;
  const more = (sort: string) => ({ show, ...(unassigned ? { nobody: '1' } : {}), ...(sort ? { sort } : {}) });
  const load = async () => {
    const rows: DisciplineLine[] = [];
    for (let at = 0; at < total; at += BLOCK) rows.push(...(await getWindow(at, at + BLOCK)).rows);
    return [tableOf(title, rows)];
  };
  const line = useDisciplineLine(conditions);
  const [paper, setPaper] = useState<ReportTable | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words come with the language, and then the page is drawn anew
  useEffect(() => {
    let alive = true;
    void getWindow(0, SHEET).then(({ rows }) => alive && setPaper(tableOf(title, rows)), console.error);
    return () => {
      alive = false;
    };
  }, [getWindow, head.version, title]);
  useShortcuts([
    { keys: 'J', run: () => grid.current?.move(1) },
    { keys: 'K', run: () => grid.current?.move(-1) },
  ]);
  return (
    <Sheet>
      <PageHeader
        title={title}
        tools={
          <>
            <ActionButton
              size="xs"
              icon={<IconArrowLeft size={14} stroke={1.6} />}
              onClick={() => navigate(`/reports/discipline${writeDiscipline(conditions)}`)}
            >
              {reports('backToReport')}
            </ActionButton>
            <HandOut title={title} load={load} />
          </>
        }
      />
      <DisciplineConditionRow
        conditions={conditions}
        onChange={(next) => void navigate(`/reports/control${writeDiscipline(next, more(sorted))}`, { replace: true })}
      />
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
            sort={{ column, descending }}
            onSort={(sort) =>
              void navigate(
                `/reports/control${writeDiscipline(conditions, more(`${sort.descending ? '-' : ''}${sort.column}`))}`,
                { replace: true },
              )
            }
            selection={selection}
            onSelect={setSelection}
            onOpen={(row, newWindow) =>
              newWindow ? window.open(`#/documents/${row.id}`) : navigate(`/documents/${row.id}`)
            }
            empty={<EmptyFilter title={t('emptyTitle')}>{t('emptyText')}</EmptyFilter>}
          />
        ) : (
          <Waiting error={head.error} onRetry={head.refresh} />
        )}
      </div>
      {paper && <Paper title={title} line={line} tables={[paper]} />}
      <ListFooter
        start={
          <span>
            {reports('shown')} <b>{formatCount(total)}</b>
          </span>
        }
      />
    </Sheet>
  );
}
