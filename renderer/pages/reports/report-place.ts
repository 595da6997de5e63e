import { type Period, type Preset, periodOf, presets, weekWithin } from '#renderer/pages/reports/report-period.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import { anyTicket, type TicketFilter } from '#shared/queries/ticket.ts';

export const subjects = ['tickets', 'contracts', 'papers'] as const;
export type Subject = (typeof subjects)[number];

/** What a report is about; it stands in the address, so that a report can be passed on and gone back to. */
export interface Conditions {
  subject: Subject;
  /** `own`: the days below; otherwise they follow from today. */
  preset: Preset | 'own';
  period: Period;
  services: string[];
  queues: string[];
  branches: string[];
}

const listed = ['services', 'queues', 'branches'] as const;
const isDate = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** Whatever cannot be read in an address counts as not chosen. */
export function readConditions(params: URLSearchParams, today: string): Conditions {
  const [from, to] = [params.get('from'), params.get('to')];
  const given = presets.find((one) => one === params.get('period')) ?? 'days30';
  const own = isDate(from) && isDate(to) && from <= to;
  const many = (name: (typeof listed)[number]) => params.get(name)?.split(',').filter(Boolean) ?? [];
  return {
    subject: subjects.find((one) => one === params.get('of')) ?? 'tickets',
    preset: own ? 'own' : given,
    period: own ? { from, to } : periodOf(given, today),
    services: many('services'),
    queues: many('queues'),
    branches: many('branches'),
  };
}

/** The part of an address after `?`, with whatever else the place needs. */
export function writeConditions(conditions: Conditions, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  if (conditions.subject !== 'tickets') params.set('of', conditions.subject);
  if (conditions.preset === 'own') {
    params.set('from', conditions.period.from);
    params.set('to', conditions.period.to);
  } else if (conditions.preset !== 'days30') params.set('period', conditions.preset);
  for (const name of listed) if (conditions[name].length > 0) params.set(name, conditions[name].join(','));
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

const some = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : null);

/** The conditions as the questions about requests take them. */
export const ticketConditions = (conditions: Conditions): TicketFilter => ({
  ...anyTicket,
  serviceIds: some(conditions.services),
  queueIds: some(conditions.queues),
  branchIds: some(conditions.branches),
});

export const approvalConditions = (conditions: Conditions, period: Period): QueryArgs<'approval.analytics'> => ({
  ...period,
  branchIds: some(conditions.branches),
  contracts: conditions.subject !== 'papers',
});

/** What a figure leads to: `made`, `late`, `rating/2`, `stage/<key>`, `week/<monday>`, `person/<id>`, `holder/<who>/<how>`. */
export type Show = string;

type TicketReport = QueryResult<'ticket.analytics'>;
type ApprovalReport = QueryResult<'approval.analytics'>;

/** Whether the list can be named only by the report itself: the cases of a stage, of whoever has the ball. */
export const needsReport = (show: Show): boolean => /^(stage|holder)\//.test(show);

/** The list of requests behind a figure; null until the report it is named by is there. */
export function ticketsShown(
  show: Show,
  conditions: Conditions,
  report: TicketReport | undefined,
): TicketFilter | null {
  const base = ticketConditions(conditions);
  const { period } = conditions;
  const ended: TicketFilter = { ...base, period: { of: 'ended', ...period } };
  const settled: TicketFilter = { ...ended, states: ['resolved', 'closed'] };
  const [kind, value = ''] = cut(show);
  switch (kind) {
    case 'made':
      return { ...base, period: { of: 'made', ...period } };
    case 'ended':
      return ended;
    case 'late':
      return { ...settled, late: 'own' };
    case 'link':
      return { ...settled, late: 'link' };
    case 'open':
      return { ...base, states: [...openStates] };
    case 'overdue':
      return { ...base, states: [...openStates], late: 'any' };
    case 'reopened':
      return { ...ended, reopened: true };
    case 'rating':
      return { ...ended, ratings: [Number(value)] };
    case 'week':
      return { ...settled, period: { of: 'ended', ...weekWithin(period, value) } };
    case 'person':
      return { ...settled, assigneeIds: [value] };
    case 'stage':
      return report ? { ...base, ids: report.stages.find((one) => one.key === value)?.slowest ?? [] } : null;
    case 'holder':
      return report ? { ...base, ids: holderCases(report.holders, value) } : null;
    default:
      return settled;
  }
}

const openStates = ['approval', 'open', 'working', 'waiting'] as const;

/** The documents behind a figure of the approvals. */
export function papersShown(show: Show, report: ApprovalReport): string[] {
  const [kind, value = ''] = cut(show);
  switch (kind) {
    case 'late':
    case 'overdue':
    case 'returned':
      return report.cases?.[kind] ?? [];
    case 'stage':
      return report.steps.find((one) => one.key === value)?.slowest ?? [];
    case 'holder':
      return holderCases(report.holders, value);
    case 'week':
      return report.weeks.find((one) => one.from === value)?.cases ?? [];
    default:
      return report.cases?.ended ?? [];
  }
}

/** The key of whoever has it, for an address. */
export const holderKey = (holder: TicketReport['holders'][number]): string =>
  holder.employeeId ?? holder.queueId ?? 'requester';

export const pressings = ['late', 'soon', 'onTime'] as const;

function holderCases(holders: TicketReport['holders'], value: string): string[] {
  const [key, how] = value.split('/');
  const cases = holders.find((one) => holderKey(one) === key)?.cases;
  return cases ? pressings.flatMap((one) => (how === undefined || how === one ? cases[one] : [])) : [];
}

function cut(show: Show): [string, string | undefined] {
  const at = show.indexOf('/');
  return at < 0 ? [show, undefined] : [show.slice(0, at), show.slice(at + 1)];
}

/** The same report over the whole year; null when it is that already. */
export const yearPlace = (conditions: Conditions): string | null =>
  conditions.preset === 'year' ? null : `/reports${writeConditions({ ...conditions, preset: 'year' })}`;

/** Where the list of a figure is. */
export const showPlace = (conditions: Conditions, show: Show): string =>
  `/reports/${conditions.subject === 'tickets' ? 'tickets' : 'papers'}${writeConditions(conditions, { show })}`;
