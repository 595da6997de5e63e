import { ask, runCommand, runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { VersionedFile } from '#renderer/pages/files/file-groups.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

/**
 * Takes a file, or one version of it, off a document. The bytes stay, so the undo brings them back: on top of the versions that
 * are left, or as a file of its own.
 */
export function useRemoveFile(documentId: string) {
  const t = useWords('card');
  const files = useWords('files');
  return useAction(async (file: VersionedFile, version?: AttachmentInfo) => {
    const gone = version ? [version] : file.versions;
    await runCommands(gone.map(({ id }) => ({ name: 'attachment.remove' as const, args: { id, documentId } })));
    const base = file.versions.find((one) => !gone.includes(one))?.id ?? null;
    useToasts.getState().show({
      tone: 'done',
      title: version && base ? files('versionRemoved', { version: version.version }) : t('removedFile'),
      object: gone[0]?.name,
      undo: () => bringBack(documentId, [...gone].reverse(), base),
    });
  });
}

/** The oldest first, each made from the one before it. */
async function bringBack(documentId: string, gone: readonly AttachmentInfo[], base: string | null): Promise<void> {
  let basedOnId = base;
  for (const { id, name, size, mime, sha256, note, purpose, ofId } of gone) {
    // Bytes that are here are handed over anew, so that the centre checks them for the new attachment too.
    const opened = await ask('files.open', { attachmentId: id }).catch(() => null);
    const handle = (opened as unknown as { handle?: string | null } | null)?.handle;
    const file = { name, size, mime, sha256 };
    if (basedOnId === null) {
      const reply = handle
        ? await ask('files.attach', { documentId, purpose, ofId, files: [{ handle, name }] })
        : await runCommand('attachment.add', { documentId, purpose, ofId, files: [file] });
      basedOnId = (reply.result as { ids: string[] }).ids[0] ?? null;
      continue;
    }
    const reply = handle
      ? await ask('files.add-version', { documentId, basedOnId, file: { handle, name }, note })
      : await runCommand('attachment.add-version', { documentId, basedOnId, file, note });
    basedOnId = (reply?.result as { id: string } | undefined)?.id ?? basedOnId;
  }
}
