import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { rankedStages } from '#renderer/pages/reports/chart-scale.ts';
import { hoursOf, hoursText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';
import { holderKey, type Subject } from '#renderer/pages/reports/report-place.ts';
import type { ReportTable } from '#renderer/pages/reports/spreadsheet.ts';
import type { Freshness, HolderLoad, StageSpread, TicketAnalytics } from '#shared/queries/analytics.ts';

/** A table with what its rows lead to, in the order of the rows. */
export interface LinkedTable extends ReportTable {
  shows?: readonly (string | null)[];
}

/** The words and tables that every report is made of; the same on the screen, on paper and in files. */
export function useReportWords(subject: Subject) {
  const t = useWords('reports');
  const clock = useClock();
  const cases = (count: number) => t(`cases_${subject}`, { count });
  const stageName = (stage: Pick<StageSpread, 'name'>) => stage.name ?? t('stage_queue');
  const holderName = (holder: HolderLoad) => holder.fullName ?? t('requesters');
  const faster = (now: number | null, before: number | null): { tone: 'good' | 'bad' | 'plain'; words: string } => {
    if (now === null) return { tone: 'plain', words: t('noEnded') };
    if (before === null) return { tone: 'plain', words: t('noBefore') };
    const difference = now - before;
    if (Math.abs(difference) < 6) return { tone: 'plain', words: t('same') };
    const hours = hoursText(Math.abs(difference));
    return difference < 0
      ? { tone: 'good', words: t('faster', { hours }) }
      : { tone: 'bad', words: t('slower', { hours }) };
  };
  return {
    t,
    cases,
    /** What figures of requests are worked out of: only what the reader may see. */
    basis: (count: number) => t('basis_tickets', { count }),
    stageName,
    holderName,
    faster,
    stages: (known: readonly StageSpread[], stages = rankedStages(known)): LinkedTable => ({
      title: t(`stages_${subject}`),
      head: [
        t('column_stage'),
        t('column_cases'),
        t('column_p50'),
        t('column_p90'),
        t('column_mean'),
        t('column_queue'),
        t('column_work'),
        t('column_waiting'),
      ],
      rows: stages.map((one) => [
        stageName(one),
        one.spread.count,
        hoursOf(one.spread.median),
        hoursOf(one.spread.p90),
        hoursOf(one.spread.mean),
        hoursOf(one.split.queue),
        hoursOf(one.split.work),
        hoursOf(one.split.waiting),
      ]),
      shows: stages.map((one) => `stage/${one.key}`),
    }),
    holders: (holders: readonly HolderLoad[]): LinkedTable => ({
      title: t('holders'),
      head: [t('column_who'), t('column_late'), t('column_soon'), t('column_inTime'), t('column_total')],
      rows: holders.map((one) => [holderName(one), one.late, one.soon, one.onTime, one.total]),
      shows: holders.map((one) => `holder/${holderKey(one)}`),
    }),
    weeks: (weeks: TicketAnalytics['weeks']): LinkedTable => ({
      title: t('weeks'),
      head: [
        t('column_week'),
        t('column_ended'),
        t('column_work'),
        t('column_queue'),
        t('column_waiting'),
        t('column_approval'),
      ],
      rows: weeks.map((one) => [
        formatDate(one.from),
        one.ended,
        hoursOf(one.work),
        hoursOf(one.queue),
        hoursOf(one.waiting),
        hoursOf(one.approval),
      ]),
      shows: weeks.map((one) => `week/${one.from}`),
    }),
    rounds: (weeks: readonly { from: string; rounds: number; minutes: number }[]): LinkedTable => ({
      title: t('weeks'),
      head: [t('column_week'), t('column_ended'), t('column_minutes')],
      rows: weeks.map((one) => [formatDate(one.from), one.rounds, hoursOf(one.minutes)]),
      shows: weeks.map((one) => `week/${one.from}`),
    }),
    freshness: (branches: readonly Freshness[]): LinkedTable => ({
      title: t('freshness'),
      head: [t('column_city'), t('column_lastAt'), t('column_delayed')],
      rows: branches.map((one) => [
        one.branchCity,
        one.lastAt === null ? t('freshNever') : clock.moment(one.lastAt),
        one.delayed,
      ]),
    }),
    groups: (title: string, groups: readonly Group[]): LinkedTable => ({
      title,
      head: [
        t('column_name'),
        t('column_made'),
        t('column_ended'),
        t('column_p50'),
        t('column_p90'),
        t('column_met'),
        t('column_of'),
        t('column_rating'),
      ],
      rows: groups.map((one) => [
        one.name,
        one.made,
        one.ended,
        hoursOf(one.lead.median),
        hoursOf(one.lead.p90),
        one.met,
        one.of,
        one.rating ?? null,
      ]),
    }),
    ratings: (counts: readonly number[]): LinkedTable => ({
      title: t('ratings'),
      head: [t('column_rating'), t('column_count')],
      rows: counts.map((count, at) => [at + 1, count]),
      shows: counts.map((_, at) => `rating/${at + 1}`),
    }),
    load: (load: TicketAnalytics['load']): LinkedTable => ({
      title: t('load'),
      head: [t('column_person'), t('column_resolved'), t('column_p50'), t('column_onTime'), t('column_logged')],
      rows: load.map((one) => [
        one.fullName,
        one.resolved,
        hoursOf(one.median),
        percentText(shareOf(one.met, one.of)),
        hoursOf(one.logged),
      ]),
      shows: load.map((one) => `person/${one.employeeId}`),
    }),
  };
}

/** Figures of one service, branch or desk. */
export interface Group {
  id: string;
  name: string;
  made: number;
  ended: number;
  lead: TicketAnalytics['lead'];
  met: number;
  of: number;
  rating?: number | null;
}
