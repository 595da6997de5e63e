import { useQuery } from '#renderer/data/use-query.ts';
import { periodBefore } from '#renderer/pages/reports/report-period.ts';
import { approvalConditions, type Conditions, ticketConditions } from '#renderer/pages/reports/report-place.ts';

/** Figures of requests under the conditions; `null` asks nothing. */
export function useTicketReport(conditions: Conditions | null) {
  return useQuery(
    'ticket.analytics',
    conditions && { filter: ticketConditions(conditions), from: conditions.period.from, to: conditions.period.to },
  );
}

/** Figures of approvals, and those of as many days before. */
export function useApprovalReport(conditions: Conditions | null) {
  const now = useQuery('approval.analytics', conditions && approvalConditions(conditions, conditions.period));
  const before = useQuery(
    'approval.analytics',
    conditions && approvalConditions(conditions, periodBefore(conditions.period)),
  ).data;
  return { ...now, before };
}
