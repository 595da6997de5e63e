import type { Figure } from '#renderer/pages/reports/figures.tsx';
import { decimalText, hoursText, percentText, shareOf } from '#renderer/pages/reports/hours.ts';
import type { useReportWords } from '#renderer/pages/reports/report-words.ts';
import type { ContractAnalytics, TicketAnalytics } from '#shared/queries/analytics.ts';

type Words = ReturnType<typeof useReportWords>;

/** The five figures of the bottlenecks of requests. */
export function bottleneckFigures(report: TicketAnalytics, { t, faster }: Words): Figure[] {
  const { lead, before, onTime, overdue, reopened } = report;
  const half = faster(lead.median, before.lead.median);
  const most = faster(lead.p90, before.lead.p90);
  return [
    timeFigure('lead', t('fig_lead'), lead.median, half, t, t('fig_leadTip')),
    timeFigure('lead90', t('fig_lead90'), lead.p90, most, t, t('fig_leadTip')),
    {
      id: 'onTime',
      label: t('fig_onTime'),
      value: percentText(shareOf(onTime.met, onTime.of)),
      note: onTimeNote(onTime, before.onTime, t),
      show: 'late',
    },
    {
      id: 'overdue',
      label: t('fig_overdue'),
      value: String(overdue.total),
      note: overdue.link > 0 ? t('overdueLink', { count: overdue.link }) : t('overdueOf', { count: report.open }),
      show: 'overdue',
    },
    {
      id: 'reopened',
      label: t('fig_reopened'),
      value: String(reopened.tickets),
      note: t('reopenedOf', { of: report.ended, before: before.reopened }),
      show: 'reopened',
    },
  ];
}

/** The five figures of the flow of requests. */
export function flowFigures(report: TicketAnalytics, { t, faster }: Words): Figure[] {
  const { ratings, lead, before, onTime } = report;
  const rated = ratings.counts.reduce((sum, count) => sum + count, 0);
  return [
    { id: 'made', label: t('fig_made'), value: String(report.made), note: t('madeNote'), show: 'made' },
    {
      id: 'ended',
      label: t('fig_ended'),
      value: String(report.ended),
      note: t('endedNote', { count: lead.count }),
      show: 'ended',
    },
    timeFigure('lead', t('fig_lead'), lead.median, faster(lead.median, before.lead.median), t, t('fig_leadTip')),
    {
      id: 'onTime',
      label: t('fig_onTime'),
      value: percentText(shareOf(onTime.met, onTime.of)),
      note: onTimeNote(onTime, before.onTime, t),
      show: 'late',
    },
    {
      id: 'rating',
      label: t('fig_rating'),
      value: ratings.average === null ? '–' : decimalText(ratings.average),
      note: t('ratingNote', { count: rated }),
      show: null,
    },
  ];
}

/** The five figures of the load. */
export function loadFigures(report: TicketAnalytics, { t, faster }: Words): Figure[] {
  const { cycle, before, overdue } = report;
  return [
    { id: 'open', label: t('fig_open'), value: String(report.open), note: t('heldNow'), show: 'open' },
    {
      id: 'overdue',
      label: t('fig_overdue'),
      value: String(overdue.total),
      note: overdue.link > 0 ? t('overdueLink', { count: overdue.link }) : t('overdueOf', { count: report.open }),
      show: 'overdue',
    },
    { id: 'made', label: t('fig_made'), value: String(report.made), note: t('madeNote'), show: 'made' },
    {
      id: 'ended',
      label: t('fig_ended'),
      value: String(report.ended),
      note: t('endedNote', { count: report.lead.count }),
      show: 'ended',
    },
    timeFigure('cycle', t('fig_cycle'), cycle.median, faster(cycle.median, before.cycle.median), t, t('cycleNote')),
  ];
}

/** The five figures of approvals. */
export function approvalFigures(
  report: ContractAnalytics,
  before: ContractAnalytics | undefined,
  { t, faster }: Words,
): Figure[] {
  const half = faster(report.rounds.median, before?.rounds.median ?? null);
  const most = faster(report.rounds.p90, before?.rounds.p90 ?? null);
  return [
    timeFigure('rounds', t('fig_rounds'), report.rounds.median, half, t, t('fig_roundsTip')),
    timeFigure('rounds90', t('fig_lead90'), report.rounds.p90, most, t, t('fig_roundsTip')),
    {
      id: 'onTime',
      label: t('fig_onTime'),
      value: percentText(shareOf(report.onTime.met, report.onTime.of)),
      note: onTimeNote(report.onTime, before?.onTime ?? { met: 0, of: 0 }, t),
      show: 'late',
    },
    {
      id: 'overdue',
      label: t('fig_overdue'),
      value: String(report.overdue),
      note: t('overdueRounds'),
      show: 'overdue',
    },
    {
      id: 'returns',
      label: t('fig_returns'),
      value: report.returns === null ? '–' : decimalText(report.returns),
      note: t('returnsNote'),
      show: 'returned',
    },
  ];
}

function timeFigure(
  id: string,
  label: string,
  minutes: number | null,
  change: ReturnType<Words['faster']>,
  t: Words['t'],
  tip: string,
): Figure {
  const value = minutes === null ? t('none') : t('hours', { hours: hoursText(minutes) });
  return { id, label, value, note: change.words, tone: change.tone, tip, show: 'settled' };
}

function onTimeNote(now: { met: number; of: number }, before: { met: number; of: number }, t: Words['t']): string {
  if (now.of === 0) return t('noEnded');
  const share = shareOf(before.met, before.of);
  return share === null ? t('ofCount', now) : t('ofCountBefore', { met: now.met, of: now.of, before: share });
}
