import { ActionButton } from '#renderer/components/action-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/ticket.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import type { TicketActions } from '#renderer/pages/ticket/use-ticket-actions.tsx';

/** What has to be known before anything else: what is asked, how it was settled, where it went on. */
export function TicketNotes({ facts, actions }: { facts: TicketFacts; actions: TicketActions }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const { ticket } = facts;
  return (
    <>
      {actions.error && <Note tone="red" title={words(actions.error)} />}
      {ticket.state === 'waiting' && ticket.question && <Question facts={facts} actions={actions} />}
      {ticket.state === 'resolved' && (
        <Note
          tone="green"
          title={t(facts.may.own ? 'resolvedOwn' : 'resolvedDesk')}
          actions={
            facts.may.own ? (
              <>
                <ActionButton size="xs" variant="light" onClick={() => actions.open('confirm')}>
                  {t('confirmShort')}
                </ActionButton>
                <ActionButton size="xs" onClick={() => actions.open('reopen')}>
                  {t('reopenShort')}
                </ActionButton>
              </>
            ) : undefined
          }
        >
          {ticket.solution}
        </Note>
      )}
      {(ticket.state === 'declined' || ticket.state === 'rejected' || ticket.state === 'cancelled') && (
        <Note tone={ticket.state === 'cancelled' ? 'ink' : 'red'} title={t(`ended_${ticket.state}`)}>
          {ticket.solution}
        </Note>
      )}
      {ticket.state === 'merged' && ticket.mergedIntoId && (
        <Note
          tone="ink"
          title={t('ended_merged')}
          actions={<a href={`#/tickets/${ticket.mergedIntoId}`}>{t('toMerged')}</a>}
        >
          {t('mergedText')}
        </Note>
      )}
    </>
  );
}

/** The question that stands: answered in place by the requester; the desk sees what it waits for. */
function Question({ facts, actions }: { facts: TicketFacts; actions: TicketActions }) {
  const t = useWords('queues');
  const words = useDeskErrors();
  const tell = useTell();
  const { employeeOf } = useDirectory();
  const answer = useCommand('ticket.answer');
  const { ticket, may } = facts;
  const { question } = ticket;
  if (!question) return null;
  const by = employeeOf(question.askedById)?.fullName ?? t('somebody');
  const reply = async (text: string) => {
    if (await answer.run({ id: ticket.id, text })) tell(t('said_answer'), ticket.number ?? ticket.title);
  };
  return (
    <Note
      tone="amber"
      title={
        question.resubmit
          ? t(may.own ? 'reworkOwn' : 'reworkDesk', { name: by })
          : t(may.own ? 'askedOwn' : 'askedDesk', { name: by })
      }
      actions={
        may.own && question.resubmit ? (
          <ActionButton size="xs" variant="light" onClick={() => actions.open('resubmit')}>
            {t('act_resubmit')}
          </ActionButton>
        ) : may.own && question.options.length > 0 ? (
          <span className={css['answers']}>
            {question.options.map((option) => (
              <ActionButton key={option} size="xs" busy={answer.busy} onClick={() => void reply(option)}>
                {option}
              </ActionButton>
            ))}
          </span>
        ) : undefined
      }
    >
      <span className={css['asked']}>{question.text}</span>
      {answer.error && <span className={css['refused']}>{words(answer.error)}</span>}
    </Note>
  );
}
