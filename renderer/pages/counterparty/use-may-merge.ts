import { useSession } from '#renderer/state/session.ts';
import { mergers } from '#shared/commands/counterparty-merge.ts';

/** Whether the person at the window may merge records and tell them apart. */
export function useMayMerge(): boolean {
  const roles = useSession((session) => session.state?.user?.roles);
  return roles?.some((role) => (mergers as readonly string[]).includes(role)) ?? false;
}
