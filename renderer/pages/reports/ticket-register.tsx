import { useMemo } from 'react';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FigureRegister } from '#renderer/pages/reports/figure-register.tsx';
import { BackToReport, type RegisterProps } from '#renderer/pages/reports/register-parts.tsx';
import { Waiting } from '#renderer/pages/reports/report-body.tsx';
import { ReportConditions, useConditionLine } from '#renderer/pages/reports/report-conditions.tsx';
import { needsReport, ticketsShown } from '#renderer/pages/reports/report-place.ts';
import { useTicketReport } from '#renderer/pages/reports/use-report.ts';
import { useShowWords } from '#renderer/pages/reports/use-show-words.ts';
import { useTicketColumns } from '#renderer/pages/reports/use-ticket-columns.tsx';
import type { QueryArgs } from '#shared/queries/registry.ts';
import { type TicketFilter, ticketSorts } from '#shared/queries/ticket.ts';

/** So many rows are answered at once. */
const MOST = 500;

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
  const { conditions, filter, sort } = props;
  const t = useWords('reports');
  const title = useTitle(props);
  const line = useConditionLine(conditions);
  const { columns, tableOf } = useTicketColumns();
  const column = ticketSorts.find((one) => one === sort.column) ?? 'occurredAt';
  const view = { filter, sort: column, descending: sort.descending };
  const key = JSON.stringify(view);
  const head = useQuery('ticket.list', { ...view, offset: 0, limit: 1 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the view
  const getWindow = useMemo(() => (start: number, end: number) => windowOf(view, start, end), [key]);
  return (
    <FigureRegister
      {...{ title, line, columns, tableOf }}
      list={{ ...head, getWindow }}
      back={<BackToReport conditions={conditions} />}
      sort={{ column, descending: sort.descending }}
      onSort={props.onSort}
      addressOf={(row) => `/tickets/${row.id}`}
      emptyTitle={t('emptyShown')}
      emptyText={t('emptyShownText')}
    >
      <ReportConditions conditions={conditions} subjects={[]} onChange={props.onChange} />
    </FigureRegister>
  );
}

const windowOf = (view: Omit<QueryArgs<'ticket.list'>, 'offset' | 'limit'>, start: number, end: number) =>
  runQuery('ticket.list', { ...view, offset: start, limit: Math.max(1, Math.min(MOST, end - start)) });
