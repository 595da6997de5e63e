import { FreshnessCard } from '#renderer/pages/reports/freshness-card.tsx';
import { GroupsCard } from '#renderer/pages/reports/groups-card.tsx';
import { HoldersCard } from '#renderer/pages/reports/holders-card.tsx';
import { LoadCard } from '#renderer/pages/reports/load-card.tsx';
import { ReportBody, type TabProps, useFigureTable, useTables, Waiting } from '#renderer/pages/reports/report-body.tsx';
import { bottleneckFigures, flowFigures, loadFigures } from '#renderer/pages/reports/report-figures.ts';
import { type Conditions, showPlace, yearPlace } from '#renderer/pages/reports/report-place.ts';
import { type Group, useReportWords } from '#renderer/pages/reports/report-words.ts';
import css from '#renderer/pages/reports/reports.module.css';
import { DeadlineCard, RatingsCard } from '#renderer/pages/reports/share-cards.tsx';
import { StageCard } from '#renderer/pages/reports/stage-card.tsx';
import { WeeksCard } from '#renderer/pages/reports/weeks-card.tsx';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';

type Report = TicketAnalytics;

const nothing = (report: Report): boolean => report.made === 0 && report.ended === 0 && report.open === 0;

/** Where requests stop, who has them, how the time splits, how fresh it all is. */
export function TicketBottlenecks(props: TabProps) {
  const { data, error, refresh } = props.asked;
  return data ? <Bottlenecks {...props} report={data} /> : <Waiting error={error} onRetry={refresh} />;
}

function Bottlenecks({ conditions, onChange, onTables, report }: TabProps & { report: Report }) {
  const words = useReportWords('tickets');
  const figures = bottleneckFigures(report, words);
  const head = useFigureTable(figures);
  const placeOf = (show: string) => showPlace(conditions, show);
  const weeks = words.weeks(report.weeks);
  useTables(
    [head, words.stages(report.stages), words.holders(report.holders), weeks, words.freshness(report.freshness)],
    onTables,
  );
  return (
    <ReportBody
      conditions={conditions}
      onChange={onChange}
      figures={figures}
      empty={nothing(report)}
      basis={words.basis(report.seen)}
    >
      <div className={css['wideAndSide']}>
        <StageCard
          subject="tickets"
          stages={report.stages}
          slowest={report.bottleneck}
          yearPlace={yearPlace(conditions)}
          count={report.lead.count}
          placeOf={placeOf}
        />
        <HoldersCard subject="tickets" holders={report.holders} most={7} placeOf={placeOf} />
        <WeeksCard
          subject="tickets"
          weeks={report.weeks.map(({ from, ended, ...parts }) => ({ from, count: ended, parts }))}
          table={weeks}
          placeOf={placeOf}
        />
        <FreshnessCard freshness={report.freshness} />
      </div>
    </ReportBody>
  );
}

/** What came and what was done, by service, branch and desk; promises; ratings. */
export function DeadlinesTab(props: TabProps) {
  const { data, error, refresh } = props.asked;
  return data ? <Deadlines {...props} report={data} /> : <Waiting error={error} onRetry={refresh} />;
}

function Deadlines({ conditions, onChange, onTables, report }: TabProps & { report: Report }) {
  const words = useReportWords('tickets');
  const { t } = words;
  const figures = flowFigures(report, words);
  const head = useFigureTable(figures);
  const placeOf = (show: string) => showPlace(conditions, show);
  const branches: Group[] = report.byBranch.map(({ city, ...one }) => ({ ...one, name: city }));
  const parts = [
    { title: t('services'), groups: report.byService, name: 'services' },
    { title: t('branches'), groups: branches, name: 'branches' },
    { title: t('queues'), groups: report.byQueue, name: 'queues' },
  ] as const;
  useTables(
    [head, ...parts.map((one) => words.groups(one.title, one.groups)), words.ratings(report.ratings.counts)],
    onTables,
  );
  const group = ({ title, groups, name }: (typeof parts)[number]) => (
    <GroupsCard
      key={name}
      title={title}
      groups={groups}
      placeOf={(id, show) => showPlace(narrowed(conditions, name, id), show)}
    />
  );
  return (
    <ReportBody
      conditions={conditions}
      onChange={onChange}
      figures={figures}
      empty={nothing(report)}
      basis={words.basis(report.seen)}
    >
      <div className={css['wideAndSide']}>
        <div className={css['stack']}>{parts.map(group)}</div>
        <div className={css['stack']}>
          <DeadlineCard report={report} placeOf={placeOf} />
          <RatingsCard report={report} placeOf={placeOf} />
          <FreshnessCard freshness={report.freshness} />
        </div>
      </div>
    </ReportBody>
  );
}

const narrowed = (conditions: Conditions, name: 'services' | 'branches' | 'queues', id: string): Conditions => ({
  ...conditions,
  [name]: [id],
});

/** Who has how much now, and who has resolved how much. */
export function LoadTab(props: TabProps) {
  const { data, error, refresh } = props.asked;
  return data ? <Load {...props} report={data} /> : <Waiting error={error} onRetry={refresh} />;
}

function Load({ conditions, onChange, onTables, report }: TabProps & { report: Report }) {
  const words = useReportWords('tickets');
  const figures = loadFigures(report, words);
  const head = useFigureTable(figures);
  const placeOf = (show: string) => showPlace(conditions, show);
  useTables([head, words.load(report.load), words.holders(report.holders)], onTables);
  return (
    <ReportBody
      conditions={conditions}
      onChange={onChange}
      figures={figures}
      empty={nothing(report)}
      basis={words.basis(report.seen)}
    >
      <div className={css['wideAndSide']}>
        <LoadCard load={report.load} placeOf={placeOf} />
        <HoldersCard subject="tickets" holders={report.holders} placeOf={placeOf} />
      </div>
    </ReportBody>
  );
}
