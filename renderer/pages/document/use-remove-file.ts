import { ask, runCommand } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/** Takes a file off a document. Its bytes stay, so the undo attaches the same bytes again. */
export function useRemoveFile(documentId: string) {
  const t = useWords('card');
  return useAction(async ({ id, name, size, mime, sha256 }: AttachmentInfo) => {
    const attachAgain = async () => {
      // Bytes that are here are handed over anew, so that the centre checks them for the new attachment too.
      const opened = await ask('files.open', { attachmentId: id }).catch(() => null);
      const handle = (opened as unknown as { handle?: string | null } | null)?.handle;
      if (handle) await ask('files.attach', { documentId, files: [{ handle, name }] });
      else await runCommand('attachment.add', { documentId, files: [{ name, size, mime, sha256 }] });
    };
    await runCommand('attachment.remove', { id, documentId });
    useToasts.getState().show({
      tone: 'done',
      title: t('removedFile'),
      object: name,
      undo: () => void attachAgain().catch(console.error),
    });
  });
}
