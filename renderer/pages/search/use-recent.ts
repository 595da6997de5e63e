import { useEffect } from 'react';
import { restoreSearches, useSearches } from '#renderer/state/searches.ts';
import { useSession } from '#renderer/state/session.ts';

/** What the person looked for last at this workstation. */
export function useRecent(): readonly string[] {
  const userId = useSession((session) => session.state?.user?.id);
  useEffect(() => {
    if (userId) restoreSearches(userId).catch(console.error);
  }, [userId]);
  return useSearches((searches) => (searches.userId === userId ? searches.recent : none));
}

const none: readonly string[] = [];
