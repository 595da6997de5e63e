import { useEffect } from 'react';
import { useMinute } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';

/** A ticket with everything about it, read again when something changes and once a minute, because its clocks run. */
export function useTicket(id: string | null) {
  const answer = useQuery('ticket.card', id === null ? null : { id });
  useEachMinute(answer.refresh, id !== null);
  return { ...answer, facts: (answer.current && answer.data) || null };
}

/** Calls it whenever another minute has begun. */
export function useEachMinute(call: () => void, on = true): void {
  const minute = Math.floor(useMinute() / 60_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the minute is waited for
  useEffect(() => {
    if (on && minute > 0) call();
  }, [minute]);
}
