import { useParams } from 'react-router';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import css from '#renderer/pages/document/document.module.css';
import { MissingTicket } from '#renderer/pages/ticket/missing-ticket.tsx';
import { TicketCard } from '#renderer/pages/ticket/ticket-card.tsx';
import { useTicket } from '#renderer/pages/ticket/use-ticket.ts';
import { useSection } from '#renderer/state/place.ts';

/** The card of one ticket: the same for whoever asked and for the desk, without what is not theirs. */
export function TicketPage() {
  const { id = '' } = useParams();
  const words = useErrorWords();
  useSection('tickets');
  const { facts, data, current, error, refresh } = useTicket(id);
  const late = useDelayed(facts === null, 300);
  if (facts) return <TicketCard key={facts.ticket.id} facts={facts} />;
  if (current && data === null) return <MissingTicket />;
  const refusal = error ? asCoreError(error) : null;
  return (
    <Sheet>
      {refusal ? (
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={refresh} />
      ) : (
        late && (
          <div className={css['loading']}>
            <SkeletonRows rows={8} />
          </div>
        )
      )}
    </Sheet>
  );
}
