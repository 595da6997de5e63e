import { IconDatabase } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import own from '#renderer/pages/reports/discipline.module.css';
import { DisciplineConditionRow, useDisciplineLine } from '#renderer/pages/reports/discipline-conditions.tsx';
import {
  type DisciplineConditions,
  disciplineFilter,
  disciplinePlace,
  readDiscipline,
  writeDiscipline,
} from '#renderer/pages/reports/discipline-place.ts';
import { DisciplineTable } from '#renderer/pages/reports/discipline-table.tsx';
import { DisciplineWeeks } from '#renderer/pages/reports/discipline-weeks.tsx';
import { useDisciplineWords } from '#renderer/pages/reports/discipline-words.ts';
import { Figures } from '#renderer/pages/reports/figures.tsx';
import { FreshnessCard, StaleStrip } from '#renderer/pages/reports/freshness-card.tsx';
import { HandOut, Paper } from '#renderer/pages/reports/hand-out.tsx';
import { useFigureTable, Waiting } from '#renderer/pages/reports/report-body.tsx';
import { weekWithin } from '#renderer/pages/reports/report-period.ts';
import { ReportTabs } from '#renderer/pages/reports/report-tabs.tsx';
import css from '#renderer/pages/reports/reports.module.css';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import type { DisciplineReport, DisciplineShow } from '#shared/queries/control.ts';

/** «Отчёт об исполнительской дисциплине»: what was due in a period and how it was kept. */
export function DisciplinePage() {
  const t = useWords('reports');
  const words = useWords('discipline');
  const clock = useClock();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const conditions = readDiscipline(params, clock.today());
  const { data, error, refresh } = useQuery('discipline.report', disciplineFilter(conditions));
  const line = useDisciplineLine(conditions);
  const tables = useDisciplineTables(data);
  const title = words('title');
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          <>
            {data && (
              <span className={css['dataAt']}>
                <IconDatabase size={14} stroke={1.6} aria-hidden="true" />
                {data.knownUntil === null ? t('dataNever') : t('dataAt', { time: clock.time(data.knownUntil) })}
              </span>
            )}
            <HandOut title={title} load={() => tables} />
          </>
        }
      >
        <ReportTabs active="discipline" />
      </PageHeader>
      <DisciplineConditionRow
        conditions={conditions}
        onChange={(next) => void navigate(`/reports/discipline${writeDiscipline(next)}`, { replace: true })}
        end={data && <StaleStrip freshness={data.freshness} />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['page']} tabIndex={0} aria-label={t('tab_discipline')}>
        <ErrorBoundary place="REPORT">
          {data ? <Body report={data} conditions={conditions} /> : <Waiting error={error} onRetry={refresh} />}
        </ErrorBoundary>
      </section>
      <Paper title={title} line={line} tables={tables} />
    </Sheet>
  );
}

/** The names of the lines: a person, a branch, or nobody. */
function useNames() {
  const t = useWords('discipline');
  return {
    person: (one: DisciplineReport['people'][number]) => (one.name === null ? t('nobody') : whole(one.name)),
    branch: (one: DisciplineReport['branches'][number]) => one.name ?? t('otherBranch'),
  };
}

function useDisciplineTables(report: DisciplineReport | undefined): ReportTable[] {
  const words = useDisciplineWords();
  const names = useNames();
  const head = useFigureTable(report ? words.figures(report) : []);
  if (!report) return [];
  const { t } = words;
  const { all, people, branches } = report;
  return [
    head,
    words.groups(t('byPerson'), t('column_person'), people, people.map(names.person), all),
    words.groups(t('byBranch'), t('column_branch'), branches, branches.map(names.branch), all),
    words.weeks(report.weeks),
  ];
}

function Body({ report, conditions }: { report: DisciplineReport; conditions: DisciplineConditions }) {
  const words = useDisciplineWords();
  const { t } = words;
  const names = useNames();
  const placeOf =
    (given: Partial<DisciplineConditions>, nobody = false) =>
    (show: DisciplineShow) =>
      disciplinePlace({ ...conditions, ...given }, show, nobody);
  const all = { key: 'all', name: t('all'), sum: report.all, placeOf: placeOf({}) };
  const weekPlace = (monday: string) =>
    placeOf({ preset: 'own', period: weekWithin(conditions.period, monday) })('all');
  if (report.all.total === 0) return <EmptyFilter title={t('emptyTitle')}>{t('emptyText')}</EmptyFilter>;
  return (
    <>
      <p className={css['basis']}>
        {[t('basis'), report.all.undated > 0 ? t('undatedNote', { count: report.all.undated }) : '']
          .filter(Boolean)
          .join(' ')}
      </p>
      <Figures figures={words.figures(report)} placeOf={(show) => placeOf({})(show as DisciplineShow)} />
      <div className={own['stack']}>
        <div className={css['wideAndSide']}>
          <DisciplineWeeks weeks={report.weeks} placeOf={weekPlace} />
          <FreshnessCard freshness={report.freshness} />
        </div>
        <DisciplineTable
          title={t('byPerson')}
          first={t('column_person')}
          rows={report.people.map((one) => ({
            key: one.id ?? 'nobody',
            name: names.person(one),
            sum: one,
            placeOf: one.id === null ? placeOf({}, true) : placeOf({ people: [one.id] }),
          }))}
          all={all}
        />
        <DisciplineTable
          title={t('byBranch')}
          first={t('column_branch')}
          rows={report.branches.map((one) => ({
            key: one.id ?? '',
            name: names.branch(one),
            sum: one,
            placeOf: placeOf({ branches: [one.id ?? ''] }),
          }))}
          all={all}
        />
      </div>
    </>
  );
}
