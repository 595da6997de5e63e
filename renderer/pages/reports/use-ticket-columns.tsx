import { useMemo } from 'react';
import type { GridColumn } from '#renderer/components/data-grid/types.ts';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { SlaClock } from '#renderer/pages/ticket/sla-clock.tsx';
import { StateGlyph } from '#renderer/pages/ticket/ticket-state.tsx';
import type { QueueRow } from '#shared/queries/ticket.ts';

/** The columns of a register of requests, and the same as a table for files and paper. */
export function useTicketColumns(): {
  columns: GridColumn<QueueRow>[];
  tableOf: (title: string, rows: readonly QueueRow[]) => ReportTable;
} {
  const t = useWords('reports');
  const queues = useWords('queues');
  const portal = useWords('portal');
  const clock = useClock();
  return useMemo(() => {
    const day = (at: number | null) => (at === null ? '' : formatDate(clock.date(at)));
    const holder = (row: QueueRow) => (row.assigneeName ? whole(row.assigneeName) : (row.queueName ?? ''));
    const columns: GridColumn<QueueRow>[] = [
      {
        id: 'number',
        header: t('column_number'),
        width: 108,
        sortable: true,
        text: (row) => row.number ?? portal('noNumber'),
      },
      {
        id: 'title',
        header: t('column_title'),
        flex: 1.6,
        minWidth: 140,
        sortable: true,
        text: (row) => row.title,
      },
      {
        id: 'service',
        header: t('column_service'),
        width: 176,
        sortable: true,
        render: (row) => (
          <>
            <ServiceIcon icon={row.icon} size={16} />
            <span className={css['cellText']}>{row.serviceName}</span>
          </>
        ),
      },
      {
        id: 'requester',
        header: t('column_requester'),
        flex: 1,
        minWidth: 110,
        sortable: true,
        text: (row) => whole(row.requesterName),
      },
      { id: 'branch', header: t('column_city'), width: 112, text: (row) => row.branchCity },
      {
        id: 'assignee',
        header: t('column_assignee'),
        flex: 1,
        minWidth: 110,
        sortable: true,
        render: (row) =>
          row.assigneeId && row.assigneeName ? (
            <>
              <PersonAvatar id={row.assigneeId} name={row.assigneeName} decorative />
              <span className={css['cellText']}>{whole(row.assigneeName)}</span>
            </>
          ) : (
            <span className={css['cellText']}>{row.queueName ?? ''}</span>
          ),
      },
      {
        id: 'state',
        header: t('column_state'),
        width: 44,
        silentHeader: true,
        resizable: false,
        render: (row) => <StateGlyph state={row.state} />,
      },
      {
        id: 'breaks',
        header: t('column_clock'),
        width: 150,
        sortable: true,
        render: (row) => <SlaClock view={row.resolution} since={row.since} branchId={row.branchId} inline />,
      },
      { id: 'occurredAt', header: t('column_made_at'), width: 96, sortable: true, text: (row) => day(row.occurredAt) },
      { id: 'closedAt', header: t('column_closed_at'), width: 104, sortable: true, text: (row) => day(row.closedAt) },
    ];
    const tableOf = (title: string, rows: readonly QueueRow[]): ReportTable => ({
      title,
      head: [
        t('column_number'),
        t('column_title'),
        t('column_service'),
        t('column_requester'),
        t('column_city'),
        t('column_assignee'),
        t('column_state'),
        t('column_made_at'),
        t('column_closed_at'),
        t('column_rating'),
      ],
      rows: rows.map((row) => [
        row.number ?? portal('noNumber'),
        row.title,
        row.serviceName,
        row.requesterName,
        row.branchCity,
        holder(row),
        queues(`state_${row.state}`),
        day(row.occurredAt),
        day(row.closedAt),
        row.rating,
      ]),
    });
    return { columns, tableOf };
  }, [t, queues, portal, clock]);
}
