import { IconPrinter } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { ApprovalActions } from '#renderer/pages/approval/use-approval-actions.tsx';
import css from '#renderer/pages/document/card-header.module.css';
import { RecordReceipt } from '#renderer/pages/record/record-receipt.tsx';
import { HolderLine } from '#renderer/pages/ticket/holder-line.tsx';
import { SlaClock } from '#renderer/pages/ticket/sla-clock.tsx';
import own from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { TicketMenu } from '#renderer/pages/ticket/ticket-menu.tsx';
import { StatePill } from '#renderer/pages/ticket/ticket-state.tsx';
import type { PrintTicket } from '#renderer/pages/ticket/use-print-ticket.ts';
import type { TicketActions } from '#renderer/pages/ticket/use-ticket-actions.tsx';
import type { DocumentCard } from '#shared/queries/document.ts';

/** What is asked, where it stands, who has it, when it breaks, what I do now. */
export function TicketHeader(props: {
  facts: TicketFacts;
  paper: DocumentCard | null;
  actions: TicketActions;
  approval: ApprovalActions;
  printing: PrintTicket;
}) {
  const { facts, paper, actions, approval } = props;
  const { ticket, may, service } = facts;
  const t = useWords('queues');
  const talk = useWords('talk');
  const portal = useWords('portal');
  // A decision of the approval comes before everything else; sending it for approval belongs to the route alone.
  const decides = approval.task ? approval.primary : null;
  const deciding = approval.task !== null;
  const more = [
    ...(deciding ? approval.more.filter((one) => one.id !== 'acquaint') : []),
    ...(deciding && actions.primary ? [actions.primary] : []),
    ...(deciding && actions.secondary ? [actions.secondary] : []),
    ...actions.more,
  ];
  const raised = ticket.priority === 'high' || ticket.priority === 'critical';
  return (
    <header className={css['header']}>
      <div className={css['row']}>
        <nav className={css['crumbs']} aria-label={t('crumbs')}>
          <a href={may.desk ? '#/tickets/queues' : '#/tickets/mine'}>{may.desk ? t('crumbDesk') : portal('title')}</a>
          <span aria-hidden="true">›</span>
          <span>{service.name}</span>
          <span aria-hidden="true">›</span>
          <span aria-current="page" className="op-figures">
            {ticket.number ?? t('numberLater')}
          </span>
        </nav>
      </div>
      <div className={css['row']}>
        <h1 className={css['title']} title={ticket.title}>
          <ServiceIcon icon={service.icon} size={20} />
          <span className={css['subject']}>{ticket.title}</span>
          {paper && <RecordReceipt entity="document" id={ticket.id} receipt={paper.receipt} />}
        </h1>
        <div className={css['actions']}>
          <IconButton label={t('print')} keys={['Ctrl', 'P']} onClick={() => void props.printing.run()}>
            <IconPrinter size={16} stroke={1.6} />
          </IconButton>
          <TicketMenu actions={more} />
          {deciding
            ? approval.secondary && (
                <ActionButton onClick={approval.secondary.run} {...keysOf(approval.secondary)}>
                  {approval.secondary.label}
                </ActionButton>
              )
            : actions.secondary && (
                <ActionButton onClick={actions.secondary.run} {...keysOf(actions.secondary)}>
                  {actions.secondary.label}
                </ActionButton>
              )}
          {decides ? (
            <ActionButton variant="filled" busy={decides.busy ?? false} onClick={decides.run} {...keysOf(decides)}>
              {decides.label}
            </ActionButton>
          ) : (
            actions.primary && (
              <ActionButton
                variant="filled"
                busy={actions.busy}
                onClick={actions.primary.run}
                {...keysOf(actions.primary)}
              >
                {actions.primary.label}
              </ActionButton>
            )
          )}
        </div>
      </div>
      <div className={css['facts']}>
        <StatePill state={ticket.state} />
        {raised && (
          <Pill tone={ticket.priority === 'critical' ? 'red' : 'amber'}>
            {t('priorityPill', { priority: talk(`priority_${ticket.priority}`) })}
          </Pill>
        )}
        <span className={css['fact']}>
          {t('holder')} <HolderLine holder={facts.holder} />
        </span>
        {facts.response.state !== 'none' && (
          <span className={css['fact']}>
            {t('response')}{' '}
            <span className={own['clockFact']}>
              <SlaClock view={{ ...facts.response, lived: ticket.responseLived }} branchId={ticket.branchId} inline />
            </span>
          </span>
        )}
        {facts.resolution.state !== 'none' && (
          <span className={css['fact']}>
            {t('resolution')}{' '}
            <span className={own['clockFact']}>
              <SlaClock
                view={{ ...facts.resolution, lived: ticket.resolutionLived }}
                since={ticket.since}
                branchId={ticket.branchId}
                approval={ticket.state === 'approval'}
                inline
              />
            </span>
          </span>
        )}
      </div>
    </header>
  );
}

const keysOf = ({ keys }: { keys?: readonly string[] }) => (keys ? { keys } : {});
