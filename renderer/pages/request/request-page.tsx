import { useParams, useSearchParams } from 'react-router';
import { NewRequest } from '#renderer/pages/request/new-request.tsx';
import { Rework } from '#renderer/pages/request/rework.tsx';

/** The form of a request: a new one of a service, or one that was given back (`?ticket=`). */
export function RequestPage() {
  const { serviceId = '' } = useParams();
  const ticketId = useSearchParams()[0].get('ticket');
  return ticketId ? <Rework key={ticketId} id={ticketId} /> : <NewRequest key={serviceId} serviceId={serviceId} />;
}
