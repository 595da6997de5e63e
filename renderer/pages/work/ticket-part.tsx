import type { ReactNode } from 'react';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { PanelSection } from '#renderer/components/side-panel.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import { FormValues } from '#renderer/pages/form-fields/form-values.tsx';
import { WaitBox } from '#renderer/pages/portal/wait-box.tsx';
import { SlaClock } from '#renderer/pages/ticket/sla-clock.tsx';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { TicketTasks } from '#renderer/pages/work/ticket-tasks.tsx';
import { ANSWER_PLACE } from '#renderer/pages/work/use-work-actions.ts';
import { VacationFacts } from '#renderer/pages/work/vacation-facts.tsx';
import css from '#renderer/pages/work/work.module.css';
import type { MyTicket } from '#shared/queries/ticket.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** What has to be known of a request to answer, to do or to decide without opening it. */
export function TicketPart({ item, ticketId }: { item: WorkItem; ticketId: string }) {
  const t = useWords('work');
  const asked = useQuery('ticket.card', { id: ticketId });
  const facts = asked.current ? asked.data : undefined;
  if (!facts) return null;
  const own = item.type === 'question' || item.type === 'rework' || item.type === 'confirm';
  return (
    <>
      {own && (
        <PanelSection>
          <div id={ANSWER_PLACE}>
            <WaitBox ticket={mine(facts, item)} />
          </div>
        </PanelSection>
      )}
      {item.type === 'ticket_task' && <TicketTasks facts={facts} taskId={item.ticketTaskId ?? null} />}
      {facts.vacation && <VacationFacts facts={facts} vacation={facts.vacation} />}
      {!item.decide && (
        <PanelSection>
          <KeyValues captionWidth={110} entries={entriesOf(t, item, facts)} />
        </PanelSection>
      )}
      {facts.values.length > 0 && (
        <PanelSection title={t('filledIn')}>
          <div className={css['filled']}>
            <FormValues form={facts.definition.form} values={facts.ticket.values} names={facts.names} />
          </div>
        </PanelSection>
      )}
      {item.type !== 'ticket_task' && facts.tasks.length > 0 && <TicketTasks facts={facts} taskId={null} />}
    </>
  );
}

type Entry = readonly [string, ReactNode] | null;

function entriesOf(t: ReturnType<typeof useWords<'work'>>, item: WorkItem, facts: TicketFacts): Entry[] {
  const { ticket, requester, service, definition } = facts;
  const desk = item.type === 'ticket';
  return [
    item.type === 'ticket_task'
      ? [
          t('aboutTicket'),
          <a key="t" href={`#/tickets/${ticket.id}`}>
            {ticket.title}
          </a>,
        ]
      : null,
    [t('service'), service.name],
    desk || item.type === 'ticket_task'
      ? [
          t('asksFor'),
          <span key="who" className={css['person']}>
            <PersonAvatar id={requester.id} name={requester.fullName} decorative /> {whole(requester.fullName)},{' '}
            {requester.branchCity}
          </span>,
        ]
      : null,
    desk && definition.stages.length > 1 ? [t('ticketStage'), definition.stages[ticket.stage] ?? ''] : null,
    desk ? [t('response'), <SlaClock key="r" view={facts.response} branchId={ticket.branchId} inline />] : null,
    desk ? [t('resolution'), <SlaClock key="s" view={facts.resolution} branchId={ticket.branchId} inline />] : null,
  ];
}

/** As the portal shows one's own request, with what it waits for. */
function mine(facts: TicketFacts, item: WorkItem): MyTicket {
  const { ticket, service, segments, holder, resolution } = facts;
  return {
    ...ticket,
    serviceName: service.name,
    icon: service.icon,
    segments,
    holder,
    dueAt: resolution.dueAt,
    minutesLeft: resolution.minutesLeft,
    left: resolution.left,
    waitsFor: item.type === 'question' || item.type === 'rework' || item.type === 'confirm' ? item.type : null,
    askedByName: item.fromName,
    pending: ticket.receivedAt === null,
  };
}
