import { z } from 'zod';
import { query } from '#shared/queries/query.ts';
import { ticketFilter } from '#shared/queries/ticket.ts';

/** Working minutes: half are below the median, nine of ten below p90. */
export interface Spread {
  count: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
}

export interface StageSpread {
  key: string;
  /** Name of the step of the approval, the stage of the work; null: waiting in the queue. */
  name: string | null;
  type: 'approval' | 'queue' | 'work' | 'waiting';
  spread: Spread;
  /** Of the mean: in the queue, in work, waiting for the requester. */
  split: { queue: number; work: number; waiting: number };
  /** Ids of the slowest tenth, slowest first, at most 50: the cases of the bottleneck. */
  slowest: string[];
}

/** Who has it: a person, a desk (`fullName` is its name) or the requesters, who are one line (`fullName` null). */
export interface HolderLoad {
  type?: 'person' | 'desk' | 'requester';
  queueId?: string;
  employeeId: string | null;
  fullName: string | null;
  position: string | null;
  branchCity: string | null;
  onTime: number;
  soon: number;
  late: number;
  total: number;
  /** Which they are: requests, or documents; at most 200 of each. */
  cases?: Record<'onTime' | 'soon' | 'late', string[]>;
}

/** How fresh what is known of a branch is: what the centre has heard of it. */
export interface Freshness {
  branchId: string;
  branchCity: string;
  /** The last thing that happened there as far as this workstation knows. */
  lastAt: number | null;
  /** Events that came to the centre more than an hour after they happened, within the period. */
  delayed: number;
}

export interface TicketAnalytics {
  /** Up to when this workstation knows everything; null: it has never heard of the centre. */
  knownUntil: number | null;
  /** Requests that the figures are worked out of: those the reader may see. */
  seen: number;
  made: number;
  ended: number;
  open: number;
  overdue: { total: number; link: number };
  /** From the request to its resolution, and without the approval and the waiting. */
  lead: Spread;
  cycle: Spread;
  before: { lead: Spread; cycle: Spread; onTime: { met: number; of: number }; reopened: number };
  onTime: { met: number; of: number; link: number };
  reopened: { tickets: number; times: number };
  ratings: { average: number | null; counts: [number, number, number, number, number] };
  byService: {
    id: string;
    name: string;
    icon: string;
    made: number;
    ended: number;
    lead: Spread;
    met: number;
    of: number;
    rating: number | null;
  }[];
  byBranch: { id: string; city: string; made: number; ended: number; lead: Spread; met: number; of: number }[];
  byQueue: {
    id: string;
    name: string;
    made: number;
    ended: number;
    open: number;
    lead: Spread;
    met: number;
    of: number;
  }[];
  stages: StageSpread[];
  /** The stage that keeps tickets longest at p90, with what share of its time is waiting for somebody to begin. */
  bottleneck: {
    key: string;
    p90: number;
    median: number;
    queueShare: number;
    people: number;
    slowest: string[];
  } | null;
  /** Mean working minutes of a ticket by the week of its end (its Monday). */
  weeks: { from: string; ended: number; queue: number; work: number; waiting: number; approval: number }[];
  holders: HolderLoad[];
  load: {
    employeeId: string;
    fullName: string;
    resolved: number;
    logged: number;
    median: number | null;
    met: number;
    of: number;
  }[];
  freshness: Freshness[];
}

/** Requests in a period, worked out on this workstation; works without a network. */
export const ticketAnalytics = query<TicketAnalytics>()({
  name: 'ticket.analytics',
  args: z.object({ filter: ticketFilter, from: z.string(), to: z.string() }),
  entities: [
    'ticket',
    'ticket_event',
    'approval_task',
    'decision',
    'service',
    'service_version',
    'queue',
    'employee',
    'branch',
  ],
});

export interface ContractAnalytics {
  knownUntil: number | null;
  /** Rounds that ended in the period: working minutes from the submission to the end. */
  rounds: Spread;
  onTime: { met: number; of: number };
  overdue: number;
  /** Returns for each contract agreed. */
  returns: number | null;
  steps: StageSpread[];
  bottleneck: { key: string; name: string; p90: number; median: number; people: number; slowest: string[] } | null;
  holders: HolderLoad[];
  weeks: { from: string; rounds: number; minutes: number; cases?: string[] }[];
  /** The documents behind the figures, at most 500 of each. */
  cases?: Record<'ended' | 'late' | 'overdue' | 'returned', string[]>;
}

/** How approvals of contracts and other documents run. Cases are documents. */
export const approvalAnalytics = query<ContractAnalytics>()({
  name: 'approval.analytics',
  args: z.object({
    from: z.string(),
    to: z.string(),
    branchIds: z.array(z.string()).nullable(),
    contracts: z.boolean(),
  }),
  entities: ['approval', 'approval_task', 'decision', 'document', 'employee', 'branch'],
});
