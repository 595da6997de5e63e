import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, runQuery } from '#renderer/data/core.ts';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { printPaper } from '#renderer/pages/contract/print-paper.ts';
import { linesFor } from '#renderer/pages/ticket/talk-order.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { ticketPaper } from '#renderer/pages/ticket/ticket-paper.ts';
import { useEventWords } from '#renderer/pages/ticket/use-event-words.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';
import { useValueWords } from '#renderer/pages/ticket/use-value-words.ts';

/** The paper of a ticket: its sheet with the course of it goes to the printer; the print form of the service is filled and attached. */
export function usePrintTicket(facts: TicketFacts) {
  const t = useWords('queues');
  const talk = useWords('talk');
  const tell = useTell();
  const values = useValueWords();
  const events = useEventWords();
  const clock = useClock();
  const { i18n } = useTranslation();
  const { organization } = useDirectory();
  const [problem, setProblem] = useState<string | null>(null);
  const { ticket, requester } = facts;
  const print = useAction(async () => {
    const course = linesFor(facts.talk, false)
      .filter((line) => line.type !== 'note')
      .map((line) => ({
        at: clock.moment(line.occurredAt),
        who: line.authorId === 'centre' ? talk('centre') : (line.authorName ?? talk('someone')),
        text: line.type === 'event' ? events(line, facts).title : line.type === 'message' ? line.text : '',
      }));
    await printPaper(
      ticketPaper({
        language: i18n.language === 'en' ? 'en' : 'ru',
        organization: organization?.name ?? '',
        title: t('paperTitle', { number: ticket.number ?? t('noNumber') }),
        subject: ticket.title,
        facts: [
          [t('service'), facts.service.name],
          [t('requester'), [requester.fullName, requester.position, requester.branchCity].filter(Boolean).join(', ')],
          [t('made'), clock.moment(ticket.occurredAt)],
          [t('state'), t(`state_${ticket.state}`)],
        ],
        values: facts.values.map((one) => [one.label, values(one.type, one.value, facts.names)]),
        courseTitle: talk('title'),
        course,
        foot: t('paperFoot', { time: clock.moment(Date.now()) }),
      }),
    );
  });
  const fill = useAction(async () => {
    const templateId = facts.definition.printTemplateId;
    if (!templateId) return;
    setProblem(null);
    const template = await runQuery('document.card', { id: templateId });
    const file = template?.attachments.find((one) => one.archivedAt === null && !one.superseded);
    if (!file) return setProblem(t('fillNoTemplate'));
    const reply = await ask('drafting.fill', { documentId: ticket.id, templateAttachmentId: file.id, clauseIds: [] });
    if ('problems' in reply) return setProblem(t('fillProblems', { count: reply.problems.length }));
    tell(t('done_fill'), ticket.number ?? ticket.title);
  });
  return { run: print.run, error: print.error ?? fill.error, fill: fill.run, filling: fill.busy, problem };
}

export type PrintTicket = ReturnType<typeof usePrintTicket>;
