import { runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** Takes a file off a document. Its bytes stay, so the undo attaches the same bytes again. */
export function useRemoveFile(documentId: string) {
  const t = useWords('card');
  return useAction(async ({ id, name, size, mime, sha256 }: AttachmentInfo) => {
    await runCommand('attachment.remove', { id, documentId });
    useToasts.getState().show({
      tone: 'done',
      title: t('removedFile'),
      object: name,
      undo: () => void runCommand('attachment.add', { documentId, files: [{ name, size, mime, sha256 }] }),
    });
  });
}
