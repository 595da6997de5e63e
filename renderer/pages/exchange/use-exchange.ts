import { useEffect } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useLink } from '#renderer/state/link.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

/** Every decision of the centre changes the status, also one that changes no row: the answers are read again with it. */
function useFollow(refresh: () => void): void {
  const status = useLink((link) => link.status);
  const key = status ? `${status.waiting} ${status.sending} ${status.rejected} ${status.lastExchangeAt}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the status
  useEffect(() => refresh(), [key]);
}

export function useExchangeCounts() {
  const { data, refresh } = useQuery('exchange.counts', {});
  useFollow(refresh);
  return data;
}

/** Changes entered here in the given states, newest first. */
export function useOutbox(states: QueryArgs<'outbox.list'>['states'], limit: number) {
  const answer = useQuery('outbox.list', { states, before: null, limit });
  useFollow(answer.refresh);
  return answer;
}
