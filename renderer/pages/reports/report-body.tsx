import { IconCalendarStats, IconFilterOff } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type Figure, Figures } from '#renderer/pages/reports/figures.tsx';
import { type Conditions, showPlace } from '#renderer/pages/reports/report-place.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import type { useTicketReport } from '#renderer/pages/reports/use-report.ts';

export interface TabProps {
  conditions: Conditions;
  onChange: (conditions: Conditions) => void;
  /** Figures of requests under the conditions, asked once for the whole page. */
  asked: ReturnType<typeof useTicketReport>;
  /** What the tab shows, for files and paper. */
  onTables: (tables: readonly ReportTable[]) => void;
}

/** The figures of a report as a table, before the tables of its parts. */
export function useFigureTable(figures: readonly Figure[]): ReportTable {
  const t = useWords('reports');
  return {
    title: t('figures'),
    head: [t('column_figure'), t('column_value'), t('column_note')],
    rows: figures.map((one) => [one.label, one.value, one.note]),
  };
}

/** Tells the page what can be handed out; again only when it says something else. */
export function useTables(tables: readonly ReportTable[] | null, onTables: TabProps['onTables']): void {
  const key = JSON.stringify(tables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the tables
  useEffect(() => onTables(tables ?? []), [key]);
}

/** What stands in place of a report that is not there yet. */
export function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useErrorWords();
  const late = useDelayed(!error, 300);
  if (!error) return late ? <SkeletonRows rows={10} /> : null;
  const refusal = asCoreError(error);
  return <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={onRetry} />;
}

/** Figures and parts of a report; a period in which nothing happened says what to do about it. */
export function ReportBody(
  props: Pick<TabProps, 'conditions' | 'onChange'> & {
    figures: readonly Figure[];
    empty: boolean;
    /** What the figures are worked out of. */
    basis: string;
    children: ReactNode;
  },
) {
  const t = useWords('reports');
  const { conditions, onChange } = props;
  const set = [conditions.services, conditions.queues, conditions.branches].some((list) => list.length > 0);
  const year = conditions.preset === 'year';
  if (!props.empty)
    return (
      <>
        <p className={css['basis']}>{props.basis}</p>
        <Figures figures={props.figures} placeOf={(show) => showPlace(conditions, show)} />
        {props.children}
      </>
    );
  return (
    <EmptyState
      title={t(set || !year ? 'emptyTitle' : 'emptyNew')}
      text={t(set || !year ? 'emptyText' : 'emptyNewText')}
      ways={[
        ...(year
          ? []
          : [
              {
                title: t('takeYear'),
                text: t('takeYearText'),
                icon: <IconCalendarStats size={20} stroke={1.6} />,
                onClick: () => onChange({ ...conditions, preset: 'year' }),
              },
            ]),
        ...(set
          ? [
              {
                title: t('dropConditions'),
                text: t('dropConditionsText'),
                icon: <IconFilterOff size={20} stroke={1.6} />,
                onClick: () => onChange({ ...conditions, services: [], queues: [], branches: [] }),
              },
            ]
          : []),
      ]}
    />
  );
}
