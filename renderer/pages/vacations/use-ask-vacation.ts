import { useNavigate } from 'react-router';
import { useQuery } from '#renderer/data/use-query.ts';

/** Opens the form of a vacation with its days filled in; null when no such service is offered to the person. */
export function useAskVacation(): ((period: { from: string; to: string }) => void) | null {
  const navigate = useNavigate();
  const services = useQuery('service.catalog', {}).data?.services ?? [];
  // Only a vacation tells available days; where nobody has entered any, its picture does.
  const service = services.find((one) => one.daysAvailable !== null) ?? services.find((one) => one.icon === 'vacation');
  if (!service) return null;
  return (period) => navigate(`/tickets/new/${service.id}`, { state: { values: { period } } });
}
