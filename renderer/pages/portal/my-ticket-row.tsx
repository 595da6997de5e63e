import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Receipt } from '#renderer/components/receipt.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { HolderLine } from '#renderer/pages/portal/holder-line.tsx';
import { TicketNumber } from '#renderer/pages/portal/my-ticket-card.tsx';
import css from '#renderer/pages/portal/my-tickets.module.css';
import { RateStars } from '#renderer/pages/portal/rate-stars.tsx';
import { SegmentLine } from '#renderer/pages/portal/segment-line.tsx';
import { ticketGlyphs } from '#renderer/pages/portal/ticket-status.ts';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import { AskerLine, ReopenForm, WaitBox } from '#renderer/pages/portal/wait-box.tsx';
import { isOpen } from '#shared/domain/service/ticket.ts';
import type { MyTicket } from '#shared/queries/ticket.ts';

/** For so long after its end a request may be taken up again, in milliseconds; the command has the last word. */
const REOPEN = 30 * 86_400_000;

/** A request in the list of one's own; the name opens it, the rest is done here. */
export function MyTicketRow(props: {
  ticket: MyTicket;
  /** It has just been sent. */
  fresh: boolean;
  onClosed: (ticket: MyTicket) => void;
}) {
  const { ticket, fresh, onClosed } = props;
  const t = useWords('portal');
  const clock = useClock();
  const [cancelling, setCancelling] = useState(false);
  const [reopening, setReopening] = useState(false);
  const mayReopen = ticket.closedAt !== null && Date.now() - ticket.closedAt < REOPEN;
  const asks = ticket.waitsFor === 'question' || ticket.waitsFor === 'rework';
  return (
    <li className={css['row']} data-asks={asks || undefined} data-fresh={fresh || undefined}>
      <div className={css['what']}>
        <ServiceIcon icon={ticket.icon} size={18} />
        <div className={css['words']}>
          <Link className={css['title']} to={`/tickets/${ticket.id}`}>
            {ticket.title}
          </Link>
          <p className={css['about']}>
            <TicketNumber number={ticket.number} />
            {ticket.pending && <Receipt receipt="out" />}
            {ticket.serviceName !== ticket.title && <span className="op-ellipsis">{ticket.serviceName}</span>}
            {ticket.requesterName && (
              <span className="op-ellipsis">{t('madeFor', { name: ticket.requesterName })}</span>
            )}
            <span>{t('madeOn', { date: formatDate(clock.date(ticket.occurredAt)) })}</span>
          </p>
        </div>
      </div>
      <div className={css['way']}>
        {isOpen(ticket.state) || ticket.state === 'resolved' ? (
          <SegmentLine segments={ticket.segments} />
        ) : (
          <span className={css['state']}>
            <StatusGlyph status={ticketGlyphs[ticket.state]} />
            {t(`state_${ticket.state}`)}
            {ticket.closedAt !== null && (
              <span className={css['quiet']}>{formatDate(clock.date(ticket.closedAt))}</span>
            )}
          </span>
        )}
        {asks ? <AskerLine ticket={ticket} /> : isOpen(ticket.state) && <HolderLine ticket={ticket} />}
        {!isOpen(ticket.state) && ticket.state !== 'resolved' && ticket.solution && (
          <p className={css['quiet']}>{t('quoted', { text: ticket.solution })}</p>
        )}
        {ticket.state === 'closed' && (
          <div className={css['after']}>
            <RateStars id={ticket.id} given={ticket.rating} />
            {mayReopen && !reopening && <LinkButton onClick={() => setReopening(true)}>{t('notSettled')}</LinkButton>}
          </div>
        )}
      </div>
      <div className={css['end']}>
        {isOpen(ticket.state) && (
          <IconButton label={t('cancelNamed', { title: ticket.title })} onClick={() => setCancelling(true)}>
            <IconX size={16} stroke={1.6} />
          </IconButton>
        )}
      </div>
      {reopening && (
        <div className={css['wait']}>
          <ReopenForm ticket={ticket} onClose={() => setReopening(false)} />
        </div>
      )}
      {ticket.waitsFor !== null && (
        <div className={css['wait']}>
          <WaitBox ticket={ticket} onClosed={onClosed} />
        </div>
      )}
      {cancelling && <CancelDialog ticket={ticket} onClose={() => setCancelling(false)} />}
    </li>
  );
}

/** Cancelling cannot be taken back: it is asked once, with a reason for those who have begun. */
export function CancelDialog(props: { ticket: Pick<MyTicket, 'id' | 'title'>; onClose: () => void }) {
  const t = useWords('portal');
  const words = useRefusalWords();
  const told = useOwnToasts();
  const cancel = useCommand('ticket.cancel');
  const [reason, setReason] = useState('');
  const run = async () => {
    if (!(await cancel.run({ id: props.ticket.id, reason: reason.trim() || null }))) return;
    told(t('cancelled'), props.ticket.title);
    props.onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('cancelTitle')}
      action={t('cancelAction')}
      keep={t('cancelKeep')}
      danger
      busy={cancel.busy}
      onConfirm={() => void run()}
      onClose={props.onClose}
    >
      <p>{t('cancelText', { title: props.ticket.title })}</p>
      <TextField label={t('cancelReason')} value={reason} onChange={setReason} rows={2} maxLength={2_000} />
      {cancel.error && <Note tone="red" title={words(cancel.error)} />}
    </ConfirmDialog>
  );
}
