import { Link } from 'react-router';
import { Receipt } from '#renderer/components/receipt.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { HolderLine } from '#renderer/pages/portal/holder-line.tsx';
import css from '#renderer/pages/portal/my-ticket-card.module.css';
import { SegmentLine } from '#renderer/pages/portal/segment-line.tsx';
import { ticketGlyphs } from '#renderer/pages/portal/ticket-status.ts';
import { AskerLine, WaitBox } from '#renderer/pages/portal/wait-box.tsx';
import type { MyTicket } from '#shared/queries/ticket.ts';

/** One's own request: what, who has it, which stage, until when; what is asked is answered here. */
export function MyTicketCard({ ticket, onClosed }: { ticket: MyTicket; onClosed: (ticket: MyTicket) => void }) {
  const t = useWords('portal');
  const asks = ticket.waitsFor === 'question' || ticket.waitsFor === 'rework';
  return (
    <article className={css['card']} data-asks={asks || undefined}>
      <header className={css['head']}>
        <StatusGlyph status={ticketGlyphs[ticket.state]} />
        <Link className={css['title']} to={`/tickets/${ticket.id}`} title={ticket.title}>
          {ticket.waitsFor === 'question'
            ? t('youAreAsked', { title: ticket.title })
            : ticket.waitsFor === 'rework'
              ? t('givenBack', { title: ticket.title })
              : ticket.title}
        </Link>
        <TicketNumber number={ticket.number} />
        {ticket.pending && <Receipt receipt="out" />}
      </header>
      {!asks && ticket.waitsFor !== 'confirm' && <SegmentLine segments={ticket.segments} compact />}
      <WaitBox ticket={ticket} onClosed={onClosed} />
      {asks ? <AskerLine ticket={ticket} /> : ticket.waitsFor !== 'confirm' && <HolderLine ticket={ticket} />}
    </article>
  );
}

/** The number of a request; the centre gives it. */
export function TicketNumber({ number }: { number: string | null }) {
  const t = useWords('portal');
  return (
    <span className={css['number']} title={number === null ? t('numberLater') : undefined}>
      {number ?? t('noNumber')}
    </span>
  );
}
