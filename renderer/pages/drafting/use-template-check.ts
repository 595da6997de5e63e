import { useEffect, useState } from 'react';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import type { DraftingProblem } from '#shared/ipc/contract.ts';

export interface TemplateCheck {
  tags: readonly string[];
  problems: readonly DraftingProblem[];
}

/** What a template asks of a document, and what of it cannot be filled; null until it is known. */
export function useTemplateCheck(
  documentId: string | null,
  templateAttachmentId: string | null,
  /** Without a document: keys of the kinds whose tags are known. */
  kinds: readonly string[] = [],
) {
  const known = kinds.join();
  const [check, setCheck] = useState<TemplateCheck | null>(null);
  const [error, setError] = useState<CoreError | null>(null);
  useEffect(() => {
    setCheck(null);
    setError(null);
    if (!templateAttachmentId) return;
    let gone = false;
    ask('drafting.check', { documentId, templateAttachmentId, kinds: known === '' ? [] : known.split(',') }).then(
      (found) => !gone && setCheck(found),
      (fault: unknown) => !gone && setError(asCoreError(fault)),
    );
    return () => {
      gone = true;
    };
  }, [documentId, templateAttachmentId, known]);
  return { check, error };
}
