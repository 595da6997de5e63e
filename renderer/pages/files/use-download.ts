import { useAction } from '#renderer/data/use-command.ts';
import { readAttachment } from '#renderer/pages/files/read-attachment.ts';
import { saveBlob } from '#renderer/pages/files/save-blob.ts';

/** Hands the bytes of a file to the person's own folder of downloads, under its name. */
export function useDownload() {
  return useAction(async ({ id, name }: { id: string; name: string }) => saveBlob(await readAttachment(id), name));
}
