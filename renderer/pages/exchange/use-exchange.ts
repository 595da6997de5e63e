import { useEffect, useRef } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useLink } from '#renderer/state/link.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

/** Every decision of the centre changes the status, also one that changes no row: the answers are read again with it. */
function useFollow(refresh: () => void): void {
  const status = useLink((link) => link.status);
  const key = status ? `${status.waiting} ${status.sending} ${status.rejected} ${status.lastExchangeAt}` : '';
  // The first answer is asked for anyway.
  const seen = useRef(key);
  useEffect(() => {
    if (seen.current !== key) refresh();
    seen.current = key;
  }, [key, refresh]);
}

export function useExchangeCounts() {
  const { data, refresh } = useQuery('exchange.counts', {});
  useFollow(refresh);
  return data;
}

/** Changes entered here; newest first and from the beginning unless asked otherwise. `null` asks nothing. */
export function useOutbox(args: Omit<QueryArgs<'outbox.list'>, 'before'> | null) {
  const answer = useQuery('outbox.list', args && { ...args, before: null });
  useFollow(answer.refresh);
  return answer;
}
