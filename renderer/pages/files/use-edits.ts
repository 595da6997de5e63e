import { useCallback, useEffect, useState } from 'react';
import { onEvent } from '#renderer/api.ts';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import type { FileEdit } from '#shared/ipc/contract.ts';

/** Working copies of a document's files that are open in programs of the system, and the ways to open and to end one. */
export function useEdits(documentId: string) {
  const [edits, setEdits] = useState<readonly FileEdit[]>([]);
  const read = useCallback(() => {
    ask('files.edits', {}).then(
      (all) => setEdits(all.filter((edit) => edit.documentId === documentId)),
      (fault: unknown) => console.error(fault),
    );
  }, [documentId]);
  useEffect(() => {
    read();
    // A save becomes a version; a person who comes back to the window has most likely just saved, or could not.
    window.addEventListener('focus', read);
    const stop = onEvent((event) => {
      if (event.type === 'changed' && event.changes.some((change) => change.entity === 'attachment')) read();
    });
    return () => {
      window.removeEventListener('focus', read);
      stop();
    };
  }, [read]);
  const open = useAction(async (attachmentId: string) => {
    await ask('files.edit', { attachmentId });
    read();
  });
  const end = useAction(async (attachmentId: string) => {
    await ask('files.end-edit', { attachmentId });
    read();
  });
  return { edits, open, end };
}
