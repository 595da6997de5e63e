import { IconDatabase } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { ApprovalTab } from '#renderer/pages/reports/approval-tab.tsx';
import { DisciplinePage } from '#renderer/pages/reports/discipline-page.tsx';
import { DisciplineRegister } from '#renderer/pages/reports/discipline-register.tsx';
import { StaleStrip } from '#renderer/pages/reports/freshness-card.tsx';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import { PaperRegister } from '#renderer/pages/reports/paper-register.tsx';
import { ReportConditions, useConditionLine } from '#renderer/pages/reports/report-conditions.tsx';
import {
  type Conditions,
  readConditions,
  type Subject,
  writeConditions,
} from '#renderer/pages/reports/report-place.ts';
import { ReportTabs } from '#renderer/pages/reports/report-tabs.tsx';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import { TicketRegister } from '#renderer/pages/reports/ticket-register.tsx';
import { DeadlinesTab, LoadTab, TicketBottlenecks } from '#renderer/pages/reports/ticket-tabs.tsx';
import { useTicketReport } from '#renderer/pages/reports/use-report.ts';

const tabs = ['bottlenecks', 'deadlines', 'load', 'approvals'] as const;
type Tab = (typeof tabs)[number];

const subjectsOf: Record<Tab, readonly Subject[]> = {
  bottlenecks: ['tickets', 'contracts', 'papers'],
  deadlines: ['tickets'],
  load: ['tickets'],
  approvals: ['contracts', 'papers'],
};

/** Reports of requests and approvals, and the registers behind their figures. Everything chosen stands in the address. */
export function ReportsPage() {
  const { tab } = useParams();
  const today = useClock().today();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const read = readConditions(params, today);
  const show = params.get('show') ?? 'settled';
  const sort = params.get('sort') ?? '-occurredAt';
  if (tab === 'discipline') return <DisciplinePage />;
  if (tab === 'control') return <DisciplineRegister />;
  if (tab !== 'tickets' && tab !== 'papers') {
    const chosen = tabs.find((one) => one === tab) ?? 'bottlenecks';
    return <Report tab={chosen} given={read} />;
  }
  const at = (conditions: Conditions, order: string) =>
    navigate(`/reports/${tab}${writeConditions(conditions, { show, sort: order })}`, { replace: true });
  const register = {
    show,
    conditions: tab === 'papers' && read.subject === 'tickets' ? { ...read, subject: 'contracts' as const } : read,
    sort: { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    onSort: ({ column, descending }: { column: string; descending: boolean }) =>
      void at(read, `${descending ? '-' : ''}${column}`),
    onChange: (next: Conditions) => void at(next, sort),
  };
  return tab === 'tickets' ? <TicketRegister {...register} /> : <PaperRegister {...register} />;
}

function Report({ tab, given }: { tab: Tab; given: Conditions }) {
  const t = useWords('reports');
  const clock = useClock();
  const navigate = useNavigate();
  const subjects = subjectsOf[tab];
  const subject = subjects.includes(given.subject) ? given.subject : (subjects[0] ?? 'tickets');
  const conditions = { ...given, subject };
  const [tables, setTables] = useState<readonly ReportTable[]>([]);
  const onTables = useCallback((next: readonly ReportTable[]) => setTables(next), []);
  const line = useConditionLine(conditions);
  // How fresh everything is stands above every report, whatever it is about.
  const asked = useTicketReport(conditions);
  const known = asked.data;
  const title = `${t('title')}: ${t(`tab_${tab}`)}`;
  const go = (to: Tab, next: Conditions) =>
    navigate(`/reports${to === 'bottlenecks' ? '' : `/${to}`}${writeConditions(next)}`, { replace: to === tab });
  const props = { conditions, asked, onTables, onChange: (next: Conditions) => void go(tab, next) };
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          <>
            {known && (
              <span className={css['dataAt']}>
                <IconDatabase size={14} stroke={1.6} aria-hidden="true" />
                {known.knownUntil === null ? t('dataNever') : t('dataAt', { time: clock.time(known.knownUntil) })}
              </span>
            )}
            <HandOut title={title} load={() => tables} />
          </>
        }
      >
        <ReportTabs active={tab} />
      </PageHeader>
      <ReportConditions
        conditions={conditions}
        subjects={subjects}
        onChange={props.onChange}
        end={known && <StaleStrip freshness={known.freshness} />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['page']} tabIndex={0} aria-label={t(`tab_${tab}`)}>
        <ErrorBoundary place="REPORT">
          {tab === 'deadlines' ? (
            <DeadlinesTab {...props} />
          ) : tab === 'load' ? (
            <LoadTab {...props} />
          ) : subject === 'tickets' ? (
            <TicketBottlenecks {...props} />
          ) : (
            <ApprovalTab key={subject} {...props} />
          )}
        </ErrorBoundary>
      </section>
      <Paper
        title={title}
        line={known ? `${line}. ${t('basis_tickets', { count: known.seen })}` : line}
        tables={tables}
      />
    </Sheet>
  );
}
