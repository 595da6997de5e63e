import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

const ticketDialogs = [
  'assign',
  'transfer',
  'stage',
  'priority',
  'resolve',
  'decline',
  'merge',
  'split',
  'link',
  'watch',
  'time',
  'task',
  'cancel',
  'reopen',
  'confirm',
  'rate',
  'resubmit',
] as const;
export type TicketDialog = (typeof ticketDialogs)[number];

/** What stands in the menus: the dialogs, and what is done at once. */
export type Offered = TicketDialog | 'take' | 'answer' | 'unwatch' | 'colleague';

/** By right and state; what a role may never do is absent. */
export function offeredFor(
  { ticket, may, watchers, definition }: Pick<TicketFacts, 'ticket' | 'may' | 'watchers' | 'definition'>,
  me: string,
): { primary: Offered | null; secondary: Offered | null; more: Offered[] } {
  const asked = ticket.state === 'waiting' && ticket.question !== null;
  // Given back by an approver: until the requester sends it again nobody of the desk has anything to do with it.
  const givenBack = asked && ticket.question?.resubmit === true;
  const lives = isOpen(ticket.state) && ticket.state !== 'approval' && !givenBack;
  const own: Offered[] = may.own
    ? [
        ...(asked && ticket.question?.resubmit ? (['resubmit'] as const) : []),
        ...(asked && !ticket.question?.resubmit ? (['answer'] as const) : []),
        ...(ticket.state === 'resolved' ? (['confirm'] as const) : []),
        ...(may.reopen ? (['reopen'] as const) : []),
        ...(ticket.state === 'closed' && ticket.rating === null ? (['rate'] as const) : []),
        ...(may.cancel ? (['cancel'] as const) : []),
      ]
    : [];
  const desk: Offered[] = may.desk
    ? [
        ...(may.take ? (['take'] as const) : []),
        ...(lives ? (['resolve', 'assign'] as const) : []),
        ...(lives && definition.stages.length > 1 ? (['stage'] as const) : []),
        ...(isOpen(ticket.state) ? (['transfer', 'priority', 'task'] as const) : []),
        ...(lives ? (['merge'] as const) : []),
        'split',
        'link',
        'time',
        ...(lives ? (['decline'] as const) : []),
      ]
    : [];
  const follows = watchers.some((one) => one.id === me);
  const watch: Offered[] = [
    ...(may.own ? [] : [follows ? ('unwatch' as const) : ('watch' as const)]),
    ...(may.desk ? (['colleague'] as const) : []),
  ];
  const all = [...own.filter((one) => one !== 'cancel'), ...desk];
  // Whether it is settled is asked under the header, where the solution stands.
  const first: Offered[] = ['resubmit', 'answer', 'take', 'resolve', 'rate'];
  const primary = all.find((one) => first.includes(one)) ?? null;
  const beside: Partial<Record<Offered, Offered>> = { take: 'assign', resolve: 'assign' };
  const wanted = primary ? beside[primary] : undefined;
  const secondary = wanted && all.includes(wanted) ? wanted : null;
  const rest = [...all, ...watch, ...own.filter((one) => one === 'cancel')];
  return { primary, secondary, more: rest.filter((one) => one !== primary && one !== secondary) };
}
