import { FreshnessCard } from '#renderer/pages/reports/freshness-card.tsx';
import { HoldersCard } from '#renderer/pages/reports/holders-card.tsx';
import { ReportBody, type TabProps, useFigureTable, useTables, Waiting } from '#renderer/pages/reports/report-body.tsx';
import { approvalFigures } from '#renderer/pages/reports/report-figures.ts';
import { showPlace, yearPlace } from '#renderer/pages/reports/report-place.ts';
import { useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import { StageCard } from '#renderer/pages/reports/stage-card.tsx';
import { useApprovalReport } from '#renderer/pages/reports/use-report.ts';
import { WeeksCard } from '#renderer/pages/reports/weeks-card.tsx';
import type { ContractAnalytics } from '#shared/queries/analytics.ts';

/** Where contracts or other papers stand on their way to an agreement. */
export function ApprovalTab(props: TabProps) {
  const { data, before, error, refresh } = useApprovalReport(props.conditions);
  return data ? <Approvals {...props} report={data} before={before} /> : <Waiting error={error} onRetry={refresh} />;
}

function Approvals(props: TabProps & { report: ContractAnalytics; before: ContractAnalytics | undefined }) {
  const { conditions, onChange, onTables, report } = props;
  const { subject } = conditions;
  const words = useReportWords(subject);
  const { t } = words;
  const figures = approvalFigures(report, props.before, words);
  const head = useFigureTable(figures);
  const placeOf = (show: string) => showPlace(conditions, show);
  const freshness = props.asked.data?.freshness ?? [];
  const weeks = words.rounds(report.weeks);
  useTables([head, words.stages(report.steps), words.holders(report.holders), weeks], onTables);
  return (
    <ReportBody
      conditions={conditions}
      onChange={onChange}
      figures={figures}
      basis={t(`basis_${subject === 'contracts' ? 'contracts' : 'papers'}`)}
      empty={report.rounds.count === 0 && report.holders.length === 0}
    >
      <div className={css['wideAndSide']}>
        <StageCard
          subject={subject}
          stages={report.steps}
          slowest={report.bottleneck}
          yearPlace={yearPlace(conditions)}
          count={report.rounds.count}
          placeOf={placeOf}
        />
        <HoldersCard subject={subject} holders={report.holders} most={7} placeOf={placeOf} />
        <WeeksCard
          subject={subject}
          weeks={report.weeks.map((one) => ({ from: one.from, count: one.rounds, parts: { minutes: one.minutes } }))}
          table={weeks}
          placeOf={placeOf}
        />
        <FreshnessCard freshness={freshness} />
      </div>
    </ReportBody>
  );
}
