import { useEffect } from 'react';
import type { ApprovalView } from '#renderer/pages/approval/tasks-of.ts';
import { type Seen, useApprovalDesk } from '#renderer/state/approval-desk.ts';

/**
 * What the person began to read, as long as the page is open. When the content changes under their eyes and a decision is
 * theirs to make, `stale` tells it: the decision has to wait until they have looked. `accept` takes the content now as seen.
 */
export function useSeen(
  documentId: string | null,
  view: Pick<ApprovalView, 'hash' | 'versionNumber'> | null | undefined,
  deciding: boolean,
): { seen: Seen | null; stale: boolean; accept: () => void } {
  const seen = useApprovalDesk((desk) => (documentId ? (desk.seen[documentId] ?? null) : null));
  const see = useApprovalDesk((desk) => desk.see);
  const hash = view?.hash;
  const versionNumber = view?.versionNumber;
  const known = seen !== null;
  useEffect(() => {
    // Nobody who decides nothing has to be told: they read what is there.
    if (documentId && hash !== undefined && versionNumber !== undefined && (!known || !deciding))
      see(documentId, { hash, versionNumber });
  }, [documentId, hash, versionNumber, known, deciding, see]);
  useEffect(() => {
    if (!documentId) return;
    return () => see(documentId, null);
  }, [documentId, see]);
  return {
    seen,
    stale: deciding && seen !== null && hash !== undefined && seen.hash !== hash,
    accept: () => {
      if (documentId && hash !== undefined && versionNumber !== undefined) see(documentId, { hash, versionNumber });
    },
  };
}
