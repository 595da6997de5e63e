import { useCallback, useEffect, useState } from 'react';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import type { Redline } from '#shared/domain/redline.ts';

export interface Compared {
  redline: Redline;
  left: string;
  right: string;
}

/** The differences of two attachments. The former ones stay until the new ones are there; leaving the page stops the work. */
export function useComparison(left: string, right: string) {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt compares again
  useEffect(() => {
    let gone = false;
    let over = false;
    setBusy(true);
    setError(null);
    ask('files.compare', { leftAttachmentId: left, rightAttachmentId: right })
      .then(
        (redline) => !gone && setCompared({ redline, left, right }),
        (fault: unknown) => !gone && setError(asCoreError(fault)),
      )
      .finally(() => {
        over = true;
        if (!gone) setBusy(false);
      });
    return () => {
      gone = true;
      if (!over) ask('files.compare-cancel', {}).catch(console.error);
    };
  }, [left, right, attempt]);
  const cancel = useCallback(() => void ask('files.compare-cancel', {}).catch(console.error), []);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { compared, error, busy, cancel, retry };
}
